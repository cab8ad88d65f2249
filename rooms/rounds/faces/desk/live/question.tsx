// A question drawn on the spot for the unit that is on: one press, and hall and desk see it. Sealed and entered beforehand, so
// that here nobody chooses and nobody waits; where that was not done, this says what is to be done first.

import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { EnterDraw } from '../ready/enter-draw.tsx'
import { SealDraw } from '../ready/seal-draw.tsx'
import { at, type Draw, type OfRound, type Part, rounds } from '../rounds.ts'
import { words } from './words.ts'

interface Given extends OfRound {
  readonly unit: Part
}

/** The draw that is turned over now: the first sealed one that still has a question. */
const openDraw = (draws: readonly Draw[]): Draw | undefined =>
  draws.find(({ oneByOne, state, turns, take }) => oneByOne && state !== 'void' && turns.length < take)

function Turn({ round, unit, draw, again }: Given & { readonly draw: Draw; readonly again: boolean }) {
  const text = useWords(words)
  const [id, setId] = useState(newKey)
  const turn = useVerb(rounds, 'turn', { onDone: () => setId(newKey()) })
  const run = (reason: string) => turn.run({ params: { ...at(round), draw: draw.id }, body: { id, subject: unit.subject, reason } })
  if (again)
    return (
      <Act
        label={text.turnAgain}
        explain={text.turnAgainExplain}
        asks={{ reason: 'required' }}
        verb={turn}
        run={({ reason }) => run(reason)}
      />
    )
  return (
    <>
      <Button type="primary" ghost size="large" loading={turn.pending} onClick={() => void run('')}>
        {text.turn}
      </Button>
      <ProblemNotice problem={turn.problem} />
    </>
  )
}

export function Question({ round, can, unit }: Given) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'draws', { params: at(round) })
  if (asked.data === undefined) return <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
  const { draws } = asked.data
  const mine = draws.flatMap(({ turns }) => turns).filter(({ subject }) => subject === unit.subject)
  const draw = openDraw(draws)
  const left = draw === undefined ? 0 : draw.take - draw.turns.length
  const waits = draw?.state === 'sealed' || draw?.state === 'half'
  return (
    <div className="rounds-question" role="group" aria-label={text.question}>
      <h3>{text.question}</h3>
      {mine.map(({ number, text: content, key, reason }) => (
        <blockquote key={key}>
          <strong>{content}</strong>
          <span className="lx-quiet">
            {text.questionNumber(number)}
            {reason === '' ? '' : ` · ${text.questionReason(reason)}`}
          </span>
        </blockquote>
      ))}
      {draw === undefined ? <p className="lx-quiet">{draws.some(({ oneByOne }) => oneByOne) ? text.noneLeft : text.noQuestions}</p> : null}
      {waits ? <StatusTag state="attention">{draw.state === 'half' ? text.questionHalf : text.questionWaits}</StatusTag> : null}
      {draw?.state === 'drawn' ? <p className="lx-quiet">{text.questionsLeft(left)}</p> : null}
      <div className="rounds-acts rounds-acts-start">
        {draw?.state === 'drawn' && can('turn') ? <Turn round={round} can={can} unit={unit} draw={draw} again={mine.length > 0} /> : null}
        {waits && can('enterDraw') ? <EnterDraw round={round} draw={draw} /> : null}
        {draw === undefined && can('sealDraw') ? <SealDraw round={round} repeats={null} first="questions" /> : null}
      </div>
    </div>
  )
}
