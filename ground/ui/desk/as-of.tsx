// Every live figure says as of when it is, and whether the line to the server stands.

import { useFormat } from '../format.ts'
import { useLiveState } from '../live.ts'
import { useWords } from '../words.ts'
import { StatusTag } from './status-tag.tsx'
import { words } from './words.ts'

export function AsOf({ at }: { readonly at: number | string | null }) {
  const text = useWords(words)
  const format = useFormat()
  return at === null ? null : <span className="lx-as-of">{text.asOf(format.time(at))}</span>
}

/** The live connection's state with its time. */
export function LiveMark() {
  const text = useWords(words)
  const { state, asOf } = useLiveState()
  return (
    <span className="lx-live" role="status">
      {state === 'open' ? <StatusTag state="done">{text.live}</StatusTag> : null}
      {state === 'connecting' ? <StatusTag state="waiting">{text.connecting}</StatusTag> : null}
      {state === 'lost' ? <StatusTag state="attention">{text.lost}</StatusTag> : null}
      {state === 'lost' ? <AsOf at={asOf} /> : null}
    </span>
  )
}
