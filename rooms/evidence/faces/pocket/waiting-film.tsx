// A film that lies on the phone, played from there when somebody asks for it.

import { useEffect, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import type { PocketPhoto } from '../../core/pocket-photo.ts'
import type { CameraStore } from './camera-store.ts'
import { words } from './words.ts'

export function WaitingFilm({ store, film, name }: { readonly store: CameraStore; readonly film: PocketPhoto; readonly name: string }) {
  const text = useWords(words)
  const [address, setAddress] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => () => void (address !== null && URL.revokeObjectURL(address)), [address])
  const play = async (): Promise<void> => {
    const bytes = await store.bytes(film.id)
    if (bytes === null) setFailed(true)
    else setAddress(URL.createObjectURL(new Blob([bytes], { type: film.media })))
  }
  if (failed) return <p className="quiet">{text.filmUnplayable}</p>
  if (address === null)
    return (
      <button type="button" className="plain" aria-label={text.playOf(name)} onClick={() => void play()}>
        ▶ {text.play}
      </button>
    )
  return <video controls autoPlay playsInline aria-label={name} src={address} onError={() => setFailed(true)} />
}
