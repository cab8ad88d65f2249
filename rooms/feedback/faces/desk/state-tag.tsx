// A record's state with its mark; a late answer outweighs the state.

import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { stateNames } from '../../core/state.ts'
import type { Row } from './feedback.ts'

const marks = {
  received: 'waiting',
  handling: 'attention',
  reopened: 'attention',
  answered: 'done',
  satisfied: 'done',
  closed: 'done',
  transferred: 'waiting',
} as const

export function StateTag({ row }: { readonly row: Pick<Row, 'state' | 'deadline'> }) {
  const say = useText()
  const late = row.deadline !== null && row.deadline.state.startsWith('late')
  return <StatusTag state={late ? 'late' : marks[row.state]}>{say(stateNames[row.state])}</StatusTag>
}
