// One row as it is reviewed on site: what is asked, what the unit says and shows, and what is to be mended.

import { useId } from 'react'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { hintText } from '#rooms/evidence/core/hint-words.ts'
import { answerNames } from '../../core/self-check.ts'
import type { At, ReviewItem, ReviewRow as Row } from './hand-client.ts'
import { notesOf } from './hand-state.ts'
import type { HandState } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'
import { words as moreWords } from './review-more-words.ts'
import { words as reviewWords } from './review-words.ts'
import { RowAsked, RowSteps } from './row-asked.tsx'
import { useRowName } from './row-name.ts'
import { SmallPicture } from './small-picture.tsx'
import { useExhibits } from './use-exhibits.ts'
import { words } from './words.ts'

/** A sheet that was kept before hints came with it has none. */
const hintsOf = (item: ReviewItem): ReviewItem['hints'] => (item as Partial<ReviewItem>).hints ?? []

function Pictures({ store, items }: Pick<Props, 'store' | 'items'>) {
  const text = useWords(moreWords)
  const say = useText()
  const exhibits = useExhibits(store)
  if (exhibits === null) return <p className="quiet">{text.coming}</p>
  const pictures = (
    <ul className="pictures">
      {items.map((item, index) => (
        <li key={item.id}>
          <a href={`/api/v1/evidence/${item.unit}/${item.id}/view?size=large`} target="_blank" rel="noreferrer">
            <SmallPicture
              key={item.preview}
              exhibits={exhibits}
              unit={item.unit}
              id={item.id}
              photo={null}
              alt={text.picture(index + 1, item.shows)}
              none={item.media === 'application/pdf' ? item.shows : text.noPicture}
            />
          </a>
          <span className="small">{item.shows}</span>
          <span className="quiet small">{item.effectiveOn}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {pictures}
      {items.flatMap((item, index) =>
        hintsOf(item).map((hint) => (
          <p key={`${item.id} ${hint.kind}`} className="attention">
            ▲ {text.hint(index + 1, say(hintText(hint, item.effectiveOn)))}
          </p>
        )),
      )}
    </>
  )
}

interface Props {
  readonly store: HandStore
  readonly state: HandState
  readonly at: At
  readonly rows: readonly Row[]
  readonly row: Row
  readonly items: readonly ReviewItem[]
  readonly decides: boolean
}

export function ReviewRow({ store, state, at, rows, row, items, decides }: Props) {
  const text = useWords(words)
  const sheet = useWords(reviewWords)
  const review = useWords(moreWords)
  const say = useText()
  const name = useRowName()
  const [note, title] = [useId(), useId()]
  const notes = notesOf(state, at.id)
  const reason = notes.rows[row.row] ?? ''
  const seen = notes.seen.includes(row.row)
  return (
    <>
      <a className="plain back" href="#">
        ← {text.toList}
      </a>
      <h1>
        {name(row)} {!row.required && <span className="quiet">{text.optional}</span>}
      </h1>
      {row.named !== null && <p className="card attention kept-text">▲ {review.namedBefore(row.named)}</p>}
      <RowAsked row={row} />
      <section className="card">
        <h2>{review.answer}</h2>
        <p>
          <strong>{row.answer === null ? sheet.unanswered : say(answerNames[row.answer])}</strong>
          {row.changed && <span className="attention"> ▲ {sheet.changed}</span>}
        </p>
        {row.reason !== '' && <p className="kept-text">{row.reason}</p>}
        {row.knownThen !== null && <p className="quiet">{review.knownThen(row.knownThen)}</p>}
      </section>
      <section aria-labelledby={title}>
        <h2 id={title}>{sheet.pictures}</h2>
        {items.length === 0 ? <p className="quiet">{review.noPictures}</p> : <Pictures store={store} items={items} />}
      </section>
      {decides && (
        <>
          <label htmlFor={note}>{review.note}</label>
          <textarea
            id={note}
            maxLength={500}
            value={reason}
            onChange={(event) => store.note(at, { rows: { ...notes.rows, [row.row]: event.target.value } })}
          />
          <p className="secret">{review.secret}</p>
          <label className="seen-mark">
            <input
              type="checkbox"
              checked={seen && reason.trim() === ''}
              disabled={reason.trim() !== ''}
              onChange={() => store.note(at, { seen: seen ? notes.seen.filter((one) => one !== row.row) : [...notes.seen, row.row] })}
            />
            {review.seen}
          </label>
        </>
      )}
      <RowSteps rows={rows.map((one) => one.row)} row={row.row} done={seen || reason.trim() !== ''} />
    </>
  )
}
