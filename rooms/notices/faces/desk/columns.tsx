// Columns of the list. New is what came after the person's own mark.

import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import type { Notice } from './notices.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

function Title({ row }: { readonly row: Notice }) {
  const say = useText()
  return say(row.title)
}

function At({ at }: Pick<Notice, 'at'>) {
  return useFormat().moment(at)
}

/** A state by word, shape and colour. */
export function NoticeState({ row, mark, sent }: { readonly row: Notice; readonly mark: string | null; readonly sent: boolean }) {
  const text = useWords(words)
  if (row.withdrawnAt !== null) return <StatusTag state="waiting">{text.withdrawn}</StatusTag>
  if (sent) return <StatusTag state="done">{text.standing}</StatusTag>
  return mark === null || row.at > mark ? (
    <StatusTag state="attention">{text.isNew}</StatusTag>
  ) : (
    <StatusTag state="done">{text.seen}</StatusTag>
  )
}

export function columnsOf(text: Words, sent: boolean, mark: string | null): readonly Column<Notice>[] {
  const whom = (row: Notice): string => `${row.to.name}（${text.reachShort[row.reach]}）`
  return [
    { key: 'title', title: text.heading, value: (row) => row.title.zh, render: (row) => <Title row={row} />, width: 290 },
    {
      key: 'state',
      title: text.state,
      value: (row) => (row.withdrawnAt !== null ? 2 : !sent && (mark === null || row.at > mark) ? 0 : 1),
      render: (row) => <NoticeState row={row} mark={mark} sent={sent} />,
      width: 110,
    },
    { key: 'weight', title: text.weight, value: (row) => text.weights[row.weight], width: 90 },
    sent
      ? { key: 'to', title: text.to, value: whom, width: 190 }
      : { key: 'from', title: text.from, value: (row: Notice) => row.sender.name, width: 140 },
    { key: 'at', title: text.at, value: (row) => row.at, render: (row) => <At at={row.at} />, width: 160 },
    { key: 'until', title: text.until, value: (row) => row.until, width: 120 },
  ]
}

export function filtersOf(text: Words): readonly Filter<Notice>[] {
  const choices = Object.entries(text.weights).map(([value, label]) => ({ value, label }))
  return [{ key: 'weight', title: text.weight, choices, test: (row, value) => row.weight === value }]
}
