// What a phone keeps of a self-check: each row as it was tapped, and on which of the server's answers it stands. A row goes
// out as the one revision after that answer, so the server takes it only where nobody else wrote meanwhile; whatever
// happens to the line, the phone or the receipt, sending again is harmless. No clock is asked.

import type { Answer } from './self-check.ts'

/** What a row says. */
export interface RowContent {
  readonly answer: Answer | null
  /** Typed with the answer; typed before an answer, it waits here. */
  readonly reason: string
}

export interface LocalRow extends RowContent {
  readonly candidacy: string
  readonly row: string
  /** What was known when it was answered. */
  readonly known: string | null
  /** Grows by one with every change on this device. */
  readonly change: number
  /** The server's revision that this one stands on; 0 when the server had no answer. */
  readonly base: number
  /** It says something that the server does not have. */
  readonly pending: boolean
  /** What was sent on top of `base` and not heard of: so that this device knows its own words when it meets them. */
  readonly sent: readonly RowContent[]
  /** What another device wrote meanwhile; whoever holds the phone chooses, nothing goes out before. */
  readonly other: (RowContent & { readonly revision: number }) | null
  /** Number of the problem with which it was refused; not sent again until it changes. */
  readonly refused: number | null
}

export type LocalRows = Readonly<Record<string, LocalRow>>

/** A row as the server has it; `revision` 0: no answer yet. */
export interface ServerRow extends RowContent {
  readonly row: string
  readonly revision: number
}

/** Under which a row is kept. */
export const rowKey = (candidacy: string, row: string): string => `${candidacy}/${row}`

const says = (a: RowContent, b: RowContent): boolean => a.answer === b.answer && a.reason.trim() === b.reason.trim()

const put = (rows: LocalRows, next: LocalRow): LocalRows => ({ ...rows, [rowKey(next.candidacy, next.row)]: next })

/** The rows after a tap or a letter; `server` is what the sheet last said of it. */
export function answeredRow(
  rows: LocalRows,
  candidacy: string,
  server: ServerRow,
  given: Partial<RowContent> & { readonly known: string | null },
): LocalRows {
  const here = rows[rowKey(candidacy, server.row)]
  const before = here ?? {
    candidacy,
    row: server.row,
    answer: server.answer,
    reason: server.reason,
    known: null,
    change: 0,
    base: server.revision,
    pending: false,
    sent: [],
    other: null,
    refused: null,
  }
  return put(rows, { ...before, ...given, change: before.change + 1, pending: true, refused: null })
}

/** What the server has, taken in. Another device's words never replace unsent ones here, nor the other way round. */
export function mergedRows(rows: LocalRows, candidacy: string, server: readonly ServerRow[]): LocalRows {
  let next = rows
  for (const there of server) {
    const here = next[rowKey(candidacy, there.row)]
    if (here === undefined || there.revision <= here.base) continue
    const { answer, reason, revision } = there
    const settled = { base: revision, sent: [], other: null }
    if (!here.pending || says(here, there)) next = put(next, { ...here, ...settled, answer, reason, pending: false, refused: null })
    // This device's own words, of which no receipt came; what was changed since goes on top of them.
    else if (revision === here.base + 1 && here.sent.some((own) => says(own, there))) next = put(next, { ...here, ...settled })
    else if (here.other?.revision !== revision) next = put(next, { ...here, other: { answer, reason, revision } })
  }
  return next
}

/** Whether a row can go: 不涉及 waits for its reason, and what has no answer yet is a draft of this device. */
export const isWhole = ({ answer, reason }: RowContent): boolean => answer !== null && (answer !== 'not-applicable' || reason.trim() !== '')

/** Rows of one candidacy that are to go now. */
export function rowsToSend(rows: LocalRows, candidacy: string, most: number): LocalRow[] {
  return Object.values(rows)
    .filter((row) => row.candidacy === candidacy && row.pending && row.other === null && row.refused === null && isWhole(row))
    .slice(0, most)
}

/** The rows as they leave: remembered before they are sent, each thing that was said once. */
export function leavingRows(rows: LocalRows, going: readonly LocalRow[]): LocalRows {
  return going.reduce((all, row) => {
    if (row.sent.some((own) => says(own, row))) return all
    const { answer, reason } = row
    return put(all, { ...row, sent: [...row.sent, { answer, reason }] })
  }, rows)
}

/** As the server is told of a row. */
export const rowSent = ({ row, answer, reason, known, base }: LocalRow) => ({
  row,
  answer: answer ?? 'met',
  reason: reason.trim(),
  known,
  revision: base + 1,
})

/** The rows after the server's receipt for what left; what was changed since stays to be sent. */
export function receiptedRows(rows: LocalRows, left: readonly LocalRow[], kept: readonly string[]): LocalRows {
  let next = rows
  for (const { candidacy, row, change, base } of left) {
    const here = next[rowKey(candidacy, row)]
    // Superseded: what is there is asked for and looked at.
    if (here === undefined || !kept.includes(row) || here.base !== base) continue
    next = put(next, { ...here, base: base + 1, sent: [], pending: here.change !== change })
  }
  return next
}

/** A row that the server will not take as it is. */
export function refusedRow(rows: LocalRows, { candidacy, row, change }: LocalRow, problem: number): LocalRows {
  const here = rows[rowKey(candidacy, row)]
  return here === undefined || here.change !== change ? rows : put(rows, { ...here, refused: problem })
}

/** The choice between what this device has and what another one wrote; it stands on the other's. */
export function chosenRow(rows: LocalRows, candidacy: string, row: string, which: 'here' | 'other'): LocalRows {
  const here = rows[rowKey(candidacy, row)]
  if (here === undefined || here.other === null) return rows
  const { answer, reason, revision } = here.other
  const settled = { ...here, base: revision, sent: [], other: null, refused: null, change: here.change + 1 }
  return put(rows, which === 'here' ? settled : { ...settled, answer, reason, pending: false })
}

/** What waits here of a candidacy that takes nothing any more is given up; what the server has comes with the next look. */
export function discardedRows(rows: LocalRows, candidacy: string): LocalRows {
  const given = Object.values(rows).filter((row) => row.candidacy === candidacy && row.pending)
  return given.reduce(
    (all, row) =>
      put(all, { ...row, answer: null, reason: '', base: 0, sent: [], pending: false, other: null, refused: null, change: row.change + 1 }),
    rows,
  )
}

/** Another page of this device says what it has: whichever is ahead stands in both. */
export function heardRow(rows: LocalRows, row: LocalRow): LocalRows {
  const here = rows[rowKey(row.candidacy, row.row)]
  const ahead =
    here === undefined ||
    row.change > here.change ||
    (row.change === here.change && (row.base > here.base || (row.base === here.base && row.other !== null && here.other === null)))
  return ahead ? put(rows, row) : rows
}
