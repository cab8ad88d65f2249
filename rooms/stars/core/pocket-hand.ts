// What a phone says of a star at a glance: what stands in the way of submitting, and what a reviewer has noted so far.

import type { Day } from '#ground/kernel/clock.ts'
import type { RowNote, State } from './candidacy.ts'
import type { LocalPieces } from './pocket-pieces.ts'
import { isWhole, rowKey } from './pocket-rows.ts'
import type { LocalRows, RowContent, ServerRow } from './pocket-rows.ts'

/** A row as it stands here: as typed, or as the server has it. */
export function contentOf(rows: LocalRows, candidacy: string, server: ServerRow): RowContent {
  return rows[rowKey(candidacy, server.row)] ?? server
}

export interface Standing {
  /** Rows without a whole answer, in the order of the edition. */
  readonly open: readonly string[]
  /** Rows that say one thing here and another on a second device. */
  readonly differing: readonly string[]
  /** Answers and evidence that have not arrived. */
  readonly waiting: number
  readonly refused: number
  /** Every row is answered and everything has arrived. */
  readonly ready: boolean
}

/** Where a self-check stands on this device. */
export function standingOf(candidacy: string, asked: readonly ServerRow[], rows: LocalRows, pieces: LocalPieces): Standing {
  const open = asked.filter((row) => !isWhole(contentOf(rows, candidacy, row))).map(({ row }) => row)
  const here = asked.flatMap(({ row }) => rows[rowKey(candidacy, row)] ?? [])
  const differing = here.filter((row) => row.other !== null).map(({ row }) => row)
  const own = Object.values(pieces).filter((piece) => piece.candidacy === candidacy)
  const under = own.filter(({ state }) => state === 'storing' || state === 'waiting' || state === 'recording' || state === 'leaving')
  const waiting = here.filter((row) => row.pending && row.other === null && row.refused === null && isWhole(row)).length + under.length
  const refused = here.filter((row) => row.refused !== null).length + own.filter(({ state }) => state === 'refused').length
  return { open, differing, waiting, refused, ready: open.length + differing.length + waiting + refused === 0 }
}

/** Where a list on the phone puts a star of the unit. */
export type Place = 'returned' | 'to-check' | 'elsewhere' | 'over'

/** Under which heading a state stands. */
export function placeOf(state: State): Place {
  if (state === 'returned') return 'returned'
  if (state === 'checking') return 'to-check'
  return state === 'certified' || state === 'refused' || state === 'dismissed' || state === 'withdrawn' ? 'over' : 'elsewhere'
}

/** What a reviewer has noted on this phone; nobody else sees it before it is sent. */
export interface LocalNotes {
  readonly candidacy: string
  /** How many steps the star had taken: what was noted of an earlier submission is not said of a later one. */
  readonly steps: number
  /** Why a row is to be mended, by row; an empty reason is no note. */
  readonly rows: Readonly<Record<string, string>>
  /** Rows that were looked at and found in order. */
  readonly seen: readonly string[]
  /** Mended until when, as typed. */
  readonly due: string
  readonly remark: string
}

/** Nothing noted yet. */
export const noNotes = (candidacy: string, steps: number): LocalNotes => ({ candidacy, steps, rows: {}, seen: [], due: '', remark: '' })

/** The notes of a star as it stands now. */
export function notesNow(notes: LocalNotes | undefined, candidacy: string, steps: number): LocalNotes {
  return notes === undefined || notes.steps !== steps ? noNotes(candidacy, steps) : notes
}

/** The rows that a return names, in the order of the edition. */
export function notedRows({ rows }: LocalNotes, asked: readonly string[]): RowNote[] {
  return asked.flatMap((row) => {
    const reason = rows[row]?.trim() ?? ''
    return reason === '' ? [] : [{ row, reason }]
  })
}

/** Days that a return offers at a tap. */
export const daysOffered = [7, 15, 30] as const

/** Whether a return can be sent: rows with reasons, and a day that has not passed. */
export function returnFault(notes: readonly RowNote[], due: Day | null, today: Day): 'rows' | 'day' | null {
  if (notes.length === 0) return 'rows'
  return due === null || due < today ? 'day' : null
}
