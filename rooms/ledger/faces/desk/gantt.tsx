// 时间表: a bar an entry along the calendar, from the day it was assigned to the day it is due, with the three stages scheduled
// backwards inside it. Told apart by hatching and words as well, so that it prints in grey.

import { addDays, addMonths, daysBetween } from '#ground/kernel/days.ts'
import { useWords } from '#ground/ui/words.ts'
import { stages } from '../../core/schedule.ts'
import type { Stage } from '../../core/schedule.ts'
import type { Scheduled } from './ledger.ts'
import { words } from './words.ts'

const [left, right, top, line, wide] = [330, 150, 34, 30, 1180]
const fills: Readonly<Record<Stage, string>> = { prepare: 'url(#ledger-dots)', work: '#8c959f', check: 'url(#ledger-stripes)' }

/** Cut to what fits beside the bars, Chinese letters counting twice. */
function short(text: string, most: number): string {
  let size = 0
  for (const [at, letter] of [...text].entries()) {
    size += letter > '\u2e7f' ? 2 : 1
    if (size > most) return `${[...text].slice(0, at).join('')}…`
  }
  return text
}

function Patterns() {
  return (
    <defs>
      <pattern id="ledger-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#ffffff" />
        <circle cx="3" cy="3" r="1.2" fill="#57606a" />
      </pattern>
      <pattern id="ledger-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="#ffffff" />
        <rect width="2.5" height="6" fill="#1f2329" />
      </pattern>
    </defs>
  )
}

/** The first of every month within. */
function monthsOf(from: string, to: string): string[] {
  const found: string[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = addMonths(month, 1)) if (month >= from) found.push(month)
  return found
}

export function Gantt({ rows, today, title }: { readonly rows: readonly Scheduled[]; readonly today: string; readonly title: string }) {
  const text = useWords(words)
  const dated = rows.filter((row) => row.due !== null)
  const days = dated.flatMap((row) => [row.assignedOn, row.due ?? row.assignedOn, ...row.stretches.map((one) => one.from)])
  const from = addDays(
    [today, ...days].reduce((a, b) => (a < b ? a : b)),
    -2,
  )
  const to = addDays(
    [today, ...days].reduce((a, b) => (a > b ? a : b)),
    3,
  )
  const per = (wide - left - right) / Math.max(1, daysBetween(from, to))
  const at = (day: string): number => left + daysBetween(from, day) * per
  const height = top + dated.length * line + 62
  return (
    <svg className="ledger-gantt" viewBox={`0 0 ${wide} ${height}`} role="img" aria-label={title}>
      <Patterns />
      {monthsOf(from, to).map((month) => (
        <g key={month}>
          <line x1={at(month)} x2={at(month)} y1={top - 6} y2={height - 56} stroke="#dee0e3" />
          <text x={at(month) + 4} y={top - 14} fontSize="13" fill="#57606a">
            {month.slice(0, 7)}
          </text>
        </g>
      ))}
      {dated.map((row, index) => {
        const y = top + index * line
        const due = row.due ?? row.assignedOn
        return (
          <g key={row.id}>
            <text x="0" y={y + 19} fontSize="14" fill="#1f2329">
              {short(`${row.subject.name} ${row.problem}`, 44)}
            </text>
            <rect
              x={at(row.assignedOn)}
              y={y + 6}
              width={Math.max(2, at(addDays(due, 1)) - at(row.assignedOn))}
              height="18"
              fill="#f7f8fa"
              stroke="#57606a"
            />
            {row.stretches.map((one) => (
              <rect
                key={one.stage}
                x={at(one.from)}
                y={y + 8}
                width={Math.max(2, at(addDays(one.to, 1)) - at(one.from))}
                height="14"
                fill={fills[one.stage]}
                stroke="#1f2329"
                strokeWidth="0.6"
              />
            ))}
            <text x={Math.max(at(addDays(due, 1)), at(today)) + 6} y={y + 19} fontSize="13" fill={due < today ? '#a8071a' : '#1f2329'}>
              {due < today ? `■ ${text.lateSince(due.slice(5))}` : row.fits ? due.slice(5) : `▲ ${due.slice(5)} ${text.tight}`}
            </text>
          </g>
        )
      })}
      <line x1={at(today)} x2={at(today)} y1={top - 6} y2={height - 44} stroke="#1f2329" strokeDasharray="5 3" />
      <text x={at(today) + 4} y={height - 40} fontSize="13" fill="#1f2329">
        {text.todayLine(today)}
      </text>
      {stages.map((stage, index) => (
        <g key={stage} transform={`translate(${left + index * 170} ${height - 22})`}>
          <rect width="26" height="14" fill={fills[stage]} stroke="#1f2329" strokeWidth="0.6" />
          <text x="32" y="12" fontSize="13" fill="#1f2329">
            {text.stages[stage]}
          </text>
        </g>
      ))}
    </svg>
  )
}
