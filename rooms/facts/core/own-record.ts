// What a department's own post may enter of certificates and cases: its own. Whoever answers for the county enters anybody's.

import { sameBody } from './case-rule.ts'
import type { Level } from './fact-sheet.ts'

/** `office` is the department that the acting post serves, by its name; null when it serves none. */
type Office = string | null

/** A case is entered by the department that upheld it. */
export const isOwnCase = (office: Office, decidedBy: string): boolean => office === null || sameBody(office, decidedBy)

/**
 * A certificate of the county or a township is entered by the department that gave it; one from above by whichever department
 * it came to, because who gave it has no post here.
 */
export const isOwnCertificate = (office: Office, { level, issuer }: { readonly level: Level; readonly issuer: string }): boolean =>
  office === null || (level !== 'county' && level !== 'township') || sameBody(office, issuer)
