// The rules as they stand, to be read.

import { Facts } from '#ground/ui/desk/facts.tsx'
import { useWords } from '#ground/ui/words.ts'
import type { Rules } from '../rounds.ts'
import { words } from './words.ts'

export function RulesView({ rules, digest }: { readonly rules: Rules; readonly digest: string | null }) {
  const text = useWords(words)
  const { aggregate } = rules
  const weighted = (lines: readonly { readonly title: string; readonly weight: string }[]): string =>
    lines.map(({ title, weight }) => `${title} ${weight}`).join(' · ')
  return (
    <section className="rounds-box">
      <Facts
        items={[
          {
            label: text.components,
            value: rules.components.map((each) => `${each.title} ${each.weight}（${text.seconds(each.seconds)}）`).join(' · '),
          },
          { label: text.panels, value: weighted(rules.panels) },
          {
            label: text.aggregate,
            value:
              aggregate.kind === 'trimmed-mean'
                ? text.trimmed(aggregate.dropHigh, aggregate.dropLow, aggregate.minJudges)
                : text.aggregates[aggregate.kind],
          },
          { label: text.decimals, value: text.decimalsOf(rules.decimals) },
          { label: text.bonusCap, value: `±${rules.bonusCap}` },
          { label: text.advanced, value: rules.bands.advanced },
          { label: text.good, value: rules.bands.good },
          { label: text.recountDays, value: text.days(rules.recountDays) },
          ...(digest === null ? [] : [{ label: text.digest, value: <code title={text.digestHint}>{digest}</code> }]),
        ]}
      />
      {rules.components.map((component) => (
        <table key={component.id} className="rounds-form-table">
          <caption>{text.sheet(component.title)}</caption>
          <thead>
            <tr>
              <th scope="col">{text.criterion}</th>
              <th scope="col">{text.max}</th>
              <th scope="col">{text.step}</th>
              <th scope="col">{text.hint}</th>
            </tr>
          </thead>
          <tbody>
            {(rules.sheets[component.id] ?? []).map((criterion) => (
              <tr key={criterion.id}>
                <td>{criterion.title}</td>
                <td className="rounds-narrow">{criterion.max}</td>
                <td className="rounds-narrow">{criterion.step}</td>
                <td>{criterion.hint}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}
