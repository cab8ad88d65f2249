// The verbs that the acting post may take now, as the server says; the most likely one is the primary button.

import { DialogOpen } from '#ground/ui/desk/confirm-verb.tsx'
import { useMemo, useState } from 'react'
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

type Offered = keyof typeof parts

export function EntryActs({ record }: { readonly record: LedgerRecord }) {
  // Somebody else's step may end what one is typing: the dialog stays, and the server says why it is too late.
  const [typing, setTyping] = useState<Offered | null>(null)
  const tellers = useMemo(
    () =>
      Object.fromEntries(
        (Object.keys(parts) as Offered[]).map((verb) => [verb, (isOpen: boolean): void => setTyping(isOpen ? verb : null)]),
      ) as Record<Offered, (isOpen: boolean) => void>,
    [],
  )
  return (
    <>
      {(Object.keys(parts) as Offered[])
        .filter((verb) => record.may.includes(verb) || verb === typing)
        .map((verb) => {
          const Part = parts[verb]
          return (
            <DialogOpen key={verb} value={tellers[verb]}>
              <Part record={record} />
            </DialogOpen>
          )
        })}
    </>
  )
}
