// One candidacy beside the list: where it stands, what was named, what the unit says, what the rules say, what happened.

import { useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { roles } from '#rooms/people/core/roles.ts'
import { Button } from 'antd'
import { verbNames } from '../../core/candidacy.ts'
import type { Verb } from '../../core/candidacy.ts'
import { stars } from './stars.ts'
import type { CandidacyShown } from './stars.ts'
import { StateTag } from './state-tag.tsx'
import { CandidacyVerbs } from './verbs.tsx'
import { words } from './words.ts'

type Part = { readonly record: CandidacyShown }

const metText = (met: boolean | null): 'true' | 'false' | 'null' => (met === null ? 'null' : met ? 'true' : 'false')
const metMark = (met: boolean | null) => (met === null ? 'waiting' : met ? 'done' : 'late')

function Rules({ record }: Part) {
  const text = useWords(words)
  const { held, rows } = record.evaluation
  return (
    <>
      <h3>{text.rules}</h3>
      <p>
        <StatusTag state={metMark(held)}>{held === null ? text.unknown : held ? text.held : text.notHeld}</StatusTag>
      </p>
      <ul className="lx-plain">
        {rows.map((row) => (
          <li key={row.row}>
            <StatusTag state={metMark(row.met)}>{text.met[metText(row.met)]}</StatusTag> {row.because}
          </li>
        ))}
      </ul>
    </>
  )
}

function Submitted({ record }: Part) {
  const text = useWords(words)
  return (
    <>
      <h3>{text.submitted}</h3>
      {record.submitted.length === 0 ? <p className="lx-quiet">{text.notSubmitted}</p> : null}
      {record.changed.length === 0 ? null : <p>{text.changedSince(record.changed.join('、'))}</p>}
      <ul className="lx-plain">
        {record.submitted.map((row) => (
          <li key={row.row}>
            <strong>{row.row}</strong> {text.answers[row.answer]}
            {row.reason === '' ? null : ` · ${row.reason}`}
            {row.known === null ? null : <div className="lx-quiet">{row.known}</div>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Steps({ record }: Part) {
  const text = useWords(words)
  const say = useText()
  const { moment } = useFormat()
  return (
    <>
      <h3>{text.steps}</h3>
      <ol>
        {record.steps.map((step) => {
          const role = roles.find((one) => one.id === step.byRole)
          return (
            <li key={step.seq}>
              <strong>{say(verbNames[step.verb as Verb])}</strong> {step.due === null ? '' : text.until(step.due)}
              <div className="lx-quiet">
                {moment(Date.parse(step.at))} {step.byUnitName} {role === undefined ? '' : say(role.title)}
              </div>
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

interface CandidacyPanelProps {
  readonly unit: string
  readonly id: string
  readonly starName: (code: string) => string
  readonly onClose: () => void
}

export function CandidacyPanel({ unit, id, starName, onClose }: CandidacyPanelProps) {
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
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {record === undefined ? null : (
        <>
          <Facts
            items={[
              { label: text.state, value: <StateTag state={record.state} /> },
              ...(record.due === null ? [] : [{ label: text.due, value: text.until(record.due) }]),
              ...(record.publicUntil === null ? [] : [{ label: text.publicity, value: text.until(record.publicUntil) }]),
              ...record.rows.map((note) => ({ label: `${text.named} ${note.row}`, value: note.reason })),
            ]}
          />
          <Rules record={record} />
          <Submitted record={record} />
          <Steps record={record} />
        </>
      )}
    </SidePanel>
  )
}
