// The vote of the meeting: what is asked, and how many have voted; never what.

import { useWords } from '#ground/ui/words.ts'
import type { Stage } from './shown.ts'
import { words } from './words.ts'

export function VoteScene({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  const { vote } = stage
  return (
    <section className="middle">
      <p className="lead">{text.vote}</p>
      <h1 className="title">{vote?.state === 'closed' ? text.voteClosed : text.voteQuestion}</h1>
      {vote?.state === 'open' && <p className="theme">{text.voteChoices}</p>}
      {vote !== null && <p className="figure">{text.voted(vote.voted, vote.seats)}</p>}
      <p className="soft">{text.voteSecret}</p>
    </section>
  )
}
