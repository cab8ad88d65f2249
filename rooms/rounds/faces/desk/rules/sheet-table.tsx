// The sheet of a component: its criteria with maximum, step and what to look at.

import { Button, Input } from 'antd'
import { useWords } from '#ground/ui/words.ts'
import type { Rules } from '../rounds.ts'
import { Cell, Refusal } from './cell.tsx'
import { freeId, sumOf } from './faults.ts'
import { words } from './words.ts'

type Criterion = NonNullable<Rules['sheets'][string]>[number]

interface Props {
  readonly component: { readonly id: string; readonly title: string }
  readonly criteria: readonly Criterion[]
  readonly set: (criteria: Criterion[]) => void
  readonly errorAt: (path: string) => string | undefined
}

const fields = ['title', 'max', 'step', 'hint'] as const
const longest = { title: 60, max: 12, step: 12, hint: 200 }

export function SheetTable({ component, criteria, set, errorAt }: Props) {
  const text = useWords(words)
  const path = `body.rules.sheets.${component.id}`
  const heads = { title: text.criterion, max: text.max, step: text.step, hint: text.hint }
  const change = (id: string, changes: Partial<Criterion>): void =>
    set(criteria.map((criterion) => (criterion.id === id ? { ...criterion, ...changes } : criterion)))
  const full = sumOf(criteria.map(({ max }) => max))
  return (
    <section className="rounds-box">
      <h2>{text.sheet(component.title)}</h2>
      <table className="rounds-form-table">
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col">
                {heads[field]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion, index) => (
            <tr key={criterion.id}>
              {fields.map((field) => (
                <Cell key={field} error={errorAt(`${path}[${index}].${field}`)} narrow={field === 'max' || field === 'step'}>
                  {(input) => (
                    <Input
                      {...input}
                      aria-label={`${heads[field]} ${criterion.title}`}
                      maxLength={longest[field]}
                      value={criterion[field]}
                      onChange={(event) => change(criterion.id, { [field]: event.target.value })}
                    />
                  )}
                </Cell>
              ))}
              <td>
                <Button
                  size="small"
                  aria-label={text.drop(criterion.title)}
                  disabled={criteria.length === 1}
                  onClick={() => set(criteria.filter(({ id }) => id !== criterion.id))}
                >
                  {text.dropShort}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Refusal error={errorAt(path)} />
      <div className="rounds-acts rounds-acts-start">
        <Button
          size="small"
          onClick={() => set([...criteria, { id: freeId('k', criteria), title: text.newName.criterion, max: '10', step: '0.5', hint: '' }])}
        >
          {text.add.criterion}
        </Button>
        {full === null ? null : <span className="lx-figures">{text.full(full)}</span>}
      </div>
    </section>
  )
}
