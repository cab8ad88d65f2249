// The photos of a sheet: what was taken, where each of them stands, and the phone's own camera or gallery for another one.

import { use, useEffect, useId, useState } from 'react'
import { addressOf } from '#ground/ui/client.ts'
import { useWords } from '#ground/ui/words.ts'
import { photosOn, roomOn } from '../../core/pocket-photos.ts'
import type { LocalPhoto } from '../../core/pocket-photos.ts'
import { mostPhotos } from '../../core/photo.ts'
import { allows } from '../../core/state.ts'
import './photos.css'
import { PhotoView } from './photo-view.tsx'
import { words } from './photo-words.ts'
import { rounds } from './seat-client.ts'
import type { PhotoStore, PhotoTrouble } from './seat-photos.ts'
import type { Chosen, SeatState } from './seat-state.ts'
import type { SeatStore } from './seat-store.ts'

const looks = { storing: 'attention', waiting: 'attention', arrived: 'done', refused: 'late' } as const

function Picture({
  photos,
  photo,
  seat,
  alt,
}: {
  readonly photos: PhotoStore
  readonly photo: LocalPhoto
  readonly seat: string
  readonly alt: string
}) {
  const [here, setHere] = useState<string | null | undefined>()
  const { id, state } = photo
  useEffect(() => {
    void photos.pictureOf(id).then(setHere)
  }, [photos, id])
  if (here === undefined) return <span className="no-picture" />
  if (here !== null) return <img src={here} alt={alt} />
  if (state !== 'arrived') return <span className="no-picture">{alt}</span>
  return <PhotoView address={addressOf(rounds, 'sheetPhoto', { params: { photo: id }, query: { seat, size: 'small' } })} alt={alt} />
}

function Standing({ photo, onWay }: { readonly photo: LocalPhoto; readonly onWay: SeatState['photoOnWay'] }) {
  const text = useWords(words)
  const { state } = photo
  if (state === 'leaving' || state === 'gone') return null
  const sending = state === 'waiting' && onWay?.id === photo.id
  return <span className={`chip ${looks[state]}`}>{sending ? text.state.sending(Math.floor(onWay.share * 100)) : text.state[state]}</span>
}

interface Props {
  readonly state: SeatState
  readonly store: SeatStore
  readonly chosen: Chosen
}

export default function PhotoPart({ state, store, chosen }: Props) {
  const text = useWords(words)
  const id = useId()
  const photos = use(store.photos())
  const [adding, setAdding] = useState(false)
  const [trouble, setTrouble] = useState<PhotoTrouble | null>(null)
  const { mine } = state
  if (mine === null) return null
  const there = photosOn(state.photos, chosen)
  const room = roomOn(state.photos, chosen)
  const open = mine.round.state === 'live' && !state.gone
  const mayTakeOff = allows(mine.round.state, 'withdrawPhoto') && !state.gone
  if (!open && there.length === 0) return null
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setAdding(true)
    setTrouble(null)
    setTrouble(await photos.add(chosen, file))
    setAdding(false)
  }
  return (
    <section className="photos" aria-labelledby={id}>
      <h2 id={id}>{text.title}</h2>
      {open ? <p className="quiet">{text.lead(mostPhotos)}</p> : <p className="quiet">{text.closed}</p>}
      {there.length > 0 && (
        <ul>
          {there.map((photo, index) => (
            <li key={photo.id}>
              <Picture key={photo.state} photos={photos} photo={photo} seat={mine.seat.id} alt={text.photo(index + 1)} />
              <Standing photo={photo} onWay={state.photoOnWay} />
              {mayTakeOff && (
                <button type="button" className="plain" aria-label={text.takeOffOf(index + 1)} onClick={() => photos.takeOff(photo.id)}>
                  {text.takeOff}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {there.map((photo) =>
        photo.refused === null ? null : (
          <p key={photo.id} className="error" role="alert">
            {text.refused(photo.refused)}
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
          <p className="secret">{text.secret}</p>
          <div className={room === 0 || adding ? 'add-photo shut' : 'add-photo'}>
            <span aria-hidden="true">{adding ? text.adding : text.add}</span>
            <input
              type="file"
              accept="image/*"
              aria-label={text.add}
              disabled={room === 0 || adding}
              onChange={(event) => {
                void take(event.target.files?.[0])
                // The same picture may be chosen again after a trouble.
                event.target.value = ''
              }}
            />
          </div>
          <p className="quiet">{text.left(room)}</p>
        </>
      )}
    </section>
  )
}
