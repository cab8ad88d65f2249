// Old and new codes of every unit that hands over; the new ones may be changed before the act.

import { Input } from 'antd'
import { useWords } from '#ground/ui/words.ts'
import type { Planned } from './units.ts'
import { words } from './words.ts'

export interface MappingProps {
  readonly plan: Planned
  readonly fixed: Readonly<Record<string, string>>
  readonly onFix: (from: string, to: string) => void
}

export function Mapping({ plan, fixed, onFix }: MappingProps) {
  const text = useWords(words)
  return (
    <>
      <p className="lx-quiet">{text.mappingLead}</p>
      <div className="lx-table-box" role="region" aria-label={text.mapping} tabIndex={0}>
        <table>
          <caption>{text.mapping}</caption>
          <thead>
            <tr>
              <th scope="col">{text.oldCode}</th>
              <th scope="col">{text.oldName}</th>
              <th scope="col">{text.newCode}</th>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.succession}</th>
            </tr>
          </thead>
          <tbody>
            {plan.moves.map((move) => (
              <tr key={`${move.from} ${move.to}`}>
                <th scope="row" className="lx-figures">
                  {move.from}
                </th>
                <td>{move.fromName}</td>
                <td className="lx-figures">
                  {plan.applied || move.kind === 'split' ? (
                    move.to
                  ) : (
                    <Input
                      size="small"
                      aria-label={`${text.newCode} ${move.from}`}
                      inputMode="numeric"
                      maxLength={12}
                      defaultValue={fixed[move.from] ?? move.to}
                      onBlur={(event) => {
                        if (event.target.value !== move.to) onFix(move.from, event.target.value)
                      }}
                    />
                  )}
                </td>
                <td>{move.toName}</td>
                <td>{text.successions[move.kind]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
