// Items as they are shown: names of units, who it is from only as "mine", and never a hash, which would open the file.

import type { RecordCalled, RoomRequest } from '#ground/http/handler.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { ItemRow, ListedRow } from '../data/queries.ts'
import type { CitationRow } from '../data/citations.ts'
import { findItem } from '../data/queries.ts'
import { citationsOf } from '../data/citations.ts'
import { isMine } from './by.ts'
import { hintsShown } from './hinting.ts'

type Asking = Pick<RoomRequest, 'db' | 'actor' | 'may' | 'called'>

function rowShown(row: ListedRow, names: ReadonlyMap<string, string>, mine: boolean) {
  const { unit, id, subject, shows, spot, phase, effectiveOn, media, bytes, width, height, preview, cited, hinted } = row
  return {
    unit,
    id,
    unitName: names.get(unit) ?? unit,
    subject,
    subjectName: names.get(subject) ?? subject,
    shows,
    spot,
    phase,
    effectiveOn,
    recordedAt: row.recordedAt.toISOString(),
    media,
    bytes,
    width,
    height,
    preview,
    cited,
    mine,
    hinted,
    masked: row.maskedAt !== null,
  }
}

/** Lines of a list. */
export async function rowsShown({ db, actor }: Pick<Asking, 'db' | 'actor'>, rows: readonly ListedRow[]) {
  const names = await namesOf(
    db,
    rows.flatMap(({ unit, subject }) => [unit, subject]),
  )
  return rows.map((row) => rowShown(row, names, isMine(actor, row)))
}

const citationShown = ({ id, target, citedAt, withdrawnAt }: CitationRow, called: ReadonlyMap<string, RecordCalled>) => ({
  id,
  target,
  called: called.get(target) ?? null,
  citedAt: citedAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})

/**
 * Whether the actor may have the original: reviewers, the sender, and everybody where it is what one reads anyway. Of what
 * came from a gathering nobody: its camera's data would tell from whose phone, and when.
 */
export function mayHaveOriginal({ actor, may }: Pick<Asking, 'actor' | 'may'>, row: ItemRow): boolean {
  if (row.gathering !== null || row.file === null) return false
  return may('evidence.original') || isMine(actor, row) || row.media === 'application/pdf'
}

/** One item with its citations. */
export async function itemShown(asking: Asking, row: ItemRow) {
  const citations = await citationsOf(asking.db, row)
  const cited = citations.filter((one) => one.withdrawnAt === null).length
  const called = await asking.called(
    citations.map(({ target }) => target),
    row.unit,
  )
  const hints = await hintsShown(asking, row)
  const [shown] = await rowsShown(asking, [{ ...row, cited, hinted: hints.length > 0 }])
  if (shown === undefined) throw new Error('one row was given')
  const from = row.derivedFrom === null ? undefined : await findItem(asking.db, row.unit, row.derivedFrom)
  return {
    ...shown,
    citations: citations.map((one) => citationShown(one, called)),
    hints,
    derivedFrom: from?.id ?? null,
    erasedAt: row.erasedAt?.toISOString() ?? null,
    original: mayHaveOriginal(asking, row),
  }
}
