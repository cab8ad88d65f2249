// The evidence of a row: what was taken or cited on this phone, what the server has, the camera for another one, and what
// the unit has from before, to be cited without sending it again.

import { useId, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { piecesOn } from '../../core/pocket-pieces.ts'
import type { LocalPiece } from '../../core/pocket-pieces.ts'
import { words } from './check-more-words.ts'
import type { PhotoTrouble } from './exhibits.ts'
import type { At, CheckRow, Item } from './hand-client.ts'
import type { HandState } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'
import { SmallPicture } from './small-picture.tsx'
import { useExhibits } from './use-exhibits.ts'

const looks = { storing: 'attention', waiting: 'attention', recording: 'attention', arrived: 'done', refused: 'late' } as const

interface Props {
  readonly store: HandStore
  readonly state: HandState
  readonly at: At
  readonly row: CheckRow
  readonly open: boolean
}

/** One line of what is on the row: of this device, of the server, or of both. */
interface Shown {
  readonly key: string
  readonly shows: string
  readonly piece: LocalPiece | null
  readonly item: Pick<Item, 'unit' | 'id'>
}

function shownOn({ sheets, pieces }: HandState, candidacy: string, row: string): Shown[] {
  const here = piecesOn(pieces, candidacy, row)
  const off = Object.values(pieces).filter((piece) => piece.row === row && (piece.state === 'leaving' || piece.state === 'gone'))
  const hidden = new Set([...here, ...off].map(({ item }) => item.id))
  const there = (sheets[candidacy]?.value.items ?? []).filter((item) => item.row === row && !hidden.has(item.id))
  return [
    ...there.map((item) => ({ key: item.id, shows: item.shows, piece: null, item })),
    ...here.map((piece) => ({ key: piece.id, shows: piece.shows, piece, item: piece.item })),
  ]
}

function Standing({ piece, onWay }: { readonly piece: LocalPiece; readonly onWay: HandState['onWay'] }) {
  const text = useWords(words).evidence
  const { state } = piece
  if (state === 'leaving' || state === 'gone') return null
  const sending = state === 'waiting' && onWay?.id === piece.id
  return <span className={`chip ${looks[state]}`}>{sending ? text.sending(Math.floor(onWay.share * 100)) : text.state[state]}</span>
}

function Existing({ store, state, at, row, there }: Props & { readonly there: ReadonlySet<string> }) {
  const text = useWords(words).evidence
  const choices = state.listed.filter((item) => !there.has(item.id))
  if (choices.length === 0) return <p className="quiet">{text.noExisting}</p>
  return (
    <details className="card existing">
      <summary>{text.existing(choices.length)}</summary>
      <ul>
        {choices.map((item) => (
          <li key={item.id}>
            <span>
              {item.shows} <span className="quiet">{item.effectiveOn}</span>
            </span>
            <button type="button" aria-label={text.citeOf(item.shows)} onClick={() => store.cite(at, row.row, item)}>
              {text.cite}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

export function EvidencePart(props: Props) {
  const { store, state, at, row, open } = props
  const { evidence: text } = useWords(words)
  const id = useId()
  const exhibits = useExhibits(store)
  const [adding, setAdding] = useState(false)
  const [trouble, setTrouble] = useState<PhotoTrouble | null>(null)
  const shown = shownOn(state, at.id, row.row)
  if (!open && shown.length === 0) return null
  if (exhibits === null) return <p className="quiet">{text.coming}</p>
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setAdding(true)
    setTrouble(null)
    setTrouble(await exhibits.add(at, row.row, row.text.slice(0, 200), file))
    setAdding(false)
  }
  return (
    <section className="exhibits" aria-labelledby={id}>
      <h2 id={id}>{text.title}</h2>
      {open && <p className="quiet">{text.lead}</p>}
      {shown.length > 0 && (
        <ul className="pictures">
          {shown.map(({ key, shows, piece, item }, index) => (
            <li key={key}>
              <SmallPicture
                key={piece?.state}
                exhibits={exhibits}
                unit={item.unit}
                id={item.id}
                photo={piece === null || piece.photo === null ? null : piece.id}
                alt={text.photo(index + 1)}
                none={shows}
              />
              {piece === null ? <span className="chip done">{text.state.arrived}</span> : <Standing piece={piece} onWay={state.onWay} />}
              {open && piece !== null && (
                <button type="button" className="plain" aria-label={text.takeOffOf(index + 1)} onClick={() => store.takeOff(piece.id)}>
                  {text.takeOff}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && shown.some(({ piece }) => piece === null) && <p className="quiet">{text.keptThere}</p>}
      {shown.map(({ key, piece }) =>
        piece === null || piece.refused === null ? null : (
          <p key={key} className="error" role="alert">
            {text.refused(piece.refused)}
          </p>
        ),
      )}
      {trouble !== null && (
        <p className="error" role="alert">
          {text.trouble[trouble]}
        </p>
      )}
      {open && (
        <>
          <div className={adding ? 'add-photo shut' : 'add-photo'}>
            <span aria-hidden="true">{adding ? text.adding : text.add}</span>
            <input
              type="file"
              accept="image/*"
              aria-label={text.add}
              disabled={adding}
              onChange={(event) => {
                void take(event.target.files?.[0])
                // The same picture may be chosen again after a trouble.
                event.target.value = ''
              }}
            />
          </div>
          <Existing {...props} there={new Set(shown.map(({ item }) => item.id))} />
        </>
      )}
    </section>
  )
}
