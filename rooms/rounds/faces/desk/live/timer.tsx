// The timer of the unit that is on. Time passes by the server's clock: this computer's own may be wrong.

import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { passed } from '../../../core/scene.ts'
import { at, type OfRound, type Round, rounds } from '../rounds.ts'
import { words } from './words.ts'

const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** Milliseconds that have passed on the timer, from a second to the next. */
function usePassed(round: Round): number {
  const shown = useAnswer(rounds, 'preview', { params: at(round) })
  const [now, setNow] = useState(() => Date.now())
  const { timer } = round.scene
  const runs = timer.startedAt !== null
  useEffect(() => {
    if (!runs) return undefined
    const tick = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(tick)
  }, [runs])
  const server = shown.data === undefined ? now : Date.parse(shown.data.asOf) + Math.max(0, now - shown.dataUpdatedAt)
  return passed(timer, server)
}

export function Timer({ round, can }: OfRound) {
  const text = useWords(words)
  const set = useVerb(rounds, 'setTimer')
  const { timer } = round.scene
  const done = Math.floor(usePassed(round) / 1000)
  const left = timer.seconds - done
  const run = (verb: 'start' | 'pause' | 'reset'): void => void set.run({ params: at(round), body: { verb } })
  if (timer.seconds === 0) return <p className="lx-quiet">{text.noTimer}</p>
  return (
    <div className="rounds-timer" role="group" aria-label={text.timer}>
      <strong className="lx-figures" role="timer">
        {left >= 0 ? clockOf(left) : clockOf(-left)}
      </strong>
      {left >= 0 ? (
        <StatusTag state="waiting">{text.left(clockOf(left))}</StatusTag>
      ) : (
        <StatusTag state="late">{text.over2(clockOf(-left))}</StatusTag>
      )}
      {can('setTimer') ? (
        <>
          {timer.startedAt === null ? (
            <Button onClick={() => run('start')}>{text.start}</Button>
          ) : (
            <Button onClick={() => run('pause')}>{text.pause}</Button>
          )}
          <Button onClick={() => run('reset')}>{text.reset}</Button>
        </>
      ) : null}
      <ProblemNotice problem={set.problem} />
    </div>
  )
}
