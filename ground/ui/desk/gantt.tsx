// Bars along the calendar: one a row, with stretches inside it, today, and what each filling means. Told apart by hatching and
// words as well as by shade, so that it prints in grey.

import { addDays, addMonths, daysBetween } from '#ground/kernel/days.ts'
import { useId } from 'react'
import type { ReactNode } from 'react'
import './gantt.css'

export type Filling = 'dots' | 'solid' | 'stripes'

export interface GanttRow {
  readonly id: string
  readonly label: string
  /** The whole bar, both days inclusive. */
  readonly from: string
  readonly to: string
  readonly stretches: readonly { readonly filling: Filling; readonly from: string; readonly to: string }[]
  /** Behind the bar: its last day, and what is to be said of it. */
  readonly note: string
  readonly late?: boolean
}

interface GanttProps {
  readonly title: string
  readonly rows: readonly GanttRow[]
  readonly today: string
  readonly todayLabel: string
  readonly legend: readonly { readonly filling: Filling; readonly label: string }[]
  /** Days that several pictures share; those of the rows when left out. */
  readonly span?: { readonly from: string; readonly to: string }
}

const [left, right, top, line, wide] = [330, 150, 34, 30, 1180]
/** Months written out at most; of more, every third or twelfth. */
const mostMonths = 14

/** Cut to what fits beside the bars, Chinese letters counting twice. */
function short(text: string, most: number): string {
  let size = 0
  for (const [at, letter] of [...text].entries()) {
    size += letter > '\u2e7f' ? 2 : 1
    if (size > most) return `${[...text].slice(0, at).join('')}…`
  }
  return text
}

/** The first of every month within, or of every quarter or year where months are too many. */
function marksOf(from: string, to: string): string[] {
  const found: string[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = addMonths(month, 1)) if (month >= from) found.push(month)
  const step = found.length <= mostMonths ? 1 : found.length <= mostMonths * 3 ? 3 : 12
  return found.filter((month) => (Number(month.slice(5, 7)) - 1) % step === 0)
}

/** The days that rows take up, today among them, with a little room. */
export function spanOf(rows: readonly GanttRow[], today: string): { readonly from: string; readonly to: string } {
  const days = [today, ...rows.flatMap((row) => [row.from, row.to, ...row.stretches.map((one) => one.from)])]
  const first = days.reduce((a, b) => (a < b ? a : b))
  const last = days.reduce((a, b) => (a > b ? a : b))
  return { from: addDays(first, -2), to: addDays(last, 3) }
}

export function Gantt({ title, rows, today, todayLabel, legend, span = spanOf(rows, today) }: GanttProps) {
  const id = useId()
  const fills: Readonly<Record<Filling, string>> = { dots: `url(#${id}dots)`, solid: '#8c959f', stripes: `url(#${id}stripes)` }
  const per = (wide - left - right) / Math.max(1, daysBetween(span.from, span.to))
  const at = (day: string): number => left + daysBetween(span.from, day) * per
  const height = top + rows.length * line + 62
  return (
    <svg className="lx-gantt" viewBox={`0 0 ${wide} ${height}`} role="img" aria-label={title}>
      <defs>
        <pattern id={`${id}dots`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="#ffffff" />
          <circle cx="3" cy="3" r="1.2" fill="#57606a" />
        </pattern>
        <pattern id={`${id}stripes`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#ffffff" />
          <rect width="2.5" height="6" fill="#1f2329" />
        </pattern>
      </defs>
      {marksOf(span.from, span.to).map((month) => (
        <g key={month}>
          <line x1={at(month)} x2={at(month)} y1={top - 6} y2={height - 56} stroke="#dee0e3" />
          <text x={at(month) + 4} y={top - 14} fontSize="13" fill="#57606a">
            {month.slice(0, 7)}
          </text>
        </g>
      ))}
      {rows.map((row, index) => {
        const y = top + index * line
        const end = at(addDays(row.to, 1))
        return (
          <g key={row.id}>
            <text x="0" y={y + 19} fontSize="14" fill="#1f2329">
              {short(row.label, 44)}
            </text>
            <rect x={at(row.from)} y={y + 6} width={Math.max(2, end - at(row.from))} height="18" fill="#f7f8fa" stroke="#57606a" />
            {row.stretches.map((one) => (
              <rect
                key={one.filling}
                x={at(one.from)}
                y={y + 8}
                width={Math.max(2, at(addDays(one.to, 1)) - at(one.from))}
                height="14"
                fill={fills[one.filling]}
                stroke="#1f2329"
                strokeWidth="0.6"
              />
            ))}
            <text
              x={Math.max(end, row.late === true ? at(today) : 0) + 6}
              y={y + 19}
              fontSize="13"
              fill={row.late === true ? '#a8071a' : '#1f2329'}
            >
              {row.note}
            </text>
          </g>
        )
      })}
      <line x1={at(today)} x2={at(today)} y1={top - 6} y2={height - 44} stroke="#1f2329" strokeDasharray="5 3" />
      <text x={at(today) + 4} y={height - 40} fontSize="13" fill="#1f2329">
        {todayLabel}
      </text>
      {legend.map(({ filling, label }, index) => (
        <g key={filling} transform={`translate(${left + index * 170} ${height - 22})`}>
          <rect width="26" height="14" fill={fills[filling]} stroke="#1f2329" strokeWidth="0.6" />
          <text x="32" y="12" fontSize="13" fill="#1f2329">
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Wider than the page in large text or on a phone: reached and moved by the keyboard as well. */
export function GanttScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="lx-gantt-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
