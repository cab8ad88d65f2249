// The verbs that the acting post may take now, as the server says; the most likely one is the primary button.

import type { LedgerRecord } from './ledger.ts'
import { Accept, AskExtension, PlanVerb, Rectify, Refuse } from './mending-verbs.tsx'
import { Arbitrate, CloseOut, DecideExtension, LookBack, Return, Withdraw } from './checking-verbs.tsx'

const parts = {
  accept: Accept,
  rectify: Rectify,
  closeOut: CloseOut,
  arbitrate: Arbitrate,
  decideExtension: DecideExtension,
  return: Return,
  plan: PlanVerb,
  refuse: Refuse,
  askExtension: AskExtension,
  lookBack: LookBack,
  withdraw: Withdraw,
} as const

export function EntryActs({ record }: { readonly record: LedgerRecord }) {
  return (
    <>
      {(Object.keys(parts) as (keyof typeof parts)[])
        .filter((verb) => record.may.includes(verb))
        .map((verb) => {
          const Part = parts[verb]
          return <Part key={verb} record={record} />
        })}
    </>
  )
}
