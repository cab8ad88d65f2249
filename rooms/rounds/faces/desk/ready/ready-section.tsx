// 就绪: the board, the draws before the beginning, and the beginning itself.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { at, type OfRound, rounds } from '../rounds.ts'
import { Board } from './board.tsx'
import { Draws } from './draws.tsx'
import { words } from './words.ts'

export default function ReadySection({ round, can }: OfRound) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'readiness', { params: at(round) })
  const open = useVerb(rounds, 'open')
  const items = asked.data?.items ?? []
  const red = items.filter(({ state }) => state === 'red').length
  return (
    <>
      <section className="rounds-box">
        <h2>{text.title}</h2>
        <p className="lx-quiet">{text.lead}</p>
        <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
        <Board round={round} items={items} />
        <footer className="rounds-acts">
          <PageLink to={`/desk/rounds/${round.unit}/${round.id}/sheets`}>{text.printSheets}</PageLink>
          {can('open') ? (
            <Act
              label={text.open}
              primary
              explain={
                <>
                  <p>{text.openExplain}</p>
                  {red === 0 ? null : <p>{text.openRed(red)}</p>}
                </>
              }
              verb={open}
              run={() => open.run({ params: at(round) })}
            />
          ) : null}
        </footer>
      </section>
      <Draws round={round} can={can} />
    </>
  )
}
