// The units that take part, once they are set: their numbers, and the orders that were drawn or laid down.

import { useWords } from '#ground/ui/words.ts'
import type { Round } from '../rounds.ts'
import { words } from './words.ts'

export function PartsList({ round }: { readonly round: Round }) {
  const text = useWords(words)
  return (
    <section className="rounds-box">
      <h2>{text.partsTitle}</h2>
      <ol className="rounds-parts">
        {round.parts.map((part) => (
          <li key={part.subject}>
            <span className="lx-figures">{part.number}</span> {part.name}
            <span className="lx-quiet">
              {part.speaking === null ? '' : ` · ${text.speaking} ${part.speaking}`}
              {part.stop === null ? '' : ` · ${text.stop} ${part.stop}`}
              {part.drawn === false ? ` · ${text.notDrawn}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
