// The photos of one's own unit from one round.

import { useAnswer } from '#ground/ui/answers.ts'
import { addressOf } from '#ground/ui/client.ts'
import { useWords } from '#ground/ui/words.ts'
import { type OwnPlace, rounds } from '../rounds.ts'
import { PhotoRow } from './photo-row.tsx'
import { words } from './words.ts'

export function OwnPhotos({ subject, own }: { readonly subject: string; readonly own: OwnPlace }) {
  const text = useWords(words)
  const { unit, round } = own
  const photos = useAnswer(rounds, 'ownPhotos', { params: { subject }, query: { unit, round } }).data?.photos ?? []
  if (photos.length === 0) return null
  return (
    <details>
      <summary>{text.ownTitle(photos.length)}</summary>
      <PhotoRow
        photos={photos}
        addressOfView={({ id: photo }, size) => addressOf(rounds, 'ownPhoto', { params: { subject, unit, photo }, query: { size } })}
      />
    </details>
  )
}
