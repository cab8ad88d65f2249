// A tally as a table: rank, band and total first, then what they come from.

import { useWords } from '#ground/ui/words.ts'
import { words } from './count-words.ts'
import type { Count, Tally } from './seat-client.ts'

type Rules = Count['round']['rules']

/** A mark of the tally in words; `untrimmed:field/leaders` names component and panel. */
function useMark(rules: Rules): (mark: string) => string {
  const text = useWords(words)
  const titles = new Map([...rules.components, ...rules.panels].map(({ id, title }) => [id, title]))
  return (mark) => {
    const [kind = '', where = ''] = mark.split(':')
    const place = where
      .split('/')
      .map((id) => titles.get(id) ?? id)
      .join('·')
    return kind in text.markOf ? text.markOf[kind as keyof typeof text.markOf](place) : mark
  }
}

export function ResultTable({ rules, tally }: { readonly rules: Rules; readonly tally: Tally }) {
  const text = useWords(words)
  const mark = useMark(rules)
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={text.parts.result}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{text.unit}</th>
            <th scope="col">{text.rank}</th>
            <th scope="col">{text.total}</th>
            <th scope="col">{text.band}</th>
            {rules.components.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">{text.adjustment}</th>
            <th scope="col">{text.spread}</th>
            <th scope="col">{text.sheetsCounted}</th>
            <th scope="col">{text.marks}</th>
          </tr>
        </thead>
        <tbody>
          {tally.lines.map((line) => (
            <tr key={line.unit}>
              <th scope="row">{line.name}</th>
              <td className="figure">{line.rank}</td>
              <td className="figure">{line.total}</td>
              <td>{text.bands[line.band]}</td>
              {rules.components.map(({ id }) => (
                <td key={id} className="figure">
                  {line.components[id] ?? text.cell.none}
                </td>
              ))}
              <td className="figure">{line.adjustment}</td>
              <td className="figure">{rules.components.map(({ id }) => line.spread[id] ?? text.cell.none).join(' / ')}</td>
              <td className="figure">{rules.components.map(({ id }) => line.judges[id] ?? 0).join(' / ')}</td>
              <td className="marks">{line.marks.map(mark).join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
