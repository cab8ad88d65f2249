// The bulletin of the round: drafted from the latest publication, then edited in its own room.

import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { allows } from '../../../core/state.ts'
import { Act } from '../act.tsx'
import { at, type OfRound, rounds } from '../rounds.ts'
import { words } from './words.ts'

export function BulletinSection({ round, can }: OfRound) {
  const text = useWords(words)
  const may = useMay()
  const [id, setId] = useState(newKey)
  const draft = useVerb(rounds, 'draftBulletin', { refreshes: ['bulletins'], onDone: () => setId(newKey()) })
  const drafted = draft.answer?.id
  return (
    <section className="rounds-box">
      <h2>{text.bulletin}</h2>
      <p className="lx-quiet">{allows(round.state, 'draftBulletin') ? text.bulletinLead : text.bulletinNotYet}</p>
      {drafted === undefined ? null : (
        <p role="status">
          <StatusTag state="done">{text.drafted}</StatusTag>{' '}
          <PageLink to={`/desk/bulletins?open=${round.unit}.${drafted}`}>{text.draftOpen}</PageLink>
        </p>
      )}
      <footer className="rounds-acts">
        {may('bulletins.read') ? <PageLink to="/desk/bulletins">{text.allBulletins}</PageLink> : null}
        {can('draftBulletin') ? (
          <Act label={text.draft} explain={text.draftExplain} verb={draft} run={() => draft.run({ params: at(round), body: { id } })} />
        ) : null}
      </footer>
    </section>
  )
}
