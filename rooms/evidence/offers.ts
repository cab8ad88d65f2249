// What rooms that cite evidence may ask, inside a transaction of their own.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { FileStore } from '#ground/files/store.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { citeItem, withdrawFrom } from './api/citations.ts'
import { hintsAbout } from './api/hinting.ts'
import type { Hint } from './api/hinting.ts'
import type { ViewSize } from './core/item.ts'
import { citedAmong as rowsCited, itemsNamed as rowsNamed, withdrawnAmong } from './data/cited.ts'
import { findItem, findItems, listItems } from './data/queries.ts'
import type { ItemRow, ListedRow } from './data/queries.ts'
import { sideBySide } from './core/spots.ts'
import { latestSpotsOn, picturesOf, spotsOn } from './data/spots.ts'
import type { SpotOn, SpotPicture } from './data/spots.ts'

type Db = RoomRequest['db']

export type { Hint } from './api/hinting.ts'
type Asking = Pick<RoomRequest, 'db' | 'actor' | 'clock' | 'act'>

/** Where an item stands. */
export interface ItemAt {
  readonly unit: Code
  readonly id: Id
}

/** What another room may show of an item; never its hash. */
export type CitedItem = Pick<ListedRow, 'unit' | 'id' | 'subject' | 'shows' | 'spot' | 'phase' | 'effectiveOn' | 'media' | 'preview'>

export { beginGathered, gatheringOf, openGathered, recordGathered, takeBackGathered, viewGathered } from './api/gathered.ts'
export type { Into } from './api/gathered.ts'
export { appendUpload, finishUpload } from './api/uploads.ts'

const most = 500

/** Cites an item that the actor sees for a record `kind:id`; the act is recorded in the room of the request. */
export async function cite(request: Asking, item: ItemAt, given: { readonly id: Id; readonly target: string }): Promise<Result<undefined>> {
  const cited = await citeItem(request, item, given)
  return cited.ok ? ok() : cited
}

/** Takes back what a record cites; the file stays. An item that it does not cite is left as it is. */
export const withdrawCited = (request: Asking, item: ItemAt, target: string): Promise<Result<undefined>> =>
  withdrawFrom(request, item, target)

/** Items below a unit, or about it, that a record cites now; the latest day first, no more than `limit`. */
export const citedBy = (db: Db, below: Code, target: string, limit = most): Promise<CitedItem[]> => itemsOf(db, below, target, limit)

/** Items below a unit, or about it, that a record may cite; the latest day first. A masked copy stands for what it was made from. */
export const citable = (db: Db, below: Code): Promise<CitedItem[]> => itemsOf(db, below, null, most, ({ maskedAt }) => maskedAt === null)

/** What several records of a unit cite now, in one look-up; the latest day first. */
export const citedAmong = async (db: Db, unit: Code, targets: readonly string[]): Promise<(CitedItem & { readonly target: string })[]> =>
  (await rowsCited(db, unit, targets)).map((row) => ({ ...shownItem(row), target: row.target }))

/** Items by their names, as far as the actor sees them, in one look-up. */
export const itemsNamed = async (db: Db, names: readonly ItemAt[]): Promise<CitedItem[]> => (await rowsNamed(db, names)).map(shownItem)

const shownItem = ({ unit, id, subject, shows, spot, phase, effectiveOn, media, preview }: ItemRow): CitedItem => ({
  unit,
  id,
  subject,
  shows,
  spot,
  phase,
  effectiveOn,
  media,
  preview,
})

async function itemsOf(
  db: Db,
  below: Code,
  target: string | null,
  limit: number,
  fits: (row: ListedRow) => boolean = () => true,
): Promise<CitedItem[]> {
  const rows = await listItems(db, { below, from: null, to: null, target, after: null, limit })
  return rows.filter(fits).map(shownItem)
}

/**
 * What a reviewer may want to look at twice, by item: hints, never verdicts. Nothing for posts that do not review; of units
 * beyond the acting post a hint says only that another unit used it (`others` is empty then).
 */
export const hintsOf = (db: Db, items: readonly ItemAt[]): Promise<Map<Id, Hint[]>> => hintsAbout(db, items)

/** Those of some items that may be shown now: neither masked nor erased, and seen by the actor. */
export async function showableOf(db: Db, items: readonly ItemAt[]): Promise<Set<Id>> {
  return new Set((await findItems(db, items)).filter(({ maskedAt }) => maskedAt === null).map(({ id }) => id))
}

/** Those of some items that were masked or erased, of the ones that the actor reads with their originals. */
export const withdrawnOf = (db: Db, items: readonly ItemAt[]): Promise<Set<Id>> => withdrawnAmong(db, items)

/** The bytes of a view, as JPEG, of an item that the actor sees; null while there is none, or once a masked copy stands for it. */
export async function viewOf(db: Db, files: FileStore, item: ItemAt, size: ViewSize): Promise<Uint8Array | null> {
  const row = await findItem(db, item.unit, item.id)
  const hash = row === undefined || row.maskedAt !== null ? null : row[size]
  const bytes = hash === null ? null : await files.size(hash)
  return hash === null || bytes === null ? null : files.part(hash, 0, bytes)
}

/** One spot side by side: at most one picture a phase, in their order; two at least. */
export interface SpotShown {
  readonly subject: Code
  readonly spot: string
  readonly pictures: readonly SpotPicture[]
}
export type { SpotPicture } from './data/spots.ts'

/**
 * Spots of a unit and those below it as they stood at the end of a day, those with the latest picture first; `all` counts
 * those that were left out too. For a county or below; the file of a picture (`large`) leaves no room.
 */
export async function spotsBy(db: Db, below: Code, day: Day, limit = most): Promise<{ readonly all: number; readonly spots: SpotShown[] }> {
  const found = await spotsOn(db, below, day, limit)
  return { all: found[0]?.all ?? 0, spots: await withPictures(db, day, found) }
}

/** The latest spots of a prefecture or a province, as of the end of a day; among its latest pictures, so that nobody counts them all. */
export const latestSpots = async (db: Db, below: Code, day: Day, limit: number): Promise<SpotShown[]> =>
  withPictures(db, day, await latestSpotsOn(db, below, day, limit))

async function withPictures(db: Db, day: Day, found: readonly Pick<SpotOn, 'subject' | 'spot'>[]): Promise<SpotShown[]> {
  const pictures = Map.groupBy(await picturesOf(db, day, found), ({ subject, spot }) => `${subject} ${spot}`)
  return found.map(({ subject, spot }) => ({ subject, spot, pictures: sideBySide(pictures.get(`${subject} ${spot}`) ?? []) }))
}
