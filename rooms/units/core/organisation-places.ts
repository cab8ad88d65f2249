// Where the organisations of a sheet belong: parents are written by name, and may stand in the same sheet or be there already.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { lastVersion } from './organisation-changes.ts'
import { mayBelong, wouldCircle } from './organisation.ts'
import type { Organisation, OrganisationType } from './organisation.ts'

/** An organisation as the sheet leaves it. */
export interface Placed {
  readonly id: Id
  readonly name: string
  readonly unit: Code
  readonly type: OrganisationType
  /** Its very first day. */
  readonly from: Day
}

type Versions = ReadonlyMap<Id, readonly Organisation[]>

const reasons = {
  missing: {
    zh: '没有找到上级组织：须与现有或本表中的名称一致，并服务于本单位或其上级',
    en: 'the parent was not found: it bears a name in the system or in this sheet and serves this unit or one above it',
  },
  wrong: { zh: '这个组织不能作为上级', en: 'that organisation cannot stand above this one' },
  several: { zh: '上级组织有几个同名的，请填写编号', en: 'several parents bear this name; give the id' },
  later: { zh: '上级组织在这一天尚未成立', en: 'the parent does not exist yet on that day' },
} as const satisfies Record<string, Text>

/** How to find the parent that a cell names, for an organisation of the sheet, from a day on: its id, or why not. */
export function findParent(
  sheet: readonly Placed[],
  versions: Versions,
): (child: Placed, cell: string, day: Day) => { readonly id: Id | null } | Text {
  const all = new Map<Id, Placed>()
  for (const [id, history] of versions) {
    const last = lastVersion(history)
    if (last !== null && last.to === null) all.set(id, { ...last, from: history[0]?.from ?? last.from })
  }
  for (const placed of sheet) all.set(placed.id, placed)
  const byName = new Map<string, Placed[]>()
  for (const placed of all.values()) byName.set(placed.name, [...(byName.get(placed.name) ?? []), placed])
  return (child, cell, day) => {
    if (cell === '') return { id: null }
    const byId = all.get(cell.toLowerCase())
    const named = byId === undefined ? (byName.get(cell) ?? []).filter((each) => child.unit.startsWith(each.unit)) : [byId]
    if (named.length === 0) return reasons.missing
    const fitting = named.filter((each) => each.id !== child.id && mayBelong(child.type, each.type))
    // Of those that bear the name the nearest is meant: the township's before the county's.
    const nearest = Math.max(...fitting.map((each) => each.unit.length))
    const [parent, second] = fitting.filter((each) => each.unit.length === nearest)
    if (parent === undefined) return reasons.wrong
    if (second !== undefined) return reasons.several
    return parent.from > day ? reasons.later : { id: parent.id }
  }
}

/** Those of the new places that would stand below themselves, on any day from one on. */
export function findCircles(parents: ReadonlyMap<Id, Id | null>, versions: Versions, day: Day): Set<Id> {
  const above = new Map<Id, Id[]>()
  for (const [id, history] of versions) {
    const later = history.filter((version) => version.to === null || version.to >= day)
    above.set(
      id,
      later.flatMap((version) => version.parent ?? []),
    )
  }
  for (const [id, parent] of parents) above.set(id, parent === null ? [] : [parent])
  return new Set([...parents].flatMap(([id, parent]) => (parent !== null && wouldCircle(id, parent, above) ? [id] : [])))
}
