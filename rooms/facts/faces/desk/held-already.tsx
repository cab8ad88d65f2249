// Which data of a form are held already and by whom; where only some of the units hold them, the one tap by which the others
// alone are asked.

import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import type { facts } from './facts-client.ts'
import { words } from './words.ts'
import './facts.css'

type Previewed = Awaited<ReturnType<typeof facts.previewDemand>>

export function Held({
  preview: { duplicates, cost },
  spared,
  refused,
  onSpare,
}: {
  readonly preview: Previewed
  readonly spared: readonly string[]
  readonly refused: boolean
  readonly onSpare: (units: readonly string[]) => void
}) {
  const text = useWords(words)
  const holders = [...new Set([...spared, ...duplicates.flatMap((one) => one.holders ?? [])])]
  const rest = cost.units - (holders.length - spared.length)
  const offered = holders.length > spared.length && rest >= 1
  return (
    <>
      {duplicates.length === 0 || (refused && !offered) ? null : (
        <div className="lx-problem facts-held">
          {refused ? null : (
            <>
              <strong>{text.heldTitle}</strong>
              <ul>
                {duplicates.map(({ asked: name, heldAs, kind, holder, since, units = 0, until = null, names = [] }) => (
                  <li key={name}>
                    {kind === 'units'
                      ? text.heldByUnits({ asked: name, heldAs, units, names, since, until })
                      : text.held(name, heldAs, holder, since)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {!offered ? null : (
            <>
              <p>{text.spareExplain}</p>
              <Button onClick={() => onSpare(holders)}>{text.spare(rest)}</Button>
            </>
          )}
        </div>
      )}
      {spared.length === 0 ? null : (
        <p>
          {text.spared(spared.length)}{' '}
          <Button size="small" onClick={() => onSpare([])}>
            {text.spareNone}
          </Button>
        </p>
      )}
    </>
  )
}
