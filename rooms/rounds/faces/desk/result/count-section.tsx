// 计票: done by teller and supervisor at their own table; the desk shows how far they are, and opens votes of the meeting.

import { useAnswer } from '#ground/ui/answers.ts'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { kindNames } from '../../../core/seat.ts'
import { at, type OfRound, rounds } from '../rounds.ts'
import { Votes } from './votes.tsx'
import { words } from './words.ts'

export default function CountSection({ round, can }: OfRound) {
  const text = useWords(words)
  const say = useText()
  const asked = useAnswer(rounds, 'seats', { params: at(round) })
  const counters = asked.data?.seats.filter(({ kind, state }) => (kind === 'teller' || kind === 'supervisor') && state !== 'revoked')
  const before = ['planned', 'fixed', 'live', 'cancelled'].includes(round.state)
  const step = round.state === 'frozen' || round.state === 'tallied' ? round.state : 'done'
  return (
    <>
      <section className="rounds-box">
        <h2>{text.countTitle}</h2>
        <p className="lx-quiet">{text.countLead}</p>
        {before ? (
          <StatusTag state="waiting">{text.notYet}</StatusTag>
        ) : (
          <StatusTag state={step === 'done' ? 'done' : 'attention'}>{text.countSteps[step]}</StatusTag>
        )}
        <h3>{text.tellers}</h3>
        {counters?.length === 0 ? <p className="lx-quiet">{text.tellersNone}</p> : null}
        <ul className="rounds-remarks">
          {counters?.map((seat) => (
            <li key={seat.id}>
              <strong>{seat.label}</strong> {seat.holder ?? say(kindNames[seat.kind])}{' '}
              <StatusTag state={seat.state === 'open' ? 'done' : 'attention'}>{text.seatStates[seat.state]}</StatusTag>
            </li>
          ))}
        </ul>
        <p>
          <a href="/pocket/count">{text.countOpen}</a>
        </p>
      </section>
      <Votes round={round} can={can} />
    </>
  )
}
