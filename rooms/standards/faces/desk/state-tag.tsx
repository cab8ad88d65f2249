// An edition's state with its mark.

import { useText } from '#ground/ui/language.ts'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { stateOf } from '../../core/list-words.ts'
import type { Row } from './standards.ts'

const marks: Readonly<Record<Row['state'], Status>> = { draft: 'attention', issued: 'done', retired: 'waiting' }

export function StateTag({ row }: { readonly row: Pick<Row, 'state' | 'returned'> }) {
  const say = useText()
  return <StatusTag state={marks[row.state]}>{say(stateOf(row))}</StatusTag>
}
