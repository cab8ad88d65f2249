// How a commitment stands, by word and shape.

import { useWords } from '#ground/ui/words.ts'
import type { Stage } from './shown.ts'
import { words } from './words.ts'

type Commitment = NonNullable<Stage['current']>['commitments'][number]

const looks = { kept: 'done', partly: 'attention', broken: 'late', 'under-way': 'waiting', none: 'waiting' } as const

export function Standing({ state, stated = false }: { readonly state: Commitment['now']; readonly stated?: boolean }) {
  const text = useWords(words)
  const key = state ?? 'none'
  return (
    <span className={`standing ${looks[key]}`}>
      {text.standing[key]}
      {stated && state !== null && <small>{text.stated}</small>}
    </span>
  )
}
