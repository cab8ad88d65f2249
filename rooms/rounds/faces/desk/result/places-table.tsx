// What was revealed: bands, or ranks with totals, components, spread and how many judges they rest on.

import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useWords } from '#ground/ui/words.ts'
import type { Place, Round } from '../rounds.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const marks: Readonly<Record<Place['band'], Status>> = { advanced: 'done', good: 'waiting', improving: 'waiting' }

/** A mark with component and panel as the rules call them. */
function markOf(text: Words, { rules }: Round, mark: string): string {
  const [kind = '', where = ''] = mark.split(':')
  const [component = '', panel = ''] = where.split('/')
  const titles = [rules.components.find(({ id }) => id === component)?.title, rules.panels.find(({ id }) => id === panel)?.title]
  return text.mark(kind, titles.filter((title) => title !== undefined).join('·'))
}

function columnsOf(text: Words, round: Round, figures: boolean): readonly Column<Place>[] {
  const number = (value: string | null | undefined): number | null => (value === null || value === undefined ? null : Number(value))
  const plain: readonly Column<Place>[] = [
    { key: 'unit', title: text.unit, value: (row) => row.name, width: 180 },
    {
      key: 'band',
      title: text.band,
      value: (row) => row.band,
      render: (row) => <StatusTag state={marks[row.band]}>{text.bands[row.band]}</StatusTag>,
      width: 120,
    },
  ]
  if (!figures) return plain
  return [
    ...plain,
    { key: 'rank', title: text.rank, value: (row) => row.rank, numeric: true, width: 80 },
    { key: 'total', title: text.total, value: (row) => number(row.total), render: (row) => row.total, numeric: true, width: 100 },
    ...round.rules.components.flatMap(({ id, title }): Column<Place>[] => [
      {
        key: id,
        title,
        value: (row) => number(row.components?.[id]),
        render: (row) => row.components?.[id] ?? '',
        numeric: true,
        width: 110,
      },
      { key: `spread-${id}`, title: text.spreadOf(title), value: (row) => number(row.spread?.[id]), numeric: true, width: 110 },
      { key: `judges-${id}`, title: text.judgesOf(title), value: (row) => row.judges?.[id] ?? null, numeric: true, width: 110 },
    ]),
    { key: 'marks', title: text.marks, value: (row) => text.list(row.marks.map((mark) => markOf(text, round, mark))), width: 260 },
  ]
}

export function PlacesTable({
  round,
  places,
  caption,
}: {
  readonly round: Round
  readonly places: readonly Place[]
  readonly caption: string
}) {
  const text = useWords(words)
  return (
    <DataTable
      name="round-places"
      caption={caption}
      rows={places}
      rowKey={(row) => row.subject}
      columns={columnsOf(
        text,
        round,
        places.some(({ rank }) => rank !== null),
      )}
      search={false}
      empty={{ title: text.resultEmpty }}
    />
  )
}
