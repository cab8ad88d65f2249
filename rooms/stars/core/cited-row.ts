// How evidence names the row that cites it. Targets of citations are short, rows of a county's own edition may be long: what
// does not fit is told by its digest.

import { canonicalDigest } from '#ground/kernel/digest.ts'
import type { Id } from '#ground/kernel/ids.ts'

/** What a target leaves for the row beside 32 signs of the candidacy's id and a point. */
const most = 47

/** The candidacy and the row, perhaps shortened, that stand behind the colon of a target; null for anything else. */
export function readCitedRow(id: string): { readonly candidacy: Id; readonly row: string } | null {
  const found = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.(.+)$/.exec(id)
  return found === null ? null : { candidacy: found.slice(1, 6).join('-'), row: found[6] ?? '' }
}

/** The target of a citation: `candidacy-row:<id without dashes>.<row>`. */
export function citedRow(candidacy: Id, row: string): string {
  const short = row.length <= most ? row : `${row.slice(0, most - 17)}_${canonicalDigest(row).slice(0, 16)}`
  return `candidacy-row:${candidacy.replaceAll('-', '')}.${short}`
}
