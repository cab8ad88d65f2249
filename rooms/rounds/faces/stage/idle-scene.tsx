// Before the start and in breaks: what this is, when and where.

import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import type { Stage } from './shown.ts'
import { words } from './words.ts'

export function IdleScene({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  const format = useFormat()
  return (
    <section className="middle">
      <p className="lead">{stage.unitName}</p>
      <h1 className="title">{stage.name}</h1>
      {stage.theme !== '' && <p className="theme">{text.theme(stage.theme)}</p>}
      <p className="lead">{text.held(format.day(stage.heldOn), stage.place)}</p>
    </section>
  )
}

export function PauseScene({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  const { state } = stage
  const why = state === 'frozen' || state === 'tallied' || state === 'signed' ? text.pauseState[state] : text.pauseState.other
  return (
    <section className="middle">
      <p className="lead">{why}</p>
      <h1 className="title">{text.pause}</h1>
      <p className="soft">{text.pauseHint}</p>
    </section>
  )
}
