// A draw: what is drawn from and by which chance, sealed before any value exists; then the values and what they select.

import { useWords } from '#ground/ui/words.ts'
import { usePages } from './paged.ts'
import { SceneHead } from './scene-head.tsx'
import type { Stage } from './shown.ts'
import { words } from './words.ts'

type Draw = NonNullable<Stage['draw']>

const most = 5
const digestShown = 12

/** Pools of units begin each line with its code, which a hall need not read. */
const nameOf = (draw: Draw, line: string): string =>
  draw.kind === 'units' || draw.kind === 'speaking' || draw.kind === 'route' ? line.replace(/^\d+\s+/, '') : line

function Basis({ draw }: { readonly draw: Draw }) {
  const text = useWords(words)
  return (
    <dl className="facts">
      <dt>{text.pool}</dt>
      <dd>
        {text.poolOf(draw.count, draw.poolDigest.slice(0, digestShown))} · {text.takes(draw.take)}
      </dd>
      <dt>{draw.entropy === null ? text.sources : text.entropy}</dt>
      <dd className="clip">{draw.entropy ?? draw.sources.join('；')}</dd>
    </dl>
  )
}

export function DrawScene({ stage }: { readonly stage: Stage }) {
  const { draw } = stage
  return draw === null ? null : <DrawShown key={`${draw.id}/${draw.state}`} draw={draw} parts={stage.parts} />
}

/** The lines that stand on the screen: those drawn, or those turned over so far with the unit they were drawn for. */
const linesOf = (draw: Draw, parts: Stage['parts']): { line: number; text: string; unit: string }[] =>
  draw.oneByOne
    ? draw.turns.map(({ line, text, subject }) => ({ line, text, unit: parts.find((part) => part.subject === subject)?.name ?? '' }))
    : (draw.selected ?? []).map(({ line, text }) => ({ line, text: nameOf(draw, text), unit: '' }))

function DrawShown({ draw, parts }: { readonly draw: Draw; readonly parts: Stage['parts'] }) {
  const text = useWords(words)
  const page = usePages(linesOf(draw, parts), most, draw.id)
  if (draw.state !== 'drawn' || (draw.oneByOne && draw.turns.length === 0))
    return (
      <section className="middle">
        <p className="lead">{draw.state === 'drawn' ? text.turned(0, draw.take) : text.drawState[draw.state]}</p>
        <h1 className="title">{draw.title}</h1>
        <Basis draw={draw} />
        {draw.repeats !== null && <p className="soft">{text.repeated(draw.reason)}</p>}
      </section>
    )
  return (
    <section className="list-scene">
      <SceneHead title={draw.title} page={page} />
      <Basis draw={draw} />
      {draw.oneByOne && <p className="soft">{text.turned(draw.turns.length, draw.take)}</p>}
      {draw.repeats !== null && <p className="soft">{text.repeated(draw.reason)}</p>}
      <ol className="lines arrive" aria-label={text.drawState.drawn}>
        {page.items.map(({ line, text: chosen, unit }, index) => (
          <li key={line}>
            <span className="place">{(page.page - 1) * most + index + 1}</span>
            <span className="name">{chosen}</span>
            {unit !== '' && <span className="mark">{unit}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
