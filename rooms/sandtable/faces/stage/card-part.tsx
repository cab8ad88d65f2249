// What a unit's card says to a hall: few figures, large.

import { useWords } from '#ground/ui/words.ts'
import type { Card, Parts } from './sandtable.ts'
import { words } from './words.ts'

const sum = (stars: Card['stars'], figure: 'certified' | 'aimed'): number => stars.reduce((all, star) => all + star[figure], 0)

export function CardPart({ card, parts }: { readonly card: Card; readonly parts: Parts }) {
  const text = useWords(words)
  const { commitments, entries, spots } = parts
  return (
    <aside className="sand-card">
      <dl className="sand-figures">
        <div>
          <dt>{text.certified}</dt>
          <dd>{text.stars(sum(card.stars, 'certified'))}</dd>
        </div>
        <div>
          <dt>{text.aimed}</dt>
          <dd>{text.stars(sum(card.stars, 'aimed'))}</dd>
        </div>
      </dl>
      <ul className="sand-stars">
        {card.stars.map((star) => (
          <li key={star.code}>
            <span>{star.name}</span>
            <span className="figures">{text.figure(star.certified, star.aimed)}</span>
          </li>
        ))}
      </ul>
      <dl className="sand-lines">
        {commitments === null ? null : (
          <div>
            <dt>{text.commitments}</dt>
            <dd>{commitments.all === 0 ? text.noCommitments : text.promises(commitments.kept, commitments.all)}</dd>
          </div>
        )}
        {entries === null ? null : (
          <div>
            <dt>{text.entries}</dt>
            <dd>{text.open(entries.open, entries.late)}</dd>
          </div>
        )}
        {spots === null ? null : (
          <div>
            <dt>{text.spots}</dt>
            <dd>{spots.all === null ? text.latestSpots(spots.rows.length) : text.spotCount(spots.all)}</dd>
          </div>
        )}
      </dl>
    </aside>
  )
}
