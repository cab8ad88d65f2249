// Judges, their panels and recusals, and how far each lies from its panel: for checking, never for the result.

import { useWords } from '#ground/ui/words.ts'
import type { TableProps } from './count-data.ts'
import { words } from './count-words.ts'

export function JudgesPart({ count }: Pick<TableProps, 'count'>) {
  const text = useWords(words)
  const names = new Map(count.round.parts.map(({ subject, name }) => [subject, name]))
  const panels = new Map(count.round.rules.panels.map(({ id, title }) => [id, title]))
  return (
    <>
      <p className="quiet">{text.deviationHint}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={text.parts.judges}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{text.judge}</th>
              <th scope="col">{text.panel}</th>
              <th scope="col">{text.holder}</th>
              <th scope="col">{text.recusals}</th>
              <th scope="col">{text.deviation}</th>
            </tr>
          </thead>
          <tbody>
            {count.judges.map(({ seat, label, panel, holder, recused, meanDeviation }) => (
              <tr key={seat}>
                <th scope="row">{label}</th>
                <td>{panels.get(panel) ?? panel}</td>
                <td>{holder ?? text.anonymous}</td>
                <td>{recused.map((unit) => names.get(unit) ?? unit).join('、') || text.none}</td>
                <td className="figure">{meanDeviation ?? text.cell.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
