// Under what a record's evidence is cited. A correction stands in the place of a record and so keeps its evidence: what is cited
// is the first of the line, however often it was corrected.

/** What evidence is cited for. */
export const citingKinds = ['fact', 'certificate', 'case', 'review'] as const
export type CitingKind = (typeof citingKinds)[number]

/** `kind:id` of the first record of a line. */
export const recordTarget = (kind: CitingKind, first: string): string => `${kind}:${first}`
