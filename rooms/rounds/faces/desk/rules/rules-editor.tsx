// The whole of the rules as one form.

import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import type { Rules } from '../rounds.ts'
import { CountingFields } from './counting-fields.tsx'
import { sumOf } from './faults.ts'
import { SheetTable } from './sheet-table.tsx'
import { WeightedTable } from './weighted-table.tsx'
import { words } from './words.ts'

export interface RulesEditorProps {
  readonly rules: Rules
  readonly set: (changes: Partial<Rules>) => void
  readonly errorAt: (path: string) => string | undefined
}

/** Sheets follow their components: a new one begins with one criterion, a dropped one takes its sheet and its ties along. */
function withComponents(rules: Rules, components: Rules['components'], newTitle: string): Partial<Rules> {
  const first = { id: 'k1', title: newTitle, max: '100', step: '0.5', hint: '' }
  const sheets = Object.fromEntries(components.map(({ id }) => [id, rules.sheets[id] ?? [first]]))
  const known = new Set(components.map(({ id }) => id))
  const ties = rules.ties.filter((tie) => known.has(/^(?:component|criterion):([^/]+)/.exec(tie)?.[1] ?? '') || tie === 'adjustment')
  return { components, sheets, ties }
}

/** Ties that speak of a criterion that is gone go with it. */
function withSheet(rules: Rules, component: string, criteria: Rules['sheets'][string]): Partial<Rules> {
  const gone = (rules.sheets[component] ?? []).filter(({ id }) => !criteria?.some((each) => each.id === id))
  const lost = new Set(gone.map(({ id }) => `criterion:${component}/${id}`))
  return { sheets: { ...rules.sheets, [component]: criteria ?? [] }, ties: rules.ties.filter((tie) => !lost.has(tie)) }
}

export function RulesEditor({ rules, set, errorAt }: RulesEditorProps) {
  const text = useWords(words)
  const sums = rules.components.map(({ id }) => sumOf((rules.sheets[id] ?? []).map(({ max }) => max)))
  return (
    <>
      <div className="rounds-columns">
        <WeightedTable
          kind="component"
          title={text.components}
          hint={text.componentsHint}
          lines={rules.components}
          make={(line) => ({ ...line, seconds: 0 })}
          set={(components) => set(withComponents(rules, components, text.newName.criterion))}
          errorAt={errorAt}
        />
        <WeightedTable
          kind="panel"
          title={text.panels}
          hint={text.panelsHint}
          lines={rules.panels}
          make={({ id, title, weight }) => ({ id, title, weight })}
          set={(panels) => set({ panels })}
          errorAt={errorAt}
        />
      </div>
      {rules.components.map((component) => (
        <SheetTable
          key={component.id}
          component={component}
          criteria={rules.sheets[component.id] ?? []}
          set={(criteria) => set(withSheet(rules, component.id, criteria))}
          errorAt={errorAt}
        />
      ))}
      {sums.every((sum) => sum === '100') ? null : <StatusTag state="attention">{text.notHundred}</StatusTag>}
      <CountingFields rules={rules} set={set} errorAt={errorAt} />
    </>
  )
}
