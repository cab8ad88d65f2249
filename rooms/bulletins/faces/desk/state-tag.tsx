// A bulletin's state with its mark.

import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { stateNames } from '../../core/state.ts'
import type { Row } from './bulletins.ts'

const marks = { draft: 'waiting', signed: 'attention', published: 'done' } as const

export function StateTag({ state }: Pick<Row, 'state'>) {
  const say = useText()
  return <StatusTag state={marks[state]}>{say(stateNames[state])}</StatusTag>
}
