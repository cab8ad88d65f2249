// The state of an account in a word, a shape and a colour.

import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import type { Row } from './people.ts'
import { words } from './words.ts'

const marks = { active: 'done', waiting: 'waiting', locked: 'late', erased: 'waiting' } as const

export function StateTag({ state }: { readonly state: Row['state'] }) {
  const text = useWords(words)
  return <StatusTag state={marks[state]}>{text.states[state]}</StatusTag>
}
