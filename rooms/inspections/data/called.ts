// Findings by their ids, for rooms that name one.

import type { Kysely } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Item } from '../core/inspection.ts'

export interface FindingNamed {
  readonly id: Id
  readonly note: string
  /** Where it was seen, and what was looked at. */
  readonly subject: Code
  readonly item: string
  readonly unit: Code
  readonly inspection: Id
  readonly title: string
}

/** In which inspection something was found and what, as far as the asker sees it. */
export async function findingsNamed(db: Kysely<Database>, districts: readonly Code[], ids: readonly Id[]): Promise<FindingNamed[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('inspection_findings as f')
    .innerJoin('inspections as i', (join) => join.onRef('i.district', '=', 'f.district').onRef('i.id', '=', 'f.inspection'))
    .select(['f.id', 'f.note', 'f.subject', 'f.item', 'i.items', 'i.unit', 'i.id as inspection', 'i.title'])
    .where('f.district', 'in', [...districts])
    .where('f.id', 'in', [...ids])
    .execute()
  return rows.map(({ items, item, ...row }) => ({ ...row, item: (items as Item[]).find(({ id }) => id === item)?.text ?? '' }))
}
