// The photos of a round, unit by unit, with its result; nothing where none was taken.

import { useAnswer } from '#ground/ui/answers.ts'
import { addressOf } from '#ground/ui/client.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useLive } from '#ground/ui/live.ts'
import { useWords } from '#ground/ui/words.ts'
import { at, type Round, rounds } from '../rounds.ts'
import { PhotoRow } from './photo-row.tsx'
import { words } from './words.ts'

export function PhotosSection({ round }: { readonly round: Round }) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'photos', { params: at(round) })
  // They are opened by the house, a moment after the last step.
  useLive(['evidence'], [['rounds', 'photos']])
  const photos = asked.data?.photos ?? []
  if (photos.length === 0) return <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
  return (
    <section className="rounds-box">
      <h2>{text.title}</h2>
      <p className="lx-quiet">{text.lead}</p>
      {Object.entries(Object.groupBy(photos, ({ subject }) => subject)).map(([subject, of = []]) => (
        <section key={subject}>
          <h3>{text.all(of[0]?.name ?? subject, of.length)}</h3>
          <PhotoRow
            photos={of}
            addressOfView={({ id: photo }, size) => addressOf(rounds, 'photo', { params: { ...at(round), photo }, query: { size } })}
          />
        </section>
      ))}
    </section>
  )
}
