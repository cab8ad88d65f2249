// Draws: pool and sources as they were sealed, and the values that two persons enter.

import { useId, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { allows } from '../../core/state.ts'
import { Act } from './act.tsx'
import type { TableProps } from './count-data.ts'
import { words } from './count-words.ts'
import { rounds } from './seat-client.ts'
import type { Draw } from './seat-client.ts'

function Values({ count, run, draw }: TableProps & { readonly draw: Draw }) {
  const text = useWords(words)
  const id = useId()
  const [values, setValues] = useState<readonly string[]>(draw.sources.map(() => ''))
  const [differed, setDiffered] = useState(false)
  const enter = (): Promise<unknown> =>
    run(async () => {
      const answer = await rounds.witnessDraw({ body: { seat: count.seat.id, draw: draw.id, values: values.map((value) => value.trim()) } })
      setDiffered(answer.differed)
      setValues(draw.sources.map(() => ''))
    })
  return (
    <>
      <p className="quiet">{text.drawHint}</p>
      {draw.sources.map((source, index) => (
        <p key={source}>
          <label htmlFor={`${id}-${index}`}>{source}</label>
          <input
            id={`${id}-${index}`}
            autoComplete="off"
            maxLength={200}
            value={values[index] ?? ''}
            onChange={(event) => setValues(values.map((value, at) => (at === index ? event.target.value : value)))}
          />
        </p>
      ))}
      {differed && (
        <p className="error" role="alert">
          {text.differed}
        </p>
      )}
      <Act label={text.enterDraw} disabled={values.some((value) => value.trim() === '')} run={enter} />
    </>
  )
}

export function DrawsPart({ count, run, draws }: TableProps & { readonly draws: readonly Draw[] }) {
  const text = useWords(words)
  const may = allows(count.round.state, 'enterDraw')
  if (draws.length === 0) return <p className="quiet">{text.noDraws}</p>
  return draws.map((draw) => (
    <section key={draw.id} className="card">
      <h2>{text.drawOf(draw.title, draw.take, draw.pool.length)}</h2>
      <p>{text.drawStates[draw.state]}</p>
      <details className="act">
        <summary>{text.pool(draw.pool.length)}</summary>
        <ol>
          {draw.pool.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
      <p className="digest">
        {text.poolDigest} <code>{draw.poolDigest}</code>
      </p>
      {draw.selected !== null && (
        <>
          <p className="digest">
            {text.entropy} <code>{draw.entropy}</code>
          </p>
          <ol>
            {draw.selected.map(({ line, text: chosen }) => (
              <li key={line}>{chosen}</li>
            ))}
          </ol>
        </>
      )}
      {may && (draw.state === 'sealed' || draw.state === 'half') && <Values count={count} run={run} draw={draw} />}
    </section>
  ))
}
