// Stars whose units say that they have mended, for whoever decides about them; a row opens its star beside the list.

import { useAnswer } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { honourNames } from '../../../core/honour.ts'
import { stars } from '../stars.ts'
import type { HonourReport } from '../stars.ts'
import { words } from './words.ts'

export function HonourReports({ unit, onOpen }: { readonly unit: string; readonly onOpen: (key: string) => void }) {
  const text = useWords(words)
  const say = useText()
  const asked = useAnswer(stars, 'honourReports', { params: { unit } })
  const columns: readonly Column<HonourReport>[] = [
    { key: 'unit', title: text.appealUnit, value: (row) => row.honour.unitName, width: 150 },
    { key: 'star', title: text.appealStar, value: (row) => row.honour.starName, width: 150 },
    { key: 'state', title: text.state, value: (row) => say(honourNames[row.honour.state]), width: 110 },
    { key: 'on', title: text.reportOn, value: (row) => row.on, width: 120 },
    { key: 'said', title: text.reportSaid, value: (row) => row.said, width: 280 },
  ]
  if (asked.data === undefined ? asked.error === null : asked.data.rows.length === 0) return null
  return (
    <>
      <h2>{text.reports}</h2>
      <DataTable
        name="stars.honour-reports"
        caption={text.reports}
        rows={asked.data?.rows}
        rowKey={(row) => row.honour.id}
        columns={columns}
        search={false}
        onOpen={(row) => onOpen(`${row.honour.unit}.${row.honour.id}`)}
        empty={{ title: text.reports }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </>
  )
}
