// Before and after, side by side, as far as there are pictures; each opens large.

import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { hintText } from '#rooms/evidence/core/hint-words.ts'
import type { ReactNode } from 'react'
import type { Exhibit, LedgerRecord } from './ledger.ts'
import './ledger.css'
import { viewOf } from './sending.ts'
import { words } from './words.ts'

export function ExhibitList({ items, act }: { readonly items: readonly Exhibit[]; readonly act?: (item: Exhibit) => ReactNode }) {
  const text = useWords(words)
  const say = useText()
  const { shortDay } = useFormat()
  return (
    <ul className="ledger-exhibits">
      {items.map((item) => (
        <li key={item.id}>
          {item.preview === 'made' ? (
            <a href={viewOf(item, 'large')} target="_blank" rel="noreferrer" aria-label={text.enlarge(item.shows)}>
              <img src={viewOf(item, 'small')} alt="" loading="lazy" />
            </a>
          ) : (
            <span className="ledger-blank">{item.preview === 'waiting' ? text.pictureWaits : text.noPicture}</span>
          )}
          <span>{item.shows}</span>
          <span className="lx-quiet">
            {shortDay(item.effectiveOn)}
            {item.spot === null ? '' : ` · ${item.spot}`}
          </span>
          {item.hints.map((hint) => (
            <span key={hint.kind} className="ledger-hint">
              {text.hint(say(hintText(hint, item.effectiveOn)))}
            </span>
          ))}
          {act?.(item)}
        </li>
      ))}
    </ul>
  )
}

export function Exhibits({ exhibits }: Pick<LedgerRecord, 'exhibits'>) {
  const text = useWords(words)
  if (exhibits.length === 0) return null
  const before = exhibits.filter((item) => item.phase === 'before')
  const after = exhibits.filter((item) => item.phase === 'after')
  const other = exhibits.filter((item) => item.phase !== 'before' && item.phase !== 'after')
  const part = (title: string, items: readonly Exhibit[]) => (
    <section aria-label={title}>
      <h4>{title}</h4>
      {items.length === 0 ? <p className="lx-quiet">{text.none}</p> : <ExhibitList items={items} />}
    </section>
  )
  return (
    <>
      <h3>{text.exhibits}</h3>
      {before.length + after.length === 0 ? null : (
        <div className="ledger-pair">
          {part(text.phases.before, before)}
          {part(text.phases.after, after)}
        </div>
      )}
      {other.length === 0 ? null : part(text.otherExhibits, other)}
      {exhibits.some(({ hints }) => hints.length > 0) ? <p className="lx-quiet">{text.hintsNote}</p> : null}
    </>
  )
}
