// A round on the big screen: the scene, and under it what it is, up to when it is true, and whether the line stands.

import type { FunctionComponent } from 'react'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { DrawScene } from './draw-scene.tsx'
import { IdleScene, PauseScene } from './idle-scene.tsx'
import { OrderScene } from './order-scene.tsx'
import { BoardScene, RevealScene } from './reveal-scene.tsx'
import type { Stage } from './shown.ts'
import './stage.css'
import './scenes.css'
import './exhibit.css'
import { stageStore, useStage } from './stage-store.ts'
import type { StageState } from './stage-store.ts'
import { UnitScene } from './unit-scene.tsx'
import { VoteScene } from './vote-scene.tsx'
import { words } from './words.ts'

const scenes: Readonly<Record<Stage['scene']['kind'], FunctionComponent<{ readonly stage: Stage; now(): number | null }>>> = {
  idle: IdleScene,
  order: OrderScene,
  unit: UnitScene,
  draw: DrawScene,
  reveal: RevealScene,
  board: BoardScene,
  vote: VoteScene,
  pause: PauseScene,
}

function Scene({ stage, now }: { readonly stage: Stage; now(): number | null }) {
  const Kind = scenes[stage.scene.kind]
  return <Kind stage={stage} now={now} />
}

/** What stands where no picture may: never anything of a unit. */
function Frame({ frame }: { readonly frame: StageState['frame'] }) {
  const text = useWords(words)
  const [title, hint] = {
    starting: [text.starting, ''],
    recovering: [text.recovering, text.recoveringHint],
    old: [text.recovering, text.recoveringOld],
    'no-seat': [text.noSeat, text.noSeatHint],
  }[frame] as [string, string]
  return (
    <section className="middle">
      <h1 className="title">{title}</h1>
      {hint !== '' && <p className="lead">{hint}</p>}
    </section>
  )
}

function Foot({ state }: { readonly state: StageState }) {
  const text = useWords(words)
  const format = useFormat()
  const { stage, line, asOf } = state
  return (
    <footer className="foot">
      {stage !== null && (
        <>
          <span className="foot-round">{text.round(stage.name, stage.theme)}</span>
          <span>{text.step[stage.scene.kind]}</span>
          {stage.filingNumber !== null && <span>{text.filing(stage.filingNumber)}</span>}
        </>
      )}
      <span className="foot-line" role="status">
        {stage !== null && asOf !== null && <>{text.asOf(format.time(asOf))} · </>}
        <span className={`line ${line}`}>{text.line[line]}</span>
      </span>
    </footer>
  )
}

export default function RoundPage() {
  const store = stageStore()
  const state = useStage(store)
  const { stage } = state
  return (
    <div className="screen" data-scene={stage?.scene.kind ?? state.frame} data-version={stage?.version} data-line={state.line}>
      <main>{stage === null ? <Frame frame={state.frame} /> : <Scene stage={stage} now={store.now} />}</main>
      {state.frame !== 'no-seat' && <Foot state={state} />}
    </div>
  )
}
