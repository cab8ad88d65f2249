// 进行: who is on, what comes next, the timer, the screen, what is drawn and remarked on the spot, and which sheets are in.

import { useWords } from '#ground/ui/words.ts'
import type { OfRound } from '../rounds.ts'
import { Notices } from '../notices.tsx'
import { Draws } from '../ready/draws.tsx'
import { Control } from './control.tsx'
import { Progress } from './progress.tsx'
import { Remarks } from './remarks.tsx'
import { Screen } from './screen.tsx'
import { words } from './words.ts'

export default function LiveSection({ round, can }: OfRound) {
  const text = useWords(words)
  const begun = round.state !== 'planned' && round.state !== 'fixed'
  return (
    <>
      {begun ? null : <p className="lx-quiet">{text.notYet}</p>}
      {begun && round.state !== 'live' ? <p className="lx-quiet">{text.over}</p> : null}
      <div className="rounds-columns">
        <Control round={round} can={can} />
        <Screen round={round} can={can} />
      </div>
      {begun ? <Progress round={round} /> : null}
      <Remarks round={round} can={can} />
      <Draws round={round} can={can} />
      <Notices round={round} of={['order', 'thaw']} />
    </>
  )
}
