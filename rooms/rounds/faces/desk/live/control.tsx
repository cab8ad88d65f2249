// Which unit is on, which comes next, and its timer.

import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { at, inOrder, type OfRound, type Part, rounds } from '../rounds.ts'
import { OrderByHand } from './order-by-hand.tsx'
import { Exhibits } from './exhibits.tsx'
import { Question } from './question.tsx'
import { Timer } from './timer.tsx'
import { words } from './words.ts'

/** Who follows: the unit after the present one that was not on yet, else the first that was not. */
function nextOf(units: readonly Part[], subject: string | null): Part | undefined {
  const after = units.findIndex((unit) => unit.subject === subject) + 1
  return [...units.slice(after), ...units.slice(0, after)].find((unit) => unit.presentedAt === null && unit.subject !== subject)
}

export function Control({ round, can }: OfRound) {
  const text = useWords(words)
  const { minute } = useFormat()
  const present = useVerb(rounds, 'present')
  const { scene } = round
  const [chosen, setChosen] = useState<string | null>(null)
  const component = chosen ?? scene.component ?? round.rules.components[0]?.id ?? ''
  const units = inOrder(round.parts)
  const on = scene.kind === 'unit' ? scene.subject : null
  const current = units.find(({ subject }) => subject === on)
  const next = nextOf(units, on)
  const call = (subject: string): void => void present.run({ params: at(round), body: { subject, component } })
  return (
    <section className="rounds-box">
      <h2>{text.control}</h2>
      <p className="rounds-current">
        <span className="lx-quiet">{text.now}</span> {current === undefined ? text.nobody : <strong>{current.name}</strong>}
      </p>
      {round.rules.components.length < 2 ? null : (
        <Radio.Group
          aria-label={text.component}
          value={component}
          options={round.rules.components.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(event) => setChosen(String(event.target.value))}
        />
      )}
      <div className="rounds-acts rounds-acts-start">
        {can('present') && next !== undefined ? (
          <Button type="primary" size="large" loading={present.pending} onClick={() => call(next.subject)}>
            {text.nextUnit(next.name)}
          </Button>
        ) : null}
        {can('present') && next === undefined ? <StatusTag state="done">{text.allPresented}</StatusTag> : null}
      </div>
      <ProblemNotice problem={present.problem} />
      {current === undefined ? null : <Timer round={round} can={can} />}
      {current === undefined || round.mode !== 'sandtable' ? null : (
        <Exhibits key={`exhibits ${current.subject}`} round={round} can={can} unit={current} />
      )}
      {current === undefined || round.state !== 'live' ? null : <Question key={current.subject} round={round} can={can} unit={current} />}
      <h3>{text.all}</h3>
      <ol className="rounds-ordered">
        {units.map((unit, index) => (
          <li key={unit.subject}>
            <span className="lx-figures">{index + 1}</span>
            <span>{unit.name}</span>
            {unit.subject === on ? (
              <StatusTag state="attention">{text.onStage}</StatusTag>
            ) : unit.presentedAt === null ? (
              <StatusTag state="waiting">{text.waiting}</StatusTag>
            ) : (
              <StatusTag state="done">{text.presentedAt(minute(unit.presentedAt))}</StatusTag>
            )}
            {can('present') && unit.subject !== on ? (
              <Button
                size="small"
                aria-label={`${unit.presentedAt === null ? text.call : text.again} ${unit.name}`}
                onClick={() => call(unit.subject)}
              >
                {unit.presentedAt === null ? text.call : text.again}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <div className="rounds-acts rounds-acts-start">{can('order') ? <OrderByHand round={round} /> : null}</div>
    </section>
  )
}
