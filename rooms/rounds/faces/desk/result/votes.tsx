// Votes of the meeting on each unit: opened here, cast from the seats, closed and counted by a teller.

import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { at, type OfRound, type Round, rounds } from '../rounds.ts'
import { words } from './words.ts'

const choices = ['good', 'fairly-good', 'fair', 'poor'] as const

function Counts({ round, counts }: { readonly round: Round; readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>> }) {
  const text = useWords(words)
  return (
    <table className="rounds-form-table">
      <caption>{text.votes}</caption>
      <thead>
        <tr>
          <th scope="col">{text.unit}</th>
          {choices.map((choice) => (
            <th key={choice} scope="col">
              {text.choices[choice]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {round.parts
          .filter(({ subject }) => counts[subject] !== undefined)
          .map(({ subject, name }) => (
            <tr key={subject}>
              <th scope="row">{name}</th>
              {choices.map((choice) => (
                <td key={choice}>{counts[subject]?.[choice] ?? 0}</td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  )
}

export function Votes({ round, can }: OfRound) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'votes', { params: at(round) })
  const [id, setId] = useState(newKey)
  const open = useVerb(rounds, 'openVote', { onDone: () => setId(newKey()) })
  const show = useVerb(rounds, 'show')
  const votes = asked.data?.votes ?? []
  const running = votes.some(({ state }) => state === 'open')
  if (votes.length === 0 && !can('openVote')) return null
  return (
    <section className="rounds-box">
      <h2>{text.votes}</h2>
      <p className="lx-quiet">{text.votesLead}</p>
      {votes.map((vote) => (
        <div key={vote.id}>
          <StatusTag state={vote.state === 'open' ? 'attention' : 'done'}>
            {vote.state === 'open' ? text.voteOpen(vote.voted) : text.voteClosed(vote.voted)}
          </StatusTag>
          {vote.counts === null ? null : <Counts round={round} counts={vote.counts} />}
        </div>
      ))}
      <ProblemNotice problem={asked.error ?? show.problem} />
      <div className="rounds-acts rounds-acts-start">
        {can('openVote') && !running ? (
          <Act label={text.openVote} explain={text.openVoteExplain} verb={open} run={() => open.run({ params: at(round), body: { id } })} />
        ) : null}
        {can('show') && running ? (
          <Button
            disabled={round.scene.kind === 'vote'}
            onClick={() => void show.run({ params: at(round), body: { kind: 'vote', draw: null } })}
          >
            {text.showVote}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
