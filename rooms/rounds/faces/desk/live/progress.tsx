// Which sheets are in: judges down, units across, one table a component. By word, shape and colour; never a point.

import { useAnswer } from '#ground/ui/answers.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { LiveMark } from '#ground/ui/desk/as-of.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { at, inOrder, type Round, rounds, type SheetLine } from '../rounds.ts'
import { words } from './words.ts'

const shapes: Readonly<Record<SheetLine['state'], Status>> = {
  complete: 'done',
  'in-work': 'attention',
  none: 'waiting',
  recused: 'waiting',
  withdrawn: 'late',
  unconfirmed: 'attention',
}

function Matrix({ round, lines, title }: { readonly round: Round; readonly lines: readonly SheetLine[]; readonly title: string }) {
  const text = useWords(words)
  const units = inOrder(round.parts)
  const judges = [...new Map(lines.map((line) => [line.seat, line])).values()]
  const found = new Map(lines.map((line) => [`${line.seat} ${line.subject}`, line]))
  const panels = new Map(round.rules.panels.map(({ id, title: name }) => [id, name]))
  const due = lines.filter(({ state }) => state !== 'recused' && state !== 'withdrawn')
  const complete = due.filter(({ state }) => state === 'complete').length
  return (
    <>
      <p>
        <StatusTag state={complete === due.length ? 'done' : 'attention'}>{text.complete(complete, due.length)}</StatusTag>
      </p>
      <div className="lx-table-box rounds-matrix" role="region" aria-label={title} tabIndex={0}>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.judge}</th>
              {units.map(({ subject, name }) => (
                <th key={subject} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {judges.map(({ seat, label, panel }) => (
              <tr key={seat}>
                <th scope="row">
                  {label} <span className="lx-quiet">{panels.get(panel) ?? ''}</span>
                </th>
                {units.map(({ subject }) => {
                  const state = found.get(`${seat} ${subject}`)?.state
                  return (
                    <td key={subject}>{state === undefined ? null : <StatusTag state={shapes[state]}>{text.marks[state]}</StatusTag>}</td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

export function Progress({ round }: { readonly round: Round }) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'progress', { params: at(round) })
  const lines = asked.data?.sheets
  return (
    <section className="rounds-box">
      <h2>{text.progress}</h2>
      <p className="lx-quiet">
        {text.progressLead} <LiveMark />
      </p>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {lines?.length === 0 ? <p className="lx-quiet">{text.noJudges}</p> : null}
      {lines === undefined || lines.length === 0
        ? null
        : round.rules.components.map(({ id, title }) => (
            <Matrix key={id} round={round} lines={lines.filter(({ component }) => component === id)} title={text.progressOf(title)} />
          ))}
    </section>
  )
}
