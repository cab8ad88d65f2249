// The stars that a unit holds or held, among those on its phone; each leads to what happened to it.

import { daysBetween } from '#ground/kernel/days.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { honourNames } from '../../core/honour.ts'
import { heldAddress } from './hand-client.ts'
import type { Hand } from './hand-client.ts'
import { HeldMark } from './held-mark.tsx'
import { words as heldWords } from './held-words.ts'
import { words } from './words.ts'

export function HeldList({ hand }: { readonly hand: Hand }) {
  const text = useWords(words)
  const say = useText()
  const { day } = useFormat()
  const held = useWords(heldWords)
  const rows = hand.held
  return (
    <section>
      <h2>{held.title}</h2>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <a className="star-line" href={heldAddress(row)}>
              <span className="name">
                {row.starName} · {held.year(row.year)}
              </span>
              <HeldMark state={row.state}>
                {say(honourNames[row.state])}
                {row.state === 'mending' && row.due !== null && ` · ${text.until(day(row.due), daysBetween(hand.today, row.due))}`}
              </HeldMark>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
