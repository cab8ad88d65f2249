// The photos on one sheet, as those who count see them; a tap opens the larger view.

import { addressOf } from '#ground/ui/client.ts'
import { useWords } from '#ground/ui/words.ts'
import './photos.css'
import { PhotoView } from './photo-view.tsx'
import { words } from './photo-words.ts'
import { rounds } from './seat-client.ts'
import type { Count } from './seat-client.ts'

export function SheetPhotos({ seat, photos }: { readonly seat: string; readonly photos: Count['photos'] }) {
  const text = useWords(words)
  if (photos.length === 0) return null
  const view = (photo: string, size: 'small' | 'large'): string =>
    addressOf(rounds, 'sheetPhoto', { params: { photo }, query: { seat, size } })
  return (
    <section className="photos">
      <h4>{text.onSheet(photos.length)}</h4>
      <ul>
        {photos.map(({ id }, index) => (
          <li key={id}>
            <a href={view(id, 'large')} target="_blank" rel="noreferrer">
              <PhotoView address={view(id, 'small')} alt={text.photo(index + 1)} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
