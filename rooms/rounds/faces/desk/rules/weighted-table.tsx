// Components and panels: names with weights, whose sum is shown while one types.

import { Button, Input } from 'antd'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Cell, Refusal } from './cell.tsx'
import { freeId, sumOf } from './faults.ts'
import { words } from './words.ts'

interface Line {
  readonly id: string
  readonly title: string
  readonly weight: string
  readonly seconds?: number
}

interface Props<L extends Line> {
  readonly kind: 'component' | 'panel'
  readonly title: string
  readonly hint: string
  readonly lines: readonly L[]
  readonly make: (line: Line) => L
  readonly set: (lines: L[]) => void
  readonly errorAt: (path: string) => string | undefined
}

function WeightSum({ lines }: { readonly lines: readonly Line[] }) {
  const text = useWords(words)
  const sum = sumOf(lines.map(({ weight }) => weight.trim()))
  if (sum === null) return <StatusTag state="late">{text.sumUnknown}</StatusTag>
  return <StatusTag state={sum === '1' ? 'done' : 'late'}>{sum === '1' ? text.sum(sum) : text.sumWrong(sum)}</StatusTag>
}

export function WeightedTable<L extends Line>({ kind, title, hint, lines, make, set, errorAt }: Props<L>) {
  const text = useWords(words)
  const path = `body.rules.${kind}s`
  const change = (id: string, changes: Partial<Line>): void => set(lines.map((line) => (line.id === id ? { ...line, ...changes } : line)))
  const timed = kind === 'component'
  return (
    <section className="rounds-box">
      <h2>{title}</h2>
      <p className="lx-quiet">{hint}</p>
      <table className="rounds-form-table">
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.weight}</th>
            {timed ? <th scope="col">{text.minutes}</th> : null}
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.id}>
              <Cell error={errorAt(`${path}[${index}].title`)}>
                {(input) => (
                  <Input
                    {...input}
                    aria-label={text.name}
                    maxLength={40}
                    value={line.title}
                    onChange={(event) => change(line.id, { title: event.target.value })}
                  />
                )}
              </Cell>
              <Cell error={errorAt(`${path}[${index}].weight`)} narrow>
                {(input) => (
                  <Input
                    {...input}
                    aria-label={`${text.weight} ${line.title}`}
                    inputMode="decimal"
                    value={line.weight}
                    onChange={(event) => change(line.id, { weight: event.target.value.trim() })}
                  />
                )}
              </Cell>
              {timed ? (
                <Cell error={errorAt(`${path}[${index}].seconds`)} narrow>
                  {(input) => (
                    <Input
                      {...input}
                      aria-label={`${text.minutes} ${line.title}`}
                      title={text.minutesHint}
                      inputMode="numeric"
                      value={String(line.seconds ?? 0)}
                      onChange={(event) => change(line.id, { seconds: Number(event.target.value.replaceAll(/\D/g, '').slice(0, 4)) })}
                    />
                  )}
                </Cell>
              ) : null}
              <td>
                <Button
                  size="small"
                  aria-label={text.drop(line.title)}
                  disabled={lines.length === 1}
                  onClick={() => set(lines.filter(({ id }) => id !== line.id))}
                >
                  {text.dropShort}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sumOf(lines.map(({ weight }) => weight)) === '1' ? <Refusal error={errorAt(path)} /> : null}
      <div className="rounds-acts rounds-acts-start">
        <Button
          size="small"
          onClick={() => set([...lines, make({ id: freeId(timed ? 'c' : 'p', lines), title: text.newName[kind], weight: '0' })])}
        >
          {text.add[kind]}
        </Button>
        <WeightSum lines={lines} />
      </div>
    </section>
  )
}
