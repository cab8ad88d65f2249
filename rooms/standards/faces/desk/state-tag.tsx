// An edition's state with its mark.

import { useText } from '#ground/ui/language.ts'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { stateNames } from '../../core/list-words.ts'
import type { Row } from './standards.ts'

const marks: Readonly<Record<Row['state'], Status>> = { draft: 'attention', issued: 'done', retired: 'waiting' }

export function StateTag({ state }: Pick<Row, 'state'>) {
  const say = useText()
  return <StatusTag state={marks[state]}>{say(stateNames[state])}</StatusTag>
}
