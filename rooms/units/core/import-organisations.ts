// Rows of an imported sheet as changes of the second trees: a row with an id, or with the unit, type and name of an
// organisation that is there, speaks of that one; any other row registers a new one. Every reason why a row is refused is said.

import type { Day } from '#ground/kernel/clock.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { isDay } from '#ground/kernel/days.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { BadLine } from './import-line.ts'
import { alterOrganisation, changeableOrganisation, lastVersion, nothingChanged } from './organisation-changes.ts'
import type { OrganisationChanges } from './organisation-changes.ts'
import { findParent, findCircles } from './organisation-places.ts'
import type { Placed } from './organisation-places.ts'
import { hosts, hostTitles, organisationTypes, typeAliases, typeTitles } from './organisation.ts'
import type { Host, Organisation, OrganisationType } from './organisation.ts'

/** The cells of a row; `parent` is undefined where the file has no such column, so that places stay as they are. */
export interface OrganisationRow {
  readonly line: number
  readonly id: string
  readonly name: string
  readonly type: string
  readonly host: string
  readonly unit: string
  /** The parent's name or id; empty: none. */
  readonly parent: string | undefined
  /** First day of a new one. */
  readonly from: string
}

export interface OrganisationsKnown {
  /** Prefixes below which the importer may write. */
  readonly writes: readonly Code[]
  /** The first day of changes, and of new ones whose row says no other. */
  readonly effective: Day
  /** Whole histories of the organisations near the rows, by id. */
  readonly versions: ReadonlyMap<Id, readonly Organisation[]>
  unitLives(code: Code, day: Day): boolean
  newId(): Id
}

export interface OrganisationsRead {
  readonly counts: { readonly added: number; readonly renamed: number; readonly moved: number; readonly unchanged: number }
  /** Of each row that changes something; a row leaves one state, revised or opened. */
  readonly changes: readonly OrganisationChanges[]
  readonly bad: readonly BadLine[]
}

const fault = (zh: string, en: string): Text => ({ zh, en })

const reasons = {
  name: fault('名称为空或超过 100 个字', 'the name is empty or longer than 100 characters'),
  type: fault('没有这个类型', 'no such type'),
  host: fault('没有这个“设在”', 'no such host'),
  from: fault('起始日期应为 YYYY-MM-DD', 'the first day must be YYYY-MM-DD'),
  unit: fault('单位编码不对，或在起始日期不存在', 'the unit code is wrong or does not exist on the first day'),
  outside: fault('超出本岗位范围', 'lies outside your post'),
  id: fault('没有这个编号；新登记的请留空', 'no organisation has this id; leave it empty for a new one'),
  namesakes: fault('本单位有几个同名组织，请填写编号', 'several here bear this name; give the id'),
  repeated: fault('与前面的行重复', 'repeats an earlier row'),
  fixed: fault('类型、设在登记后不能更改', 'type and host cannot change once registered'),
} as const satisfies Record<string, Text>

type Aliases<K extends string> = Partial<Readonly<Record<K, readonly string[]>>>

function wordOf<K extends string>(
  keys: readonly K[],
  titles: Readonly<Record<K, Text>>,
  cell: string,
  aliases: Aliases<K> = {},
): K | undefined {
  const folded = cell.toLowerCase().replaceAll('（', '(').replaceAll('）', ')')
  const isMeant = (key: K): boolean =>
    key === folded || titles[key].zh === folded || titles[key].en.toLowerCase() === folded || aliases[key]?.includes(cell) === true
  return keys.find(isMeant)
}

interface Read {
  readonly row: OrganisationRow
  readonly name: string
  readonly unit: Code
  readonly type: OrganisationType
  readonly host: Host
  readonly from: Day
}

function readCells(row: OrganisationRow, known: OrganisationsKnown): Read | Text[] {
  const found: Text[] = []
  const type = wordOf(organisationTypes, typeTitles, row.type, typeAliases)
  const host = wordOf(hosts, hostTitles, row.host)
  const from = row.from === '' ? known.effective : row.from
  if (row.name === '' || row.name.length > 100 || /\p{Cc}/u.test(row.name)) found.push(reasons.name)
  if (type === undefined) found.push(reasons.type)
  if (host === undefined) found.push(reasons.host)
  if (!isDay(from)) found.push(reasons.from)
  else if (!known.unitLives(row.unit, from)) found.push(reasons.unit)
  if (found.length === 0 && !covers(known.writes, row.unit)) found.push(reasons.outside)
  return found.length > 0 || type === undefined || host === undefined ? found : { row, name: row.name, unit: row.unit, type, host, from }
}

const keyOf = (organisation: Pick<Organisation, 'unit' | 'type' | 'name'>): string =>
  `${organisation.unit} ${organisation.type} ${organisation.name}`

/** How to find the organisation that a row speaks of: null for a new one, or why it cannot be told. */
function findOwnIn(versions: OrganisationsKnown['versions']): (read: Read) => Organisation | null | Text {
  const living = [...versions.values()].flatMap((history) => lastVersion(history) ?? []).filter((last) => last.to === null)
  const byKey = Map.groupBy(living, keyOf)
  return (read) => {
    if (read.row.id !== '') return lastVersion(versions.get(read.row.id.toLowerCase()) ?? []) ?? reasons.id
    const same = byKey.get(keyOf(read)) ?? []
    return same.length > 1 ? reasons.namesakes : (same[0] ?? null)
  }
}

/** A row together with what it speaks of, before its parent is looked for. */
interface Meant extends Placed {
  readonly read: Read
  readonly own: Organisation | null
}

function readRow(
  row: OrganisationRow,
  known: OrganisationsKnown,
  findOwn: ReturnType<typeof findOwnIn>,
  seen: Set<string>,
): Meant | Text[] {
  const read = readCells(row, known)
  if (Array.isArray(read)) return read
  const own = findOwn(read)
  if (own !== null && 'zh' in own) return [own]
  const key = own?.id ?? keyOf(read)
  if (seen.has(key)) return [reasons.repeated]
  seen.add(key)
  const { name, unit, type, host } = read
  if (own === null) return { id: known.newId(), name, unit, type, from: read.from, read, own }
  if (own.type !== type || own.host !== host) return [reasons.fixed]
  if (!covers(known.writes, own.unit)) return [reasons.outside]
  const first = known.versions.get(own.id)?.[0]?.from ?? own.from
  return { id: own.id, name, unit, type, from: first, read, own }
}

type Change = { readonly kind: 'added' | 'changed' | 'unchanged'; readonly changes: OrganisationChanges; readonly renamed: boolean }

function changeOf(meant: Meant, parent: Id | null, known: OrganisationsKnown): Change | Text {
  const { own, id, name, unit, type, read } = meant
  if (own === null) {
    const opened = [{ id, unit, type, host: read.host, name, parent, from: read.from, to: null }]
    return { kind: 'added', changes: { ...nothingChanged, opened }, renamed: false }
  }
  const same = own.name === name && own.parent === parent && own.unit === unit
  if (same && own.to === null) return { kind: 'unchanged', changes: nothingChanged, renamed: false }
  const open = changeableOrganisation(id, known.versions.get(id) ?? [], known.effective)
  if (!open.ok) return open.problem.detail
  const changes = alterOrganisation(open.value, known.effective, { name, parent, unit })
  return changes.ok ? { kind: 'changed', changes: changes.value, renamed: own.name !== name } : changes.problem.detail
}

/** Whether the row leaves an organisation where it belongs: no such column, or the name of what it belongs to already. */
function keepsPlace({ own, read }: Meant, known: OrganisationsKnown): boolean {
  if (own === null || read.row.parent === undefined) return read.row.parent === undefined
  const above = own.parent === null ? null : lastVersion(known.versions.get(own.parent) ?? [])
  return above !== null && above.name === read.row.parent
}

/** Sorts rows into changes and refusals, one entry a reason. */
export function readOrganisations(rows: readonly OrganisationRow[], known: OrganisationsKnown): OrganisationsRead {
  const bad: BadLine[] = []
  const refuse = (row: OrganisationRow, details: readonly Text[]): void => {
    for (const detail of details) bad.push({ line: row.line, code: row.unit, detail })
  }
  const seen = new Set<string>()
  const findOwn = findOwnIn(known.versions)
  const meant: Meant[] = []
  for (const row of rows) {
    const read = readRow(row, known, findOwn, seen)
    if (Array.isArray(read)) refuse(row, read)
    else meant.push(read)
  }
  const findAbove = findParent(meant, known.versions)
  const parents = new Map<Id, Id | null>()
  const placed: { readonly one: Meant; readonly change: Change }[] = []
  for (const one of meant) {
    const { row } = one.read
    const day = one.own === null ? one.read.from : known.effective
    const parent = keepsPlace(one, known) ? { id: one.own?.parent ?? null } : findAbove(one, row.parent ?? '', day)
    const change = 'zh' in parent ? parent : changeOf(one, parent.id, known)
    if ('zh' in change) refuse(row, [change])
    else {
      if (!('zh' in parent)) parents.set(one.id, parent.id)
      placed.push({ one, change })
    }
  }
  const circles = findCircles(parents, known.versions, known.effective)
  for (const { one } of placed) if (circles.has(one.id)) refuse(one.read.row, [fault('隶属关系成了循环', 'it would stand below itself')])
  const count = (wanted: (change: Change) => boolean): number => placed.filter(({ change }) => wanted(change)).length
  return {
    counts: {
      added: count((change) => change.kind === 'added'),
      renamed: count((change) => change.renamed),
      moved: placed.filter(
        ({ one, change }) => change.kind === 'changed' && (one.own?.unit !== one.unit || one.own.parent !== parents.get(one.id)),
      ).length,
      unchanged: count((change) => change.kind === 'unchanged'),
    },
    changes: placed.flatMap(({ change }) => (change.kind === 'unchanged' ? [] : [change.changes])),
    bad: bad.toSorted((a, b) => a.line - b.line),
  }
}
