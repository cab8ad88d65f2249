// Records of any room by `kind:id`, as the rooms themselves call them: who cites and who is cited need not know each other.

import type { Code } from '#ground/kernel/code.ts'
import type { CallRecords, RecordCalled, RoomRequest } from './handler.ts'

/** Asks every room once for its kind; a record stands in the county of a unit or in the books of the levels above it. */
export async function recordsCalled(
  rooms: ReadonlyMap<string, CallRecords> | undefined,
  reading: Pick<RoomRequest, 'db' | 'language'>,
  targets: readonly string[],
  near: Code,
): Promise<Map<string, RecordCalled>> {
  const districts = [6, 4, 2].filter((length) => length <= near.length).map((length) => near.slice(0, length))
  const found = new Map<string, RecordCalled>()
  const kinds = Map.groupBy(new Set(targets), (target) => target.slice(0, target.indexOf(':')))
  for (const [kind, of] of kinds) {
    const call = rooms?.get(kind)
    if (call === undefined) continue
    const ids = of.map((target) => target.slice(kind.length + 1))
    for (const [id, called] of await call(reading, { districts, ids })) found.set(`${kind}:${id}`, called)
  }
  return found
}
