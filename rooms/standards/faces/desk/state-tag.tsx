// An edition's state with its mark.

import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import type { Row } from './standards.ts'
import { words } from './words.ts'

const marks: Readonly<Record<Row['state'], Status>> = { draft: 'attention', issued: 'done', retired: 'waiting' }

export function StateTag({ state }: Pick<Row, 'state'>) {
  const text = useWords(words)
  return <StatusTag state={marks[state]}>{text.states[state]}</StatusTag>
}
