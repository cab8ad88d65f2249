// Appeals about stars that are held, for whoever decides about them; a row opens its star beside the list.

import { useAnswer } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { honourVerbNames } from '../../../core/honour.ts'
import { stars } from '../stars.ts'
import type { HonourAppeal } from '../stars.ts'
import { AppealTag } from './honour-record.tsx'
import { words } from './words.ts'

export function HonourAppeals({ unit, onOpen }: { readonly unit: string; readonly onOpen: (key: string) => void }) {
  const text = useWords(words)
  const say = useText()
  const asked = useAnswer(stars, 'honourAppeals', { params: { unit } })
  const columns: readonly Column<HonourAppeal>[] = [
    { key: 'unit', title: text.appealUnit, value: (row) => row.unitName, width: 150 },
    { key: 'star', title: text.appealStar, value: (row) => row.starName, width: 150 },
    { key: 'verb', title: text.appealAgainst, value: (row) => say(honourVerbNames[row.verb]), width: 110 },
    { key: 'state', title: text.state, value: (row) => row.state, render: (row) => <AppealTag state={row.state} />, width: 110 },
    { key: 'filed', title: text.appealFiled, value: (row) => row.filedOn, width: 120 },
    { key: 'reason', title: text.appealReason, value: (row) => row.reason, width: 280 },
  ]
  if (asked.data?.rows.length === 0) return null
  return (
    <>
      <h2>{text.appeals}</h2>
      <DataTable
        name="stars.honour-appeals"
        caption={text.appeals}
        rows={asked.data?.rows}
        rowKey={(row) => row.id}
        columns={columns}
        search={false}
        onOpen={(row) => onOpen(`${row.unit}.${row.honour}`)}
        empty={{ title: text.appeals }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </>
  )
}
