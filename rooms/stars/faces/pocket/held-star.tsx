// A star that the unit holds or held: where it stands and until when, what happened to it with basis and document, and what the
// unit may do about it.

import { useState } from 'react'
import { daysBetween } from '#ground/kernel/days.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { honourAppealNames, isAppealable } from '../../core/honour-appeal.ts'
import { honourNames, honourVerbNames } from '../../core/honour.ts'
import type { HonourState } from '../../core/honour.ts'
import type { At } from './hand-client.ts'
import type { Doing } from './hand-frame.tsx'
import { HeldMark } from './held-mark.tsx'
import { useHeldRecord } from './held-record.ts'
import type { HeldRecord } from './held-record.ts'
import { HeldVerb } from './held-verb.tsx'
import { words as heldWords } from './held-words.ts'
import { Refusal } from './refusal.tsx'
import { words } from './words.ts'

const lost: readonly HonourState[] = ['suspended', 'revoked', 'ended']

function Standing({ honour, today }: { readonly honour: HeldRecord['honour']; readonly today: string }) {
  const text = useWords(words)
  const held = useWords(heldWords)
  const say = useText()
  const { day } = useFormat()
  const { state, due, to, plaque } = honour
  return (
    <div className="card">
      <p className="held-state">
        <HeldMark state={state}>{say(honourNames[state])}</HeldMark>
      </p>
      {state === 'mending' && due !== null && (
        <p className={due < today ? 'late' : 'attention'}>
          {due < today ? '■' : '▲'} {text.until(day(due), daysBetween(today, due))}
        </p>
      )}
      {state === 'warned' && <p>{held.warned}</p>}
      {lost.includes(state) && to !== null && <p>{held.since(day(to))}</p>}
      <a className="named" href={`/plaque/${plaque}`}>
        {held.plaque}
      </a>
    </div>
  )
}

function Happened({ record }: { readonly record: HeldRecord }) {
  const held = useWords(heldWords)
  const say = useText()
  const { day } = useFormat()
  const { steps, reports, appeals } = record
  if (steps.length === 0) return <p className="card">{held.none}</p>
  return (
    <ol className="rows held-steps">
      {steps.toReversed().map((step) => (
        <li key={step.seq}>
          <h3>{say(honourVerbNames[step.verb])}</h3>
          <p className="quiet">{held.by(day(step.on), step.byUnitName)}</p>
          {step.document !== null && <p>{held.document(step.document)}</p>}
          <p>{held.basis(step.basis)}</p>
          {step.due !== null && <p>{held.mendUntil(day(step.due))}</p>}
          {reports
            .filter((one) => one.against === step.seq)
            .map((one) => (
              <div key={one.id} className="held-said">
                <p className="quiet">{held.reported(day(one.on))}</p>
                <p>{one.said}</p>
              </div>
            ))}
          {appeals
            .filter((one) => one.against === step.seq)
            .map((one) => (
              <div key={one.id} className="held-said">
                <p className="quiet">
                  {held.appealed(day(one.filedOn))} {say(honourAppealNames[one.state])}
                </p>
                <p>{one.reason}</p>
                {one.answer !== null && (
                  <>
                    <p className="quiet">{held.answered(day(one.answeredOn ?? ''), one.answeredBy ?? '')}</p>
                    <p>{one.answer}</p>
                  </>
                )}
              </div>
            ))}
        </li>
      ))}
    </ol>
  )
}

function Verbs({
  store,
  state,
  hand,
  at,
  record,
  onDone,
}: Doing & { readonly at: At; readonly record: HeldRecord; readonly onDone: (said: string) => void }) {
  const held = useWords(heldWords)
  const { day } = useFormat()
  const { today } = hand
  const { appealUntil, mayAppeal } = record
  const last = record.steps.at(-1)
  const open = record.appeals.some((one) => one.state === 'open')
  const over = appealUntil !== null && appealUntil < today && last !== undefined && isAppealable(last.verb)
  const appealed = record.appeals.some((one) => one.against === last?.seq)
  const until = appealUntil === null || !mayAppeal ? undefined : held.appealUntil(day(appealUntil), daysBetween(today, appealUntil))
  const shared = { store, state, at, record, onDone }
  return (
    <>
      {record.mayReport && <HeldVerb key={`report ${record.reports.length}`} {...shared} verb="report" />}
      {mayAppeal && <HeldVerb {...shared} verb="appeal" {...(until === undefined ? {} : { hint: until })} />}
      {open && record.mayWithdraw !== null && <HeldVerb {...shared} verb="withdraw" />}
      {over && !appealed && <p className="quiet">{held.appealOver(day(appealUntil))}</p>}
    </>
  )
}

export function HeldStar({ at, ...doing }: Doing & { readonly at: At }) {
  const { store, state, hand } = doing
  const text = useWords(words)
  const held = useWords(heldWords)
  const { day, moment } = useFormat()
  const { record: fetched, problem } = useHeldRecord(store, state, at)
  const [done, setDone] = useState<string | null>(null)
  if (fetched === null)
    return (
      <>
        <p>{state.line === 'lost' ? text.noLineFirst : problem === null ? text.loading : null}</p>
        <Refusal problem={problem} />
      </>
    )
  const { value: record } = fetched
  const { honour } = record
  return (
    <>
      <h1>{honour.starName}</h1>
      <p className="quiet">{held.lead(honour.unitName, honour.year, day(honour.from))}</p>
      {state.line === 'lost' && <p className="attention">▲ {held.asOf(moment(fetched.at))}</p>}
      <div role="status">{done !== null && <p className="done">{done}</p>}</div>
      <Standing honour={honour} today={hand.today} />
      <Verbs {...doing} at={at} record={record} onDone={setDone} />
      <h2>{held.steps}</h2>
      <Happened record={record} />
    </>
  )
}
