// What the unit says, row by row, beside what is asked, what the rules say, what was returned, what changed since, and the
// evidence: one place to read for who reviews, and for the unit when something came back.

import { useAnswer } from '#ground/ui/answers.ts'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { answerNames } from '../../core/self-check.ts'
import { EvidenceItems } from './evidence-items.tsx'
import { stars } from './stars.ts'
import type { CandidacyShown, Item } from './stars.ts'
import { words } from './words.ts'

type Asked = CandidacyShown['asked'][number]

interface RowProps {
  readonly record: CandidacyShown
  readonly asked: Asked
  readonly items: readonly Item[]
}

const metText = (met: boolean | null): 'true' | 'false' | 'null' => (met === null ? 'null' : met ? 'true' : 'false')
const metMark = (met: boolean | null) => (met === null ? 'waiting' : met ? 'done' : 'late')

function Rule({ record, asked }: Omit<RowProps, 'items'>) {
  const text = useWords(words)
  const rule = record.evaluation.rows.find((one) => one.row === asked.row)
  if (rule === undefined) return asked.byReview ? <p className="lx-quiet">{text.byReview}</p> : null
  return (
    <p>
      {asked.byReview ? text.byReview : text.official} <StatusTag state={metMark(rule.met)}>{text.met[metText(rule.met)]}</StatusTag>{' '}
      <span className="lx-quiet">{rule.because}</span>
    </p>
  )
}

function Row({ record, asked, items }: RowProps) {
  const text = useWords(words)
  const say = useText()
  const kind = { 'bottom-line': text.bottomLine, criterion: text.criterion, addition: text.addition }[asked.kind]
  const said = record.submitted.find((one) => one.row === asked.row)
  const was = record.before.find((one) => one.row === asked.row)
  const note = record.rows.find((one) => one.row === asked.row)
  return (
    <li className={[note === undefined ? '' : 'stars-returned', items.length === 0 ? '' : 'stars-beside'].join(' ')}>
      <div>
        <p>
          <strong>
            {kind} {asked.row}
          </strong>{' '}
          {asked.text}
        </p>
        {note === undefined ? null : <p className="lx-error">{text.returnedRow(note.reason)}</p>}
        {said === undefined ? null : (
          <p>
            <StatusTag state={said.answer === 'met' ? 'done' : 'attention'}>{say(answerNames[said.answer])}</StatusTag>
            {said.reason === '' ? null : ` ${said.reason}`}
            {record.changed.includes(asked.row) ? (
              <>
                {' '}
                <StatusTag state="attention">{text.changedRow}</StatusTag>
              </>
            ) : null}
          </p>
        )}
        {was === undefined ? null : (
          <p className="lx-quiet">
            {text.wasBefore(was.reason === '' ? say(answerNames[was.answer]) : `${say(answerNames[was.answer])} ${was.reason}`)}
          </p>
        )}
        {was === undefined || said === undefined || was.items.join() === said.items.join() ? null : (
          <p className="lx-quiet">{text.itemsBefore(was.items.length)}</p>
        )}
        {said === undefined || said.items.length <= items.length ? null : (
          <p className="lx-quiet">{text.itemsGone(said.items.length - items.length)}</p>
        )}
        {said === undefined || said.known === null ? null : <p className="lx-quiet">{text.labelled(text.known, said.known)}</p>}
        <Rule record={record} asked={asked} />
      </div>
      {items.length === 0 ? null : <EvidenceItems items={items} />}
    </li>
  )
}

export function SubmittedRows({ record }: { readonly record: CandidacyShown }) {
  const text = useWords(words)
  const cited = useAnswer(stars, 'cited', { params: { unit: record.unit, id: record.id } })
  const { held } = record.evaluation
  return (
    <>
      <h3>{text.submitted}</h3>
      {record.submitted.length === 0 ? <p className="lx-quiet">{text.notSubmitted}</p> : null}
      <p>
        {text.rules} <StatusTag state={metMark(held)}>{held === null ? text.unknown : held ? text.held : text.notHeld}</StatusTag>
      </p>
      {record.changed.length === 0 ? null : <p>{text.changedSince(record.changed.length)}</p>}
      <ol className="stars-list">
        {record.asked.map((asked) => (
          <Row key={asked.row} record={record} asked={asked} items={cited.data?.rows.find((one) => one.row === asked.row)?.items ?? []} />
        ))}
      </ol>
    </>
  )
}
