// Files on their way out. A file goes when no record speaks of it any more: others may have sent the same bytes. It is held
// while that is asked, as it is while an upload says that it has arrived, so that nothing acknowledged is ever taken away.

import { z } from 'zod'
import { everywhere } from '#ground/instance/actors.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { dropHints } from '../data/hints.ts'
import { dropReceipts, holdFile, isNamed } from '../data/keeping.ts'
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

/** Removes files that nothing names. */
export async function removeUnnamed({ transaction, files }: Context, hashes: readonly string[]): Promise<void> {
  for (const hash of new Set(hashes)) {
    await transaction(everywhere, async ({ db }) => {
      await holdFile(db, hash)
      if (!(await isNamed(db, hash))) await files.remove(hash)
    })
  }
}

/** Forgets what is left of an erased item beside its row; doing it again changes nothing. */
export async function letGo(context: Context, { unit, id, original, views, actor, seat }: Leaving): Promise<void> {
  await context.transaction(everywhere, async ({ db }) => {
    await dropHints(db, { unit, id })
    if (original !== null) await dropReceipts(db, original, { actor, seat })
  })
  await removeUnnamed(context, [...(original === null ? [] : [original]), ...views])
}
