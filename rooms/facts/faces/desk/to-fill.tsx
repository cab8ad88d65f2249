// What a unit states itself, with “nothing this period” in one tap, and the forms it may be asked for at all.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { periodText, readPeriod } from '../../core/period.ts'
import { takesNothing } from '../../core/value.ts'
import type { Definition, UnitSheet } from './facts-client.ts'
import { facts, useToday } from './facts-client.ts'
import { usualPeriod } from './state-panel.tsx'
import { words } from './words.ts'

/** Data that the unit states and that are not there yet for the latest period that is over; what holds until it changes never asks. */
function openOf(sheet: UnitSheet, today: string): { readonly definition: Definition; readonly period: string; readonly from: string }[] {
  return sheet.definitions.flatMap((definition) => {
    if (definition.statedBy !== 'unit' || definition.retiredOn !== null) return []
    const period = usualPeriod(definition, today)
    const from = readPeriod(definition.period, period)?.from ?? ''
    const there = sheet.facts.some((fact) => fact.definition === definition.id && (definition.period === 'day' || fact.from === from))
    return there ? [] : [{ definition, period, from }]
  })
}

export function ToFill({ sheet, onState }: { readonly sheet: UnitSheet; readonly onState: (definition: string) => void }) {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const today = useToday()
  const [id, setId] = useState(newKey)
  const nothing = useVerb(facts, 'nothing', { onDone: () => setId(newKey()) })
  const states = may('facts.state') || may('facts.stateOwn')
  const open = openOf(sheet, today)
  return (
    <>
      {states ? (
        <section>
          <h2>{text.toFill}</h2>
          {open.length === 0 ? (
            <p className="lx-quiet">{text.toFillNone}</p>
          ) : (
            <ul>
              {open.map(({ definition, period, from }) => (
                <li key={definition.id} className="lx-scope">
                  <strong>{definition.name}</strong>
                  <span className="lx-quiet">{say(periodText(definition.period, from))}</span>
                  <Button onClick={() => onState(definition.id)}>{text.fillIn}</Button>
                  {takesNothing(definition) ? (
                    <Button
                      loading={nothing.pending}
                      onClick={() => void nothing.run({ body: { id, unit: sheet.unit.code, definition: definition.id, period } })}
                    >
                      {text.nothing}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
          <ProblemNotice problem={nothing.problem} />
        </section>
      ) : null}
      <section>
        <h2>{text.demandsHere}</h2>
        {sheet.demands.length === 0 ? (
          <p className="lx-quiet">{text.demandsHereNone}</p>
        ) : (
          <ul>
            {sheet.demands.map((demand) => (
              <li key={demand.id}>
                <strong>{demand.title}</strong>{' '}
                <span className="lx-quiet">{text.demandLine(demand.issuer, demand.minutes, demand.sunset)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
