// The draws of a round: sealed, entered by two persons, drawn; a repeat stands beside the first with its reason.

import { Button } from 'antd'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { at, type Draw, type OfRound, rounds } from '../rounds.ts'
import { EnterDraw } from './enter-draw.tsx'
import { SealDraw } from './seal-draw.tsx'
import { words } from './words.ts'

const marks: Readonly<Record<Draw['state'], Status>> = { sealed: 'waiting', half: 'attention', drawn: 'done', void: 'waiting' }

function OneDraw({ round, can, draw }: OfRound & { readonly draw: Draw }) {
  const text = useWords(words)
  const { moment } = useFormat()
  const show = useVerb(rounds, 'show')
  const waits = draw.state === 'sealed' || draw.state === 'half'
  return (
    <li>
      <div className="rounds-draw-head">
        <strong>{draw.title}</strong>
        {draw.title === text.kinds[draw.kind] ? null : <span className="lx-quiet">{text.kinds[draw.kind]}</span>}
        <StatusTag state={marks[draw.state]}>{text.states[draw.state]}</StatusTag>
      </div>
      {draw.reason === '' ? null : (
        <p>
          {text.reason}: {draw.reason}
        </p>
      )}
      <p className="lx-quiet">
        {text.poolCount(draw.pool.length)} · {draw.oneByOne ? text.ways.oneByOne : `${text.take} ${draw.take}`} ·{' '}
        {text.sealed(moment(draw.sealedAt))}
        {draw.drawnAt === null ? '' : ` · ${text.drawn(moment(draw.drawnAt))}`}
      </p>
      <p className="lx-quiet">
        {text.sources}: {text.list(draw.sources)}
      </p>
      <p className="lx-quiet">
        {text.digest} <code>{draw.poolDigest}</code>
      </p>
      {draw.entropy === null ? null : (
        <p className="lx-quiet">
          {text.entropy} <code>{draw.entropy}</code>
        </p>
      )}
      {draw.anchor === null ? null : (
        <p className="lx-quiet">
          {text.anchor} <code>{draw.anchor}</code>
        </p>
      )}
      {draw.oneByOne && draw.state === 'drawn' ? <p className="lx-quiet">{text.turned(draw.turns.length, draw.take)}</p> : null}
      {draw.turns.length === 0 ? null : (
        <ol className="rounds-selected" aria-label={text.selected}>
          {draw.turns.map(({ number, subject, text: each }) => (
            <li key={number}>
              {each} <span className="lx-quiet">{round.parts.find((part) => part.subject === subject)?.name}</span>
            </li>
          ))}
        </ol>
      )}
      {draw.selected === null ? null : (
        <ol className="rounds-selected" aria-label={text.selected}>
          {draw.selected.map(({ line, text: each }) => (
            <li key={line}>{each}</li>
          ))}
        </ol>
      )}
      {draw.state === 'half' ? <StatusTag state="attention">{text.half}</StatusTag> : null}
      <div className="rounds-acts rounds-acts-start">
        {waits && can('enterDraw') ? <EnterDraw round={round} draw={draw} /> : null}
        {can('show') ? (
          <Button
            loading={show.pending}
            disabled={round.scene.draw === draw.id}
            onClick={() => void show.run({ params: at(round), body: { kind: 'draw', draw: draw.id } })}
          >
            {text.show}
          </Button>
        ) : null}
        {draw.state === 'drawn' && can('sealDraw') ? <SealDraw round={round} repeats={draw} /> : null}
      </div>
      <ProblemNotice problem={show.problem} />
    </li>
  )
}

export function Draws({ round, can }: OfRound) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'draws', { params: at(round) })
  const draws = asked.data?.draws
  return (
    <section className="rounds-box">
      <h2>{text.draws}</h2>
      <p className="lx-quiet">{text.drawsLead}</p>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {draws?.length === 0 ? <p className="lx-quiet">{text.noDraws}</p> : null}
      <ol className="rounds-draws">
        {draws?.map((draw) => (
          <OneDraw key={draw.id} round={round} can={can} draw={draw} />
        ))}
      </ol>
      {can('sealDraw') ? (
        <div className="rounds-acts rounds-acts-start">
          <SealDraw round={round} repeats={null} />
        </div>
      ) : null}
    </section>
  )
}
