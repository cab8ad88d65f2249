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
  /** Marks of what this device has sent and not heard of, by revision: so that it knows its own when it comes back. */
  readonly sent?: Readonly<Record<string, string>>
  /** What another device of the seat wrote while this one had changes of its own; the judge chooses, nothing goes out before. */
  readonly other?: SheetContent | null
}

/** What a sheet says, and under which revision. */
export interface SheetContent {
  readonly points: Readonly<Record<string, string>>
  readonly note: string
  readonly revision: number
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

/** A mark of what a sheet says; two sheets that say the same have the same. */
function markOf({ points, note }: Pick<SheetContent, 'points' | 'note'>): string {
  const text = JSON.stringify([Object.entries(points).sort(([a], [b]) => (a < b ? -1 : 1)), note])
  let [one, two] = [0x9e3779b9, 0x85ebca6b]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ code, 0x5bd1e995) + one
  }
  return `${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`
}

/** The sheets as they leave: marked before they are sent, so that whatever becomes of the answer, they are known again. */
export function leaving(sheets: LocalSheets, going: readonly LocalSheet[]): LocalSheets {
  const marked = going.map((sheet) => {
    const unheard = Object.entries(sheet.sent ?? {}).filter(([revision]) => Number(revision) > sheet.delivered)
    return { ...sheet, sent: { ...Object.fromEntries(unheard), [sheet.revision]: markOf(sheet) } }
  })
  return { ...sheets, ...Object.fromEntries(marked.map((sheet) => [sheetKey(sheet.subject, sheet.component), sheet])) }
}

/** Whether what the server has comes from this device: heard of before, or sent and the answer lost. */
const isOwn = (here: LocalSheet, server: SheetContent): boolean =>
  server.revision <= here.delivered || here.sent?.[server.revision] === markOf(server)

/**
 * What the server has, taken in: a newer one of the same seat (from the device before) replaces an older one here; what was
 * changed here and not delivered stays, above the server's revision, and will be sent. But where another device wrote
 * meanwhile, neither wins: both are kept until the judge has chosen.
 */
export function merged(sheets: LocalSheets, server: readonly ServerSheet[]): LocalSheets {
  const next: Record<string, LocalSheet> = { ...sheets }
  for (const { subject, component, points, note, revision } of server) {
    const key = sheetKey(subject, component)
    const here = next[key]
    if (here === undefined || (here.revision <= revision && here.delivered === here.revision))
      next[key] = { subject, component, points, note, revision, delivered: revision, refused: null }
    else if (here.revision > here.delivered && !isOwn(here, { points, note, revision }) && !sameSheet(here, { points, note }))
      next[key] = { ...here, other: { points, note, revision } }
    else if (here.revision > here.delivered) {
      // Acknowledged already, only the answer was lost: the same revision with the same content has arrived.
      const same = here.revision === revision && sameSheet(here, { points, note })
      next[key] = same
        ? { ...here, delivered: revision, other: null }
        : {
            ...here,
            // Another page of this device has settled it, or both say the same by now.
            ...(sameSheet(here, { points, note }) ? { other: null } : {}),
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
    .filter(({ revision, delivered, refused, other = null }) => revision > delivered && refused === null && other === null)
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
    // Superseded: another page or device of this seat was there first; what it has is asked for and looked at.
    else if (outcome === 'kept') next[key] = { ...here, delivered: Math.max(here.delivered, revision) }
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
  if (here === undefined) return { ...sheets, [key]: other }
  const known = { ...here.sent, ...other.sent }
  const more = Object.keys(known).length > Object.keys((ahead ? other : here).sent ?? {}).length
  const conflict = (ahead ? other : here).other ?? (other.revision === here.revision ? other.other : null) ?? null
  if (!ahead && !more && conflict === (here.other ?? null)) return sheets
  return {
    ...sheets,
    [key]: { ...(ahead ? other : here), ...(more ? { sent: known } : {}), ...(conflict === null ? {} : { other: conflict }) },
  }
}

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

/** For the bar that is always honest: how many sheets wait here, how many have arrived, how many were refused. */
export function deliveryOf(sheets: LocalSheets): { readonly waiting: number; readonly arrived: number; readonly refused: number } {
  const all = Object.values(sheets).filter(({ revision }) => revision > 0)
  const refused = all.filter((sheet) => sheet.refused !== null).length
  const waiting = all.filter((sheet) => sheet.refused === null && sheet.revision > sheet.delivered).length
  return { waiting, refused, arrived: all.length - waiting - refused }
}
