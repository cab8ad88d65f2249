// Pictures cited for one row: seen where the row stands; whoever may, cites and takes back with one tap.

import { addressOf, client } from '#ground/ui/client.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { hintText } from '#rooms/evidence/core/hint-words.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Item } from './stars.ts'
import { words } from './words.ts'

/** Views are another room's; its address is asked from the house like any other. */
const evidence = client('evidence')
const viewOf = ({ unit, id }: Item, size: 'small' | 'large'): string =>
  addressOf(evidence, 'view', { params: { unit, id }, query: { size } } as never)

interface EvidenceItemsProps {
  readonly items: readonly Item[]
  /** What one may do with an item. */
  readonly act?: (item: Item) => ReactNode
}

export function EvidenceItems({ items, act }: EvidenceItemsProps) {
  const text = useWords(words)
  const say = useText()
  const { shortDay } = useFormat()
  return (
    <ul className="stars-picks">
      {items.map((item) => (
        <li key={item.id}>
          {item.preview === 'made' ? (
            <a href={viewOf(item, 'large')} target="_blank" rel="noreferrer" aria-label={text.enlarge(item.shows)}>
              <img src={viewOf(item, 'small')} alt="" loading="lazy" />
            </a>
          ) : (
            <span className="stars-blank">{text.noPicture}</span>
          )}
          <span>
            {item.shows} <span className="lx-quiet">{shortDay(item.effectiveOn)}</span>
          </span>
          {item.hints.map((hint) => (
            <span key={hint.kind} className="stars-hint">
              {text.hint(say(hintText(hint, item.effectiveOn)))}
            </span>
          ))}
          {act?.(item)}
        </li>
      ))}
    </ul>
  )
}

interface PickProps {
  readonly items: readonly Item[]
  readonly cited: readonly Item[]
  readonly pending: boolean
  readonly onCite: (item: Item) => void
  readonly onWithdraw: (item: Item) => void
}

/** What is cited, and below it what else could be. */
export function PickEvidence({ items, cited, pending, onCite, onWithdraw }: PickProps) {
  const text = useWords(words)
  const left = items.filter((item) => !cited.some((one) => one.id === item.id))
  const takeBack = (item: Item) => (
    <Button size="small" disabled={pending} aria-label={text.citeTakeOf(item.shows)} onClick={() => onWithdraw(item)}>
      {text.citeTake}
    </Button>
  )
  const citeIt = (item: Item) => (
    <Button size="small" type="primary" ghost disabled={pending} aria-label={text.citeIt(item.shows)} onClick={() => onCite(item)}>
      {text.cite}
    </Button>
  )
  return (
    <>
      <p className="lx-quiet">{items.length === 0 ? text.citeNone : text.citeLead}</p>
      <EvidenceItems items={cited} act={takeBack} />
      <EvidenceItems items={left} act={citeIt} />
    </>
  )
}
