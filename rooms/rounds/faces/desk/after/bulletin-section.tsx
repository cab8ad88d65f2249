// The bulletin of the round: drafted from the latest publication, then edited in its own room.

import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { stateNames } from '#rooms/bulletins/core/state.ts'
import { allows } from '../../../core/state.ts'
import { Act } from '../act.tsx'
import { at, type OfRound, rounds } from '../rounds.ts'
import { words } from './words.ts'

const marks = { draft: 'waiting', signed: 'attention', published: 'done' } as const

export function BulletinSection({ round, can }: OfRound) {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const [id, setId] = useState(newKey)
  const draft = useVerb(rounds, 'draftBulletin', { refreshes: ['bulletins'], onDone: () => setId(newKey()) })
  const asked = useAnswer(rounds, 'bulletins', allows(round.state, 'draftBulletin') ? { params: at(round) } : null)
  const bulletins = asked.data?.bulletins ?? []
  return (
    <section className="rounds-box">
      <h2>{text.bulletin}</h2>
      <p className="lx-quiet">{allows(round.state, 'draftBulletin') ? text.bulletinLead : text.bulletinNotYet}</p>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      <ul className="rounds-remarks" aria-label={text.bulletin}>
        {bulletins.map(({ unit, id: each, title, state }) => (
          <li key={each}>
            <PageLink to={`/desk/bulletins?open=${unit}.${each}`}>{title}</PageLink>{' '}
            <StatusTag state={marks[state]}>{say(stateNames[state])}</StatusTag>
          </li>
        ))}
      </ul>
      <footer className="rounds-acts">
        {may('bulletins.read') ? <PageLink to="/desk/bulletins">{text.allBulletins}</PageLink> : null}
        {can('draftBulletin') ? (
          <Act label={text.draft} explain={text.draftExplain} verb={draft} run={() => draft.run({ params: at(round), body: { id } })} />
        ) : null}
      </footer>
    </section>
  )
}
