// The judge's choice between what this device has of a sheet and what another device of the seat wrote. Apart, so that a phone
// loads it when there is something to choose.

import { sheetKey } from './pocket.ts'
import type { LocalSheets } from './pocket.ts'

/** The judge has chosen between what this device has and what another one wrote; the choice goes above both. */
export function chosenOf(
  sheets: LocalSheets,
  where: { readonly subject: string; readonly component: string },
  which: 'here' | 'other',
): LocalSheets {
  const key = sheetKey(where.subject, where.component)
  const here = sheets[key]
  const other = here?.other ?? null
  if (here === undefined || other === null) return sheets
  const { points, note } = which === 'here' ? here : other
  const revision = Math.max(here.revision, other.revision) + 1
  return { ...sheets, [key]: { ...here, points, note, revision, delivered: other.revision, refused: null, other: null } }
}
