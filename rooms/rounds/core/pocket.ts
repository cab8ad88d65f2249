// What a judge's phone keeps: every sheet as it was tapped, with a revision of its own that never needs a clock, and which
// revision the server has said it has. Whatever happens to the network, the phone or the server's answer, sending again
// is harmless, and nothing is forgotten before it has arrived.

export interface LocalSheet {
  readonly subject: string
  readonly component: string
  readonly points: Readonly<Record<string, string>>
  readonly note: string
  /** Grows by one with every change, from the highest that is known. */
  readonly revision: number
  /** The highest revision that the server has acknowledged; 0 when none. */
  readonly delivered: number
  /** Number of the problem with which this revision was refused; it is not sent again until it changes. */
  readonly refused: number | null
}

/** A sheet as the server knows it. */
export interface ServerSheet {
  readonly subject: string
  readonly component: string
  readonly points: Readonly<Record<string, string>>
  readonly note: string
  readonly revision: number
}

/** What the server said of one sheet. */
export interface Receipt {
  readonly subject: string
  readonly component: string
  readonly revision: number
  readonly outcome: 'kept' | 'superseded' | 'refused'
  readonly problem: number | null
}

export type LocalSheets = Readonly<Record<string, LocalSheet>>

/** Under which a sheet is kept. */
export const sheetKey = (subject: string, component: string): string => `${subject}/${component}`

const blank = (subject: string, component: string): LocalSheet => ({
  subject,
  component,
  points: {},
  note: '',
  revision: 0,
  delivered: 0,
  refused: null,
})

/** The sheet after a change by the judge; `null` takes the points of a criterion away. */
export function changed(
  sheets: LocalSheets,
  where: { readonly subject: string; readonly component: string },
  change: { readonly criterion: string; readonly points: string | null } | { readonly note: string },
): LocalSheets {
  const key = sheetKey(where.subject, where.component)
  const before = sheets[key] ?? blank(where.subject, where.component)
  const next = 'note' in change ? { note: change.note } : { points: withPoints(before.points, change.criterion, change.points) }
  return { ...sheets, [key]: { ...before, ...next, revision: before.revision + 1, refused: null } }
}

function withPoints(points: LocalSheet['points'], criterion: string, value: string | null): LocalSheet['points'] {
  if (value !== null) return { ...points, [criterion]: value }
  return Object.fromEntries(Object.entries(points).filter(([id]) => id !== criterion))
}

/**
 * What the server has, taken in: a newer one of the same seat (from the device before) replaces an older one here; what was
 * changed here and not delivered stays, above the server's revision, and will be sent.
 */
export function merged(sheets: LocalSheets, server: readonly ServerSheet[]): LocalSheets {
  const next: Record<string, LocalSheet> = { ...sheets }
  for (const { subject, component, points, note, revision } of server) {
    const key = sheetKey(subject, component)
    const here = next[key]
    if (here === undefined || (here.revision <= revision && here.delivered === here.revision))
      next[key] = { subject, component, points, note, revision, delivered: revision, refused: null }
    else if (here.revision > here.delivered) {
      // Acknowledged already, only the answer was lost: the same revision with the same content has arrived.
      const same = here.revision === revision && sameSheet(here, { points, note })
      next[key] = same
        ? { ...here, delivered: revision }
        : {
            ...here,
            revision: Math.max(here.revision, revision + 1),
            delivered: Math.min(revision, Math.max(here.revision, revision + 1) - 1),
          }
    } else next[key] = { ...here, delivered: Math.max(here.delivered, Math.min(revision, here.revision)) }
  }
  return next
}

function sameSheet(a: Pick<LocalSheet, 'points' | 'note'>, b: Pick<LocalSheet, 'points' | 'note'>): boolean {
  const keys = Object.keys(a.points)
  return a.note === b.note && keys.length === Object.keys(b.points).length && keys.every((key) => a.points[key] === b.points[key])
}

/** Sheets that the server does not have yet, oldest change first is of no matter; `most` at a time. */
export function toSend(sheets: LocalSheets, most: number): LocalSheet[] {
  return Object.values(sheets)
    .filter(({ revision, delivered, refused }) => revision > delivered && refused === null)
    .slice(0, most)
}

/** The sheets after the server's receipts; a receipt for an older revision than the present one leaves the change to be sent. */
export function receipted(sheets: LocalSheets, receipts: readonly Receipt[]): LocalSheets {
  const next: Record<string, LocalSheet> = { ...sheets }
  for (const { subject, component, revision, outcome, problem } of receipts) {
    const key = sheetKey(subject, component)
    const here = next[key]
    if (here === undefined) continue
    if (outcome === 'refused') next[key] = here.revision === revision ? { ...here, refused: problem } : here
    // Superseded at the present revision: another page of this seat was there first; what it has is asked for and gone above.
    else if (outcome === 'kept' || here.revision > revision) next[key] = { ...here, delivered: Math.max(here.delivered, revision) }
  }
  return next
}

/** Another page of this device says what it has: whichever is ahead stands in both. */
export function heard(sheets: LocalSheets, other: LocalSheet): LocalSheets {
  const key = sheetKey(other.subject, other.component)
  const here = sheets[key]
  const ahead =
    here === undefined ||
    other.revision > here.revision ||
    (other.revision === here.revision && (other.delivered > here.delivered || (other.refused !== null && here.refused === null)))
  return ahead ? { ...sheets, [key]: other } : sheets
}

/** For the bar that is always honest: how many sheets wait here, how many have arrived, how many were refused. */
export function deliveryOf(sheets: LocalSheets): { readonly waiting: number; readonly arrived: number; readonly refused: number } {
  const all = Object.values(sheets).filter(({ revision }) => revision > 0)
  const refused = all.filter((sheet) => sheet.refused !== null).length
  const waiting = all.filter((sheet) => sheet.refused === null && sheet.revision > sheet.delivered).length
  return { waiting, refused, arrived: all.length - waiting - refused }
}
