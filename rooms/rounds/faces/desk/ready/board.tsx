// The readiness board: each item by word, shape and colour, with what is missing and where it is mended.

import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { kindNames } from '../../../core/seat.ts'
import { addressOfRound, type Round } from '../rounds.ts'
import type { Step } from '../steps.ts'
import { words as roundWords } from '../words.ts'
import { words } from './words.ts'

export interface Item {
  readonly key: string
  readonly state: 'grey' | 'red' | 'amber' | 'green'
  readonly missing: readonly string[]
}

const marks: Readonly<Record<Item['state'], Status>> = { grey: 'waiting', red: 'late', amber: 'attention', green: 'done' }
const places: Readonly<Record<string, Step>> = {
  units: 'plan',
  rules: 'rules',
  judges: 'seats',
  enough: 'seats',
  tellers: 'seats',
  accounts: 'seats',
  devices: 'seats',
  offline: 'seats',
  stage: 'seats',
}

export function Board({ round, items }: { readonly round: Round; readonly items: readonly Item[] }) {
  const text = useWords(words)
  const frame = useWords(roundWords)
  const say = useText()
  const named = (missing: string): string => (missing === 'teller' || missing === 'supervisor' ? say(kindNames[missing]) : missing)
  return (
    <ul className="rounds-board">
      {items.map(({ key, state, missing }) => {
        const step = places[key]
        const short = text.list(missing.slice(0, 8).map(named)) + (missing.length > 8 ? ` … ${missing.length}` : '')
        return (
          <li key={key} className={`rounds-light-${state}`}>
            <StatusTag state={marks[state]}>{text.lights[state]}</StatusTag>
            <strong>{text.items[key] ?? key}</strong>
            {missing.length === 0 ? null : <span>{text.missing(short)}</span>}
            {state === 'green' || text.hints[key] === undefined ? null : <span className="lx-quiet">{text.hints[key]}</span>}
            {state === 'green' || state === 'grey' || step === undefined ? null : (
              <PageLink to={addressOfRound(round, step)}>{text.mend(frame.steps[step])}</PageLink>
            )}
          </li>
        )
      })}
    </ul>
  )
}
