// Photos of one unit in a row; a click opens the larger view.

import { useWords } from '#ground/ui/words.ts'
import type { Photo } from '../rounds.ts'
import './photos.css'
import { words } from './words.ts'

interface Props {
  readonly photos: readonly Photo[]
  readonly addressOfView: (photo: Photo, size: 'small' | 'large') => string
}

export function PhotoRow({ photos, addressOfView }: Props) {
  const text = useWords(words)
  return (
    <ul className="rounds-photos">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          {photo.preview === 'made' ? (
            <a href={addressOfView(photo, 'large')} target="_blank" rel="noreferrer">
              <img src={addressOfView(photo, 'small')} alt={text.photo(photo.name, index + 1)} loading="lazy" />
            </a>
          ) : (
            <span className="rounds-photo-none">{text.waiting}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
