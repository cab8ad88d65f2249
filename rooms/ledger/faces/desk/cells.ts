// What stands in a cell of the four lists, as text: the same for screen, print and search.

import type { ColumnKey } from '../../core/lists.ts'
import { sourceNames } from '../../core/lists.ts'
import { stateNames } from '../../core/state.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Row } from './ledger.ts'

/** The text of one cell. */
export function cellOf(row: Row, key: ColumnKey, say: (text: Text) => string): string | number | null {
  switch (key) {
    case 'subject':
      return row.subject.name
    case 'source':
      return say(sourceNames[row.sourceKind])
    case 'star':
      return [row.star, row.criterion].filter((part) => part !== null).join(' ') || null
    case 'state':
      return say(stateNames[row.state])
    default:
      return row[key] === '' ? null : row[key]
  }
}
