// Photos that lie on the phone and wait, with what the server did not take first; what has arrived is a number.

import { useEffect, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { isFilmed, shownPhotos, standingOf } from '../../core/pocket-photo.ts'
import type { PocketPhoto } from '../../core/pocket-photo.ts'
import type { CameraState } from './camera-state.ts'
import type { CameraStore } from './camera-store.ts'
import { WaitingFilm } from './waiting-film.tsx'
import { words } from './words.ts'

/** More pictures at once would only be scrolled past. */
const mostShown = 30

function SmallPhoto({ store, id, alt }: { readonly store: CameraStore; readonly id: string; readonly alt: string }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const find = async (): Promise<void> => {
      const found = await store.small(id)
      if (!gone) setAddress(found)
    }
    void find()
    return () => {
      gone = true
    }
  }, [store, id])
  return address === null ? <span className="no-picture">{alt}</span> : <img src={address} alt={alt} />
}

function Tile({ store, state, photo }: { readonly store: CameraStore; readonly state: CameraState; readonly photo: PocketPhoto }) {
  const text = useWords(words)
  const name = text.photo(photo.shows, photo.order)
  const { onWay } = state
  const word = photo.state === 'refused' ? text.states.refused : photo.state === 'storing' ? text.states.storing : text.states.waiting
  return (
    <li>
      <SmallPhoto key={photo.state} store={store} id={photo.id} alt={name} />
      {isFilmed(photo) && photo.state !== 'storing' && <WaitingFilm store={store} film={photo} name={name} />}
      <span className={photo.state === 'refused' ? 'chip late' : 'chip attention'}>
        {onWay?.id === photo.id ? text.sending(Math.floor(onWay.share * 100)) : word}
      </span>
      <button type="button" className="plain" aria-label={text.takeOffOf(name)} onClick={() => store.takeOff(photo)}>
        {text.takeOff}
      </button>
      {photo.refused === null ? null : (
        <p className="error" role="alert">
          {text.refused(photo.refused)}
        </p>
      )}
    </li>
  )
}

export function WaitingPart({ store, state }: { readonly store: CameraStore; readonly state: CameraState }) {
  const text = useWords(words)
  const photos = shownPhotos(state.photos)
  const { arrived } = standingOf(state.photos)
  return (
    <section>
      {photos.length > 0 && (
        <>
          <h2>{text.waitingTitle(photos.length)}</h2>
          <ul className="pictures">
            {photos.slice(0, mostShown).map((photo) => (
              <Tile key={photo.id} store={store} state={state} photo={photo} />
            ))}
          </ul>
          {photos.length > mostShown && <p className="quiet">{text.more(photos.length - mostShown)}</p>}
        </>
      )}
      {photos.length === 0 && (
        <p className={arrived === 0 ? 'quiet' : 'done'}>{arrived === 0 ? text.nothingYet : text.allArrived(arrived)}</p>
      )}
      {arrived > 0 && photos.length === 0 && (
        <button type="button" className="plain" onClick={() => store.clear()}>
          {text.clear}
        </button>
      )}
    </section>
  )
}
