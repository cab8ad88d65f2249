// What is kept of an item's views, and what leaves with an item that was erased: its hints, its receipts, and those of its files that no record of any room names.

import type { Kysely } from 'kysely'
import { z } from 'zod'
import { everywhere } from '#ground/instance/actors.ts'
import { holdFiles, removeUnnamed } from '#ground/files/leaving.ts'
import type { FileStore } from '#ground/files/store.ts'
import { enqueue } from '#ground/jobs/enqueue.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { dropHints } from '../data/hints.ts'
import { dropReceipts } from '../data/keeping.ts'
import type { Erasable } from '../data/keeping.ts'
import { savePreview } from '../data/queries.ts'
import type { ItemRow } from '../data/queries.ts'
import { rememberLook } from './comparing.ts'
import type { Seen } from './comparing.ts'

/** An erased item and the files that it named. */
export const leaving = z.strictObject({
  unit: z.string(),
  id: z.uuid(),
  original: z.string().nullable(),
  views: z.array(z.string()),
  actor: z.uuid().nullable(),
  seat: z.uuid().nullable(),
})

/** What is kept of an item's views. */
export type Views = Pick<ItemRow, 'preview' | 'small' | 'large' | 'zoom' | 'width' | 'height'>

export type Leaving = z.infer<typeof leaving>

/** What `evidence.drop` is told: an item, or files alone. Told in the transaction that gives them up: no commit is without its task. */
export const dropping = z.union([leaving, z.strictObject({ files: z.array(z.string()) })])

const filesAtOnce = 200

/** Has the house look, once this has committed, whether anything names these files, and take away what nothing does. */
export async function leaveFiles(db: Parameters<typeof enqueue>[0], hashes: readonly string[]): Promise<void> {
  for (let from = 0; from < hashes.length; from += filesAtOnce)
    await enqueue(db, 'evidence.drop', { files: hashes.slice(from, from + filesAtOnce) })
}

/** What was to be shown of an item is not in the store any more. */
export class ViewsGone extends Error {}

/** The files of an item's views. */
export const viewFiles = ({ small, large, zoom }: Pick<ItemRow, 'small' | 'large' | 'zoom'>): string[] =>
  [small, large, zoom].filter((hash) => hash !== null)

/** What leaves with an item. */
export const leavingOf = (had: Erasable): Leaving => ({
  unit: had.unit,
  id: had.id,
  original: had.file,
  views: viewFiles(had),
  actor: had.actor,
  seat: had.seat,
})

/**
 * Keeps the views that were made of an item; of one that was erased while they were made nothing is kept, and false is answered.
 * Throws where the views of another item, whose bytes are the same, left with it in this moment: they are made when it is tried again.
 */
export async function keepViews(
  { db, files }: { readonly db: Kysely<Database>; readonly files: Pick<FileStore, 'size'> },
  row: ItemRow,
  views: Views,
  seen?: Seen,
): Promise<boolean> {
  const { unit, id } = row
  if (!(await holdFiles(db, files, viewFiles(views)))) throw new ViewsGone(`views of evidence ${id} left with another item`)
  const kept = await savePreview(db, { ...views, unit, id })
  // Its erasure could not name them.
  if (!kept) await leaveFiles(db, viewFiles(views))
  else await rememberLook(db, row, seen)
  return kept
}

type Context = Pick<JobContext, 'transaction' | 'files'>

/** Forgets what is left of an erased item beside its row; doing it again changes nothing. */
export async function letGo(context: Context, { unit, id, original, views, actor, seat }: Leaving): Promise<void> {
  await context.transaction(everywhere, async ({ db }) => {
    await dropHints(db, { unit, id })
    if (original !== null) await dropReceipts(db, original, { actor, seat })
  })
  await removeUnnamed(context, [...(original === null ? [] : [original]), ...views])
}
