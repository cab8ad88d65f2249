// What the hall sees, and the links of the screens that show it.

import { Button } from 'antd'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { at, type OfRound, rounds } from '../rounds.ts'
import { useAddSeats } from '../seats/add-seats.tsx'
import { SeatLink } from '../seats/seat-link.tsx'
import { words } from './words.ts'

const scenes = ['idle', 'order', 'pause', 'board'] as const

function Links({ round, can }: OfRound) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'seats', { params: at(round) })
  const add = useAddSeats(round)
  const screens = asked.data?.seats.filter(({ kind, state }) => kind === 'stage' && state !== 'revoked')
  return (
    <>
      <h3>{text.screens}</h3>
      {screens?.length === 0 ? <p className="lx-quiet">{text.noScreen}</p> : null}
      {screens?.map((seat) => (
        <div key={seat.id} className="rounds-acts rounds-acts-start">
          <span>{text.screenSeat(seat.label)}</span>
          {can('inviteSeat') ? <SeatLink round={round} seat={seat} /> : null}
        </div>
      ))}
      {screens?.length === 0 && can('addSeats') ? (
        <Button loading={add.pending} onClick={() => void add.run([{ kind: 'stage', panel: null, holder: '', person: null, home: null }])}>
          {text.addScreen}
        </Button>
      ) : null}
      <ProblemNotice problem={add.problem} />
    </>
  )
}

export function Screen({ round, can }: OfRound) {
  const text = useWords(words)
  const show = useVerb(rounds, 'show')
  return (
    <section className="rounds-box">
      <h2>{text.screen}</h2>
      <p>
        <strong>{text.showing(text.scenes[round.scene.kind])}</strong>
      </p>
      {can('show') ? (
        <div className="rounds-acts rounds-acts-start">
          {scenes.map((kind) => (
            <Button
              key={kind}
              disabled={round.scene.kind === kind}
              onClick={() => void show.run({ params: at(round), body: { kind, draw: null } })}
            >
              {text.show(text.scenes[kind])}
            </Button>
          ))}
        </div>
      ) : null}
      <ProblemNotice problem={show.problem} />
      <Links round={round} can={can} />
    </section>
  )
}
