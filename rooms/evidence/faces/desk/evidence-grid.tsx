// Items as cards: picture, what it shows, spot and phase, day, how often it is cited. A card is the button that opens it.

import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { keyOf, type Row } from './evidence.ts'
import { Thumb } from './thumb.tsx'
import { words } from './words.ts'

export interface EvidenceGridProps {
  readonly rows: readonly Row[]
  readonly openKey: string | null
  readonly onOpen: (row: Row) => void
}

export function EvidenceGrid({ rows, openKey, onOpen }: EvidenceGridProps) {
  const text = useWords(words)
  const { shortDay } = useFormat()
  return (
    <ul className="lx-evidence-grid" aria-label={text.list}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <button type="button" aria-pressed={openKey === keyOf(row)} onClick={() => onOpen(row)}>
            <Thumb row={row} />
            <strong>{row.shows}</strong>
            <span className="lx-quiet">
              {[row.spot, row.phase === null ? null : text.phases[row.phase]].filter((part) => part !== null).join(' · ')}
            </span>
            <span className="lx-quiet">
              <span className="lx-figures">{shortDay(row.effectiveOn)}</span> · {row.subjectName}
            </span>
            <span className="lx-quiet">
              {text.cited(row.cited)} {row.masked ? <StatusTag state="waiting">{text.maskedOriginal}</StatusTag> : null}{' '}
              {row.hinted ? <StatusTag state="attention">{text.hinted}</StatusTag> : null}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
