// What a reviewer may want to look at twice; stands only before those who review.

import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { hintText } from '../../core/hint-words.ts'
import { type Item, keyOf } from './evidence.ts'
import { words } from './words.ts'

type Hint = Item['hints'][number]

function HintLine({ hint, item }: { readonly hint: Hint; readonly item: Item }) {
  const text = useWords(words)
  const say = useText()
  const { day } = useFormat()
  const says = say(hintText(hint, item.effectiveOn))
  return (
    <li>
      <StatusTag state="attention">{says}</StatusTag>
      {hint.kind === 'elsewhere' && hint.others.length === 0 ? <p className="lx-quiet">{text.beyond}</p> : null}
      {hint.others.map((other) => (
        <p key={other.id}>
          <PageLink to={`/desk/evidence?unit=${other.unit}&period=${other.effectiveOn.slice(0, 4)}&open=${keyOf(other)}`}>
            {text.other(other.unitName, other.shows, day(other.effectiveOn))}
          </PageLink>
        </p>
      ))}
    </li>
  )
}

export function Hints({ item }: { readonly item: Item }) {
  const text = useWords(words)
  if (item.hints.length === 0) return null
  return (
    <section className="lx-evidence-hints" aria-label={text.hints}>
      <h3>{text.hints}</h3>
      <ul>
        {item.hints.map((hint) => (
          <HintLine key={hint.kind} hint={hint} item={item} />
        ))}
      </ul>
      <p className="lx-quiet">{text.hintsNote}</p>
    </section>
  )
}
