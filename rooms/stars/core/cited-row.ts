// How evidence names the row that cites it. Targets of citations are short, rows of a county's own edition may be long: what
// does not fit is told by its digest.

import { canonicalDigest } from '#ground/kernel/digest.ts'
import type { Id } from '#ground/kernel/ids.ts'

/** What a target leaves for the row beside 32 signs of the candidacy's id and a point. */
const most = 47

/** The target of a citation: `candidacy-row:<id without dashes>.<row>`. */
export function citedRow(candidacy: Id, row: string): string {
  const short = row.length <= most ? row : `${row.slice(0, most - 17)}_${canonicalDigest(row).slice(0, 16)}`
  return `candidacy-row:${candidacy.replaceAll('-', '')}.${short}`
}
