// The units that take part: those below a unit of one's choice are ticked on the left and put in order on the right. What is
// ticked is kept on this device until it is set.

import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { levelOf } from '#ground/kernel/code.ts'
import { useVerb } from '#ground/ui/answers.ts'
import { callByName } from '#ground/ui/client.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { readUnits } from '#ground/ui/units.ts'
import { useWords } from '#ground/ui/words.ts'
import { useEdited } from '../edited.ts'
import { at, type Round, rounds } from '../rounds.ts'
import { words } from './words.ts'

interface Unit {
  readonly code: string
  readonly name: string
}

interface Chosen {
  readonly units: readonly Unit[]
}

const village = 5
const most = 1000

/** The units of a level below one; a village is itself. */
async function unitsOfLevel(code: string, level: number, signal: AbortSignal): Promise<readonly Unit[]> {
  if (levelOf(code) >= level) return readUnits([await callByName('units', 'get', { params: { code }, signal })])
  return readUnits(await callByName('units', 'children', { params: { code }, query: { level, limit: most }, signal }))
}

function Candidates({
  round,
  chosen,
  set,
}: {
  readonly round: Round
  readonly chosen: readonly Unit[]
  readonly set: (units: readonly Unit[]) => void
}) {
  const text = useWords(words)
  const [below, setBelow] = useState(round.unit)
  const [level, setLevel] = useState(village)
  const asked = useQuery({
    queryKey: ['units', 'level', below, level],
    queryFn: ({ signal }) => unitsOfLevel(below, level, signal),
  })
  const units = asked.data ?? []
  const here = new Set(chosen.map(({ code }) => code))
  const toggle = (unit: Unit): void => set(here.has(unit.code) ? chosen.filter(({ code }) => code !== unit.code) : [...chosen, unit])
  const levels = ([4, 5] as const).filter((each) => each > levelOf(round.unit))
  return (
    <section>
      <div className="lx-scope">
        <span>{text.below}</span>
        <UnitPicker value={below} onChange={setBelow} />
        {levels.length < 2 ? null : (
          <Select
            aria-label={text.level}
            value={level}
            options={levels.map((value) => ({ value, label: text.levels[value] }))}
            onChange={(next) => setLevel(next)}
            popupMatchSelectWidth={false}
          />
        )}
        <Button
          disabled={units.every(({ code }) => here.has(code))}
          onClick={() => set([...chosen, ...units.filter(({ code }) => !here.has(code))])}
        >
          {text.chooseAll}
        </Button>
      </div>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {asked.data?.length === 0 ? <p className="lx-quiet">{text.noneBelow}</p> : null}
      <ul className="rounds-pick" aria-label={text.candidates}>
        {units.map((unit) => (
          <li key={unit.code}>
            <Checkbox checked={here.has(unit.code)} onChange={() => toggle(unit)}>
              {unit.name}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Ordered({ chosen, set }: { readonly chosen: readonly Unit[]; readonly set: (units: readonly Unit[]) => void }) {
  const text = useWords(words)
  const move = (from: number, to: number): void => {
    const next = [...chosen]
    const [unit] = next.splice(from, 1)
    if (unit !== undefined) next.splice(to, 0, unit)
    set(next)
  }
  if (chosen.length === 0) return <p className="lx-quiet">{text.chosenNone}</p>
  return (
    <section>
      <div className="lx-scope">
        <h3>{text.chosen(chosen.length)}</h3>
        <Button size="small" onClick={() => set(chosen.toSorted((a, b) => (a.code < b.code ? -1 : 1)))}>
          {text.byCode}
        </Button>
      </div>
      <ol className="rounds-ordered">
        {chosen.map((unit, index) => (
          <li key={unit.code}>
            <span className="lx-figures">{index + 1}</span>
            <span>{unit.name}</span>
            <Button size="small" aria-label={text.up(unit.name)} disabled={index === 0} onClick={() => move(index, index - 1)}>
              ↑
            </Button>
            <Button
              size="small"
              aria-label={text.down(unit.name)}
              disabled={index === chosen.length - 1}
              onClick={() => move(index, index + 1)}
            >
              ↓
            </Button>
            <Button size="small" aria-label={text.drop(unit.name)} onClick={() => set(chosen.filter(({ code }) => code !== unit.code))}>
              {text.dropShort}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function PartsEditor({ round }: { readonly round: Round }) {
  const text = useWords(words)
  const saved: Chosen = { units: round.parts.map(({ subject, name }) => ({ code: subject, name })) }
  const edited = useEdited(`rounds-parts:${round.id}`, saved)
  const include = useVerb(rounds, 'include')
  const { units } = edited.value
  const set = (next: readonly Unit[]): void => edited.set({ units: next.map(({ code, name }) => ({ code, name })) })
  return (
    <section className="rounds-box">
      <h2>{text.partsTitle}</h2>
      <p className="lx-quiet">{text.partsLead}</p>
      <div className="rounds-columns">
        <Candidates round={round} chosen={units} set={set} />
        <Ordered chosen={units} set={set} />
      </div>
      <ProblemNotice problem={include.problem} />
      <footer className="rounds-acts">
        {edited.changed ? <span className="lx-quiet">{text.unsaved}</span> : null}
        {edited.changed ? <Button onClick={edited.drop}>{text.discard}</Button> : null}
        <Button
          type={edited.changed || units.length === 0 ? 'primary' : 'default'}
          loading={include.pending}
          disabled={!edited.changed || units.length === 0}
          onClick={() => void include.run({ params: at(round), body: { subjects: units.map(({ code }) => code) } })}
        >
          {text.keepParts}
        </Button>
      </footer>
    </section>
  )
}
