// 封存: what is still out, then nothing scores any more; thawed only with a reason.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { at, type OfRound, rounds, type SheetLine } from '../rounds.ts'
import { Notices } from '../notices.tsx'
import { Progress } from './progress.tsx'
import { words } from './words.ts'

export default function FreezeSection({ round, can }: OfRound) {
  const text = useWords(words)
  const freeze = useVerb(rounds, 'freeze')
  const thaw = useVerb(rounds, 'thaw')
  const asked = useAnswer(rounds, 'progress', { params: at(round) })
  const count = (state: SheetLine['state']): number => asked.data?.sheets.filter((line) => line.state === state).length ?? 0
  const [inWork, none, unconfirmed] = [count('in-work'), count('none'), count('unconfirmed')]
  const live = round.state === 'live'
  if (round.state === 'planned' || round.state === 'fixed') return <p className="lx-quiet">{text.notYet}</p>
  return (
    <>
      <section className="rounds-box">
        <h2>{text.freezeTitle}</h2>
        <p className="lx-quiet">{text.freezeLead}</p>
        {live ? null : <StatusTag state="done">{text.frozen}</StatusTag>}
        {live && inWork > 0 ? <StatusTag state="late">{text.freezeWait(inWork)}</StatusTag> : null}
        {live && unconfirmed > 0 ? <StatusTag state="attention">{text.freezeUnconfirmed(unconfirmed)}</StatusTag> : null}
        {live && none > 0 ? <StatusTag state="attention">{text.freezeNone(none)}</StatusTag> : null}
        <footer className="rounds-acts">
          {can('freeze') ? (
            <Act
              label={text.freeze}
              primary
              explain={
                <>
                  <p>{text.freezeExplain}</p>
                  {none > 0 ? <p>{text.freezeNone(none)}</p> : null}
                </>
              }
              verb={freeze}
              run={() => freeze.run({ params: at(round) })}
            />
          ) : null}
          {can('thaw') ? (
            <Act
              label={text.thaw}
              explain={text.thawExplain}
              asks={{ reason: 'required' }}
              verb={thaw}
              run={({ reason }) => thaw.run({ params: at(round), body: { reason } })}
            />
          ) : null}
        </footer>
      </section>
      <Notices round={round} of={['thaw']} />
      <Progress round={round} />
    </>
  )
}
