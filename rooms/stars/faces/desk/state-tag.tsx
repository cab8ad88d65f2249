// A candidacy's state with its mark.

import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { stateNames } from '../../core/candidacy.ts'
import type { State } from '../../core/candidacy.ts'

const marks: Readonly<Record<State, Status>> = {
  checking: 'waiting',
  first: 'waiting',
  office: 'waiting',
  joint: 'waiting',
  agreed: 'waiting',
  publicised: 'waiting',
  certified: 'done',
  returned: 'attention',
  refused: 'late',
  appealed: 'attention',
  dismissed: 'late',
  withdrawn: 'waiting',
}

export function StateTag({ state }: { readonly state: State }) {
  const say = useText()
  return <StatusTag state={marks[state]}>{say(stateNames[state])}</StatusTag>
}
