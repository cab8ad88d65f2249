// What the data say already of stars that are before joint review or publicity: a mark on the row, its rows and reasons below.

import { useAnswer } from '#ground/ui/answers.ts'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { words } from './cycle-words.ts'
import { keyOf, stars } from './stars.ts'
import type { CycleRow, ForeseenRow } from './stars.ts'

export type Foreseen = ReadonlyMap<string, ForeseenRow>

/** By record; empty until it is known. */
export function useForeseen(cycle: CycleRow | undefined, state: 'joint' | 'agreed', below: string): Foreseen {
  const query = { state, ...(below === '' ? {} : { below }) }
  const asked = useAnswer(stars, 'foreseen', cycle === undefined ? null : { params: { unit: cycle.unit, id: cycle.id }, query })
  return new Map((asked.data?.rows ?? []).map((row) => [keyOf(row), row]))
}

/** The bottom lines or the rule that stand in the way; nothing where none does. */
export function ForeseenMark({ of }: { readonly of: ForeseenRow | undefined }) {
  if (of === undefined) return null
  const title = of.rows.map((row) => `${row.row} ${row.because}`).join('\n')
  return (
    <span title={title}>
      <StatusTag state="attention">{of.hindrances.join('；')}</StatusTag>
    </span>
  )
}

/** Every hindered star with its rows and reasons, below the table, so that whoever passes or publicises reads them first. */
export function ForeseenList({ of, nameOf }: { readonly of: Foreseen; readonly nameOf: (row: ForeseenRow) => string }) {
  const text = useWords(words)
  if (of.size === 0) return null
  return (
    <section aria-label={text.foreseenTitle}>
      <h3>{text.foreseenTitle}</h3>
      <ul className="stars-list">
        {[...of.values()].map((row) => (
          <li key={keyOf(row)}>
            <strong>{nameOf(row)}</strong> {row.hindrances.join('；')}
            {row.rows.map((one) => (
              <p key={one.row}>
                {one.row} {one.because}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
