// 办结: recounts answered, remarks in the ledger, the bulletin drafted, awards recorded, the round closed; and the door back,
// a correction with its reason.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { BulletinSection } from '../after/bulletin-section.tsx'
import { RemarksSection } from '../after/remarks-section.tsx'
import { at, type OfRound, rounds } from '../rounds.ts'
import { Notices } from '../notices.tsx'
import { Awards } from './awards.tsx'
import { Recounts } from './recounts.tsx'
import { words } from './words.ts'

export default function CloseSection({ round, can }: OfRound) {
  const text = useWords(words)
  const close = useVerb(rounds, 'closeRound')
  const correct = useVerb(rounds, 'correct')
  const told = round.state === 'published' || round.state === 'closed'
  const recounts = useAnswer(rounds, 'recounts', told ? { params: at(round) } : null)
  const waiting = recounts.data?.recounts.filter(({ state }) => state === 'asked').length ?? 0
  return (
    <>
      <section className="rounds-box">
        <h2>{text.closeTitle}</h2>
        <p className="lx-quiet">{text.closeLead}</p>
        {round.state === 'closed' ? <StatusTag state="done">{text.closed}</StatusTag> : null}
        {told || round.state === 'cancelled' ? null : <StatusTag state="waiting">{text.notYet}</StatusTag>}
        {round.state === 'cancelled' ? <StatusTag state="late">{text.cancelled}</StatusTag> : null}
        {waiting === 0 ? null : <StatusTag state="attention">{text.waiting(waiting)}</StatusTag>}
        <footer className="rounds-acts">
          {can('correct') ? (
            <Act
              label={text.correct}
              explain={text.correctExplain}
              asks={{ reason: 'required' }}
              verb={correct}
              run={({ reason }) => correct.run({ params: at(round), body: { reason } })}
            />
          ) : null}
          {can('close') ? (
            <Act
              label={text.close}
              primary
              disabled={waiting > 0}
              explain={text.closeExplain}
              verb={close}
              run={() => close.run({ params: at(round) })}
            />
          ) : null}
        </footer>
      </section>
      <Notices round={round} of={['correct', 'changeRules', 'cancel']} />
      {told ? <Recounts round={round} can={can} /> : null}
      <RemarksSection round={round} can={can} />
      <BulletinSection round={round} can={can} />
      {told ? <Awards round={round} can={can} /> : null}
    </>
  )
}
