// An entry's state with its mark; being late outweighs the state.

import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { stateNames } from '../../core/state.ts'
import type { Row } from './ledger.ts'

const marks: Readonly<Record<Row['state'], Status>> = {
  assigned: 'waiting',
  refused: 'attention',
  rectifying: 'attention',
  checking: 'attention',
  closed: 'done',
  held: 'done',
  relapsed: 'late',
  withdrawn: 'waiting',
}

export function StateTag({ row }: { readonly row: Pick<Row, 'state' | 'alarm'> }) {
  const say = useText()
  return <StatusTag state={row.alarm.startsWith('late') ? 'late' : marks[row.state]}>{say(stateNames[row.state])}</StatusTag>
}
