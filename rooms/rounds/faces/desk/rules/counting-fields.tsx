// How sheets become a total: aggregate, limits, rounding, ties, bands, and the days for a recount.

import { Input, Select } from 'antd'
import { Field, type FieldInput } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import type { Rules } from '../rounds.ts'
import { words } from './words.ts'

interface Props {
  readonly rules: Rules
  readonly set: (changes: Partial<Rules>) => void
  readonly errorAt: (path: string) => string | undefined
}

const kinds = ['mean', 'median', 'trimmed-mean'] as const
const drops = ['dropHigh', 'dropLow', 'minJudges'] as const
const whole = (typed: string): number => Number(typed.replaceAll(/\D/g, '').slice(0, 3))

function Aggregate({ rules, set, errorAt }: Props) {
  const text = useWords(words)
  const { aggregate } = rules
  return (
    <>
      <Field label={text.aggregate} error={errorAt('body.rules.aggregate.kind')}>
        {(input) => (
          <Select
            {...input}
            value={aggregate.kind}
            options={kinds.map((value) => ({ value, label: text.aggregates[value] }))}
            onChange={(kind) => set({ aggregate: kind === 'trimmed-mean' ? { kind, dropHigh: 1, dropLow: 1, minJudges: 7 } : { kind } })}
          />
        )}
      </Field>
      {aggregate.kind === 'trimmed-mean'
        ? drops.map((drop) => (
            <Field key={drop} label={text[drop]} error={errorAt(`body.rules.aggregate.${drop}`)}>
              {(input) => (
                <Input
                  {...input}
                  className="rounds-number"
                  inputMode="numeric"
                  value={String(aggregate[drop])}
                  onChange={(event) => set({ aggregate: { ...aggregate, [drop]: whole(event.target.value) } })}
                />
              )}
            </Field>
          ))
        : null}
    </>
  )
}

/** Everything by which equal totals may be decided, under the names of these rules. */
function useTies(rules: Rules): readonly { readonly value: string; readonly label: string }[] {
  const text = useWords(words)
  return [
    ...rules.components.map(({ id, title }) => ({ value: `component:${id}`, label: text.tieComponent(title) })),
    ...rules.components.flatMap((component) =>
      (rules.sheets[component.id] ?? []).map(({ id, title }) => ({
        value: `criterion:${component.id}/${id}`,
        label: text.tieCriterion(component.title, title),
      })),
    ),
    { value: 'adjustment', label: text.tieAdjustment },
  ]
}

export function CountingFields({ rules, set, errorAt }: Props) {
  const text = useWords(words)
  const ties = useTies(rules)
  const number = (input: FieldInput, value: string, change: (typed: string) => void) => (
    <Input {...input} className="rounds-number" inputMode="decimal" value={value} onChange={(event) => change(event.target.value.trim())} />
  )
  const tieFault = rules.ties.map((_, index) => errorAt(`body.rules.ties[${index}]`)).find((error) => error !== undefined)
  return (
    <section className="rounds-box">
      <h2>{text.counting}</h2>
      <div className="rounds-columns">
        <div>
          <Aggregate rules={rules} set={set} errorAt={errorAt} />
          <Field label={text.decimals} hint={text.decimalsHint} error={errorAt('body.rules.decimals')}>
            {(input) => number(input, String(rules.decimals), (typed) => set({ decimals: whole(typed) }))}
          </Field>
          <Field label={text.bonusCap} hint={text.bonusCapHint} error={errorAt('body.rules.bonusCap')}>
            {(input) => number(input, rules.bonusCap, (bonusCap) => set({ bonusCap }))}
          </Field>
        </div>
        <div>
          <Field label={text.ties} hint={text.tiesHint} error={errorAt('body.rules.ties') ?? tieFault}>
            {(input) => (
              <Select
                {...input}
                mode="multiple"
                value={rules.ties}
                options={[...ties]}
                onChange={(next: string[]) => set({ ties: next })}
              />
            )}
          </Field>
          <Field label={text.advanced} error={errorAt('body.rules.bands.advanced') ?? errorAt('body.rules.bands')}>
            {(input) => number(input, rules.bands.advanced, (advanced) => set({ bands: { ...rules.bands, advanced } }))}
          </Field>
          <Field label={text.good} hint={text.bandsHint} error={errorAt('body.rules.bands.good')}>
            {(input) => number(input, rules.bands.good, (good) => set({ bands: { ...rules.bands, good } }))}
          </Field>
          <Field label={text.recountDays} hint={text.recountDaysHint} error={errorAt('body.rules.recountDays')}>
            {(input) => number(input, String(rules.recountDays), (typed) => set({ recountDays: whole(typed) }))}
          </Field>
        </div>
      </div>
    </section>
  )
}
