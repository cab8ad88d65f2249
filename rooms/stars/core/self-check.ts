// The self-check of one star: a row for each bottom line and criterion. Rows are drafts until they are submitted.

import type { Text } from '#ground/kernel/problem.ts'

/** `met` 已达到 · `not-yet` 尚未达到 · `not-applicable` 不涉及 (with its reason). */
export const answers = ['met', 'not-yet', 'not-applicable'] as const
export type Answer = (typeof answers)[number]

/** What a reader calls them. */
export const answerNames: Readonly<Record<Answer, Text>> = {
  met: { zh: '已达到', en: 'Met' },
  'not-yet': { zh: '尚未达到', en: 'Not yet met' },
  'not-applicable': { zh: '不涉及', en: 'Does not apply' },
}

export interface Row {
  /** Criterion or bottom line of the edition, or an addition of the township. */
  readonly row: string
  readonly answer: Answer
  /** Why; needed for what is not yet met and for what does not apply. */
  readonly reason: string
  /** What was known already when it was answered, and where it came from; null when somebody typed it. */
  readonly known: string | null
}

/** A row as it was submitted: with what was cited for it then, each as `unit.id`, sorted. What is cited later changes nothing. */
export interface SubmittedRow extends Row {
  readonly items: readonly string[]
}

/** What does not apply says why. */
export function lacksReason(row: Pick<Row, 'answer' | 'reason'>): boolean {
  return row.answer === 'not-applicable' && row.reason.trim() === ''
}

/** Rows that still want an answer, in the order of the edition. Empty: ready for review. */
export function unanswered(rows: readonly Row[], asked: readonly string[]): string[] {
  const have = new Set(rows.map((row) => row.row))
  return asked.filter((row) => !have.has(row))
}

export interface RowChange {
  readonly row: string
  readonly before: SubmittedRow | null
  readonly now: SubmittedRow | null
}

const same = (a: SubmittedRow, b: SubmittedRow): boolean =>
  a.answer === b.answer && a.reason === b.reason && a.known === b.known && a.items.join() === b.items.join()

/** What differs between two submissions, in the order of the edition. */
export function changes(before: readonly SubmittedRow[], now: readonly SubmittedRow[], asked: readonly string[]): RowChange[] {
  const [old, fresh] = [new Map(before.map((row) => [row.row, row])), new Map(now.map((row) => [row.row, row]))]
  return asked.flatMap((row) => {
    const [was, is] = [old.get(row) ?? null, fresh.get(row) ?? null]
    return was === is || (was !== null && is !== null && same(was, is)) ? [] : [{ row, before: was, now: is }]
  })
}

/** Rows as they are kept and digested: sorted by row, what was answered and what was cited for it. */
export function submitted(rows: readonly Row[], cited: ReadonlyMap<string, readonly string[]>): readonly SubmittedRow[] {
  return rows
    .map(({ row, answer, reason, known }) => ({ row, answer, reason, known, items: (cited.get(row) ?? []).toSorted() }))
    .toSorted((a, b) => (a.row < b.row ? -1 : a.row > b.row ? 1 : 0))
}
