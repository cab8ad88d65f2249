// Candidacies by their ids, for rooms that name one.

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db } from './cycles.ts'

/** Whose candidacies they are and for which star, as far as the asker sees them. */
export async function candidaciesNamed(
  db: Db,
  districts: readonly Code[],
  ids: readonly Id[],
): Promise<{ readonly unit: Code; readonly id: Id; readonly cycle: Id; readonly star: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('star_candidacies')
    .select(['unit', 'id', 'cycle', 'star'])
    .where('district', 'in', [...districts])
    .where('id', 'in', [...ids])
    .execute()
}
