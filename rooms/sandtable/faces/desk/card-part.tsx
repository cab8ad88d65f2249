// The card of a unit: stars, commitments, open entries, spots before and after.

import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { withSums } from '../../core/with-sums.ts'
import type { Card, Parts, SpotRow, Sums } from './sandtable.ts'
import { SpotsPart } from './spots-part.tsx'
import { words } from './words.ts'

const looks = { kept: 'done', partly: 'attention', broken: 'late', 'under-way': 'waiting', none: 'waiting' } as const

function Stars({ card }: { readonly card: Card }) {
  const text = useWords(words)
  // Of one village a star is held or not; of more, it is a number.
  const figure = (count: number) => (card.villages > 1 ? count : count > 0 ? text.yes : text.no)
  return (
    <section aria-label={text.stars}>
      <h3>{text.stars}</h3>
      {card.stars.every(({ certified, aimed }) => certified + aimed === 0) ? (
        <p className="lx-quiet">{text.noStars}</p>
      ) : (
        <table className="sand-stars">
          <thead>
            <tr>
              <th scope="col">{text.star}</th>
              <th scope="col">{text.certified}</th>
              <th scope="col">{text.aimed}</th>
            </tr>
          </thead>
          <tbody>
            {card.stars.map((star) => (
              <tr key={star.code}>
                <th scope="row">{star.name}</th>
                <td className="lx-figures">{figure(star.certified)}</td>
                <td className="lx-figures">{figure(star.aimed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Commitments({ made }: { readonly made: NonNullable<Parts['commitments']> }) {
  const text = useWords(words)
  const tag = (state: (typeof made.rows)[number]['now']) => (
    <StatusTag state={looks[state ?? 'none']}>{text.standing[state ?? 'none']}</StatusTag>
  )
  return (
    <section aria-label={text.commitments}>
      <h3>{text.commitments}</h3>
      {made.all === 0 ? <p className="lx-quiet">{text.noCommitments}</p> : null}
      {made.all > 0 && made.rows.length === 0 ? (
        <>
          <p>{text.commitmentSums(made.units, made.all)}</p>
          <p className="lx-quiet">{text.sums(made.kept, made.partly, made.underWay, made.broken)}</p>
        </>
      ) : null}
      <ol className="sand-commitments">
        {made.rows.map((row) => (
          <li key={row.number}>
            <span>{row.text}</span>
            <span className="sand-standing">
              {text.now} {tag(row.now)}
              {row.now !== null && !row.confirmed ? <span className="lx-quiet"> {text.stated}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Entries({ unit, entries }: { readonly unit: string; readonly entries: NonNullable<Parts['entries']> }) {
  const text = useWords(words)
  const { shortDay } = useFormat()
  return (
    <section aria-label={text.entries}>
      <h3>
        {text.entries} <span className="lx-quiet lx-figures">{text.open(entries.open)}</span>
      </h3>
      <p className="lx-quiet lx-figures">
        {entries.open === 0 ? `${text.noEntries} ` : ''}
        {text.entrySums(entries.late, entries.closed)}
      </p>
      <ul className="sand-entries">
        {entries.rows.map((row) => (
          <li key={row.id}>
            <PageLink to={`/desk/ledger?unit=${row.unit}&open=${row.unit}.${row.id}`}>{row.problem}</PageLink>
            <span className="lx-quiet lx-figures">
              {text.entry(row.subjectName, shortDay(row.assignedOn), row.due === null ? null : shortDay(row.due))}
            </span>
          </li>
        ))}
      </ul>
      {entries.open > entries.rows.length ? <PageLink to={`/desk/ledger?unit=${unit}`}>{text.allEntries}</PageLink> : null}
    </section>
  )
}

interface CardPartProps {
  readonly card: Card
  /** Above a county, as soon as they are there. */
  readonly sums: Sums | undefined
  /** They are on their way. */
  readonly adding: boolean
  /** Puts a spot on the big screen, while one is driven from here. */
  readonly onShow: ((spot: SpotRow) => void) | null
}

export function CardPart({ card, sums, adding, onShow }: CardPartProps) {
  const text = useWords(words)
  const { commitments, entries, spots } = withSums(card, sums)
  const { shortDay } = useFormat()
  return (
    <aside className="sand-card" aria-label={text.card(card.unitName)}>
      <h2>{card.unitName}</h2>
      <p className="lx-quiet">
        {text.quarterAt(card.quarter)} · {text.asOf(shortDay(card.asOf))}
        {card.villages > 1 ? ` · ${text.villages(card.villages)}` : ''}
      </p>
      <Stars card={card} />
      {adding ? <p className="lx-quiet">{text.coming}</p> : null}
      {spots === null ? null : <SpotsPart key={card.unit} unit={card.unit} spots={spots} onShow={onShow} />}
      {commitments === null ? null : <Commitments made={commitments} />}
      {entries === null ? null : <Entries unit={card.unit} entries={entries} />}
    </aside>
  )
}
