// What leaves with an item that was erased: its hints, its receipts, and those of its files that no record of any room names.

import { z } from 'zod'
import { everywhere } from '#ground/instance/actors.ts'
import { removeUnnamed } from '#ground/files/leaving.ts'
import { enqueue } from '#ground/jobs/enqueue.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { dropHints } from '../data/hints.ts'
import { dropReceipts } from '../data/keeping.ts'
import type { ItemRow } from '../data/queries.ts'

/** An erased item and the files that it named. */
export const leaving = z.strictObject({
  unit: z.string(),
  id: z.uuid(),
  original: z.string().nullable(),
  views: z.array(z.string()),
  actor: z.uuid().nullable(),
  seat: z.uuid().nullable(),
})

export type Leaving = z.infer<typeof leaving>

/** What `evidence.drop` is told: an item, or files alone. Told in the transaction that gives them up: no commit is without its task. */
export const dropping = z.union([leaving, z.strictObject({ files: z.array(z.string()) })])

const filesAtOnce = 200

/** Has the house look, once this has committed, whether anything names these files, and take away what nothing does. */
export async function leaveFiles(db: Parameters<typeof enqueue>[0], hashes: readonly string[]): Promise<void> {
  for (let from = 0; from < hashes.length; from += filesAtOnce)
    await enqueue(db, 'evidence.drop', { files: hashes.slice(from, from + filesAtOnce) })
}

/** What leaves with an item. */
export function leavingOf({
  unit,
  id,
  file,
  small,
  large,
  zoom,
  actor,
  seat,
}: Pick<ItemRow, 'unit' | 'id' | 'file' | 'small' | 'large' | 'zoom' | 'actor' | 'seat'>): Leaving {
  return { unit, id, original: file, views: [small, large, zoom].filter((hash) => hash !== null), actor, seat }
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
