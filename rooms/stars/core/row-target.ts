// Under which name evidence is cited for one row of a self-check: the same on the desk, on the phone and for those who review.

import type { Id } from '#ground/kernel/ids.ts'

/** `kind:id` as evidence wants it; a row's own id never holds a full stop. */
export const rowTarget = (candidacy: Id, row: string): string => `candidacy-row:${candidacy}.${row}`
