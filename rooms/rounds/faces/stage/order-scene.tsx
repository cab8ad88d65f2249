// Who speaks after whom, or which stop comes next: seven lines at a time.

import { useWords } from '#ground/ui/words.ts'
import { usePages } from './paged.ts'
import { SceneHead } from './scene-head.tsx'
import type { Stage } from './shown.ts'
import { words } from './words.ts'

const most = 7

type Part = Stage['parts'][number]

/** The order that was drawn or set last: by speaking, else by stops, else as the units were taken in. */
function orderOf(parts: readonly Part[]): { kind: 'speakingOrder' | 'route' | 'roll'; lines: { part: Part; place: number }[] } {
  const taken = parts.filter(({ drawn }) => drawn !== false)
  const kind = taken.some(({ speaking }) => speaking !== null)
    ? 'speakingOrder'
    : taken.some(({ stop }) => stop !== null)
      ? 'route'
      : 'roll'
  const placeOf = (part: Part): number => (kind === 'speakingOrder' ? part.speaking : kind === 'route' ? part.stop : part.number) ?? 9999
  return { kind, lines: taken.map((part) => ({ part, place: placeOf(part) })).sort((a, b) => a.place - b.place) }
}

export function OrderScene({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  const { kind, lines } = orderOf(stage.parts)
  const page = usePages(lines, most, stage.id)
  return (
    <section className="list-scene">
      <SceneHead title={text[kind]} page={page} />
      {lines.length === 0 && <p className="lead">{text.noUnits}</p>}
      <ol className="lines">
        {page.items.map(({ part, place }) => (
          <li key={part.subject}>
            <span className="place">{place === 9999 ? '' : place}</span>
            <span className="name">{part.name}</span>
            <span className="mark done">{part.presentedAt === null ? '' : text.done}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
