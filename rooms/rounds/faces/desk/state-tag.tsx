// A round's state by word, shape and colour.

import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { type State, stateNames } from '../../core/state.ts'

const marks: Readonly<Record<State, Status>> = {
  planned: 'waiting',
  fixed: 'waiting',
  live: 'attention',
  frozen: 'attention',
  tallied: 'attention',
  signed: 'attention',
  revealed: 'attention',
  published: 'done',
  closed: 'done',
  cancelled: 'waiting',
}

export function StateTag({ state }: { readonly state: State }) {
  const say = useText()
  return <StatusTag state={marks[state]}>{say(stateNames[state])}</StatusTag>
}
