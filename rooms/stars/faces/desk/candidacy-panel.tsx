// One candidacy beside the list: where it stands, what was named, what the unit says with its evidence, what happened.

import { useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { roles } from '#rooms/people/core/roles.ts'
import { Button } from 'antd'
import { verbNames } from '../../core/candidacy.ts'
import type { Verb } from '../../core/candidacy.ts'
import type { Neighbours } from './neighbours.ts'
import { stars } from './stars.ts'
import type { CandidacyShown } from './stars.ts'
import { StateTag } from './state-tag.tsx'
import { SubmittedRows } from './submitted-rows.tsx'
import { CandidacyVerbs } from './verbs.tsx'
import { words } from './words.ts'
import './stars.css'

function Steps({ record }: { readonly record: CandidacyShown }) {
  const text = useWords(words)
  const say = useText()
  const { moment } = useFormat()
  return (
    <>
      <h3>{text.steps}</h3>
      <ol className="stars-list">
        {record.steps.map((step) => {
          const role = roles.find((one) => one.id === step.byRole)
          return (
            <li key={step.seq}>
              <p>
                <strong>{say(verbNames[step.verb as Verb])}</strong>{' '}
                {step.due === null ? '' : text.dayOf[step.verb === 'return' ? 'mend' : 'shown'](step.due)}
              </p>
              <p className="lx-quiet">
                {moment(Date.parse(step.at))} {step.byUnitName} {role === undefined ? '' : say(role.title)}
              </p>
              {step.reason === '' ? null : <p>{step.reason}</p>}
              {step.rows.map((note) => (
                <p key={note.row}>
                  <strong>{note.row}</strong> {note.reason}
                </p>
              ))}
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** Moving along the list without leaving the panel; J and K do the same anywhere on the page. */
function Moves({ neighbours }: { readonly neighbours: Neighbours }) {
  const text = useWords(words)
  const { at, all, before, next } = neighbours
  return (
    <div className="stars-moves" title={text.keys}>
      <Button disabled={before === null} aria-keyshortcuts="k" onClick={() => before?.()}>
        {text.before}
      </Button>
      <Button disabled={next === null} aria-keyshortcuts="j" onClick={() => next?.()}>
        {text.next}
      </Button>
      <span className="lx-quiet">{at === 0 ? '' : text.place(at, all)}</span>
    </div>
  )
}

interface CandidacyPanelProps {
  readonly unit: string
  readonly id: string
  readonly starName: (code: string) => string
  readonly onClose: () => void
  readonly neighbours?: Neighbours
}

export function CandidacyPanel({ unit, id, starName, onClose, neighbours }: CandidacyPanelProps) {
  const text = useWords(words)
  const may = useMay()
  const go = useGo()
  const asked = useAnswer(stars, 'candidacy', { params: { unit, id } })
  const record = asked.data
  const checks = record !== undefined && may('stars.declare') && (record.state === 'checking' || record.state === 'returned')
  return (
    <SidePanel
      title={record === undefined ? text.queue : `${record.unitName} · ${starName(record.star)}`}
      onClose={onClose}
      actions={
        record === undefined ? null : (
          <>
            {checks ? (
              <Button type="primary" onClick={() => go(`/desk/stars/check/${unit}/${id}`)}>
                {text.openCheck}
              </Button>
            ) : null}
            <CandidacyVerbs record={record} />
          </>
        )
      }
    >
      {neighbours === undefined ? null : <Moves neighbours={neighbours} />}
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {record === undefined ? null : (
        <>
          <Facts
            items={[
              { label: text.state, value: <StateTag state={record.state} /> },
              { label: text.batch, value: text.batchOf(record.batch) },
              ...(record.due === null ? [] : [{ label: text.due, value: text.until(record.due) }]),
              ...(record.publicUntil === null ? [] : [{ label: text.publicity, value: text.dayOf.shown(record.publicUntil) }]),
              ...record.rows.map((note) => ({ label: `${text.named} ${note.row}`, value: note.reason })),
              ...record.hindrances.map((one, index) => ({ label: index === 0 ? text.hindrances : '', value: one })),
            ]}
          />
          <SubmittedRows record={record} />
          <Steps record={record} />
        </>
      )}
    </SidePanel>
  )
}
