// Rows of an imported sheet as responsibilities (包联): who is meant is found by id, login name or name among the accounts
// that the importer may see; a responsibility that stands already is left as it is.

import type { Day } from '#ground/kernel/clock.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { isDay } from '#ground/kernel/days.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { BadLine } from './import-line.ts'
import { findStanding } from './linked-officer.ts'
import type { Link } from './linked-officer.ts'

export interface LinkRow {
  readonly line: number
  readonly unit: string
  /** A name or a login name. */
  readonly person: string
  /** The account's id; wins over the name. */
  readonly id: string
  readonly role: string
  readonly from: string
}

export interface LinksKnown {
  readonly writes: readonly Code[]
  readonly effective: Day
  /** Accounts by id, login name or name as written in the rows. */
  readonly accounts: ReadonlyMap<string, readonly Id[]>
  /** What stands at the units of the rows. */
  readonly standing: readonly Link[]
  unitLives(code: Code, day: Day): boolean
  newId(): Id
}

export interface LinksRead {
  readonly counts: { readonly added: number; readonly unchanged: number }
  readonly links: readonly Link[]
  readonly bad: readonly BadLine[]
}

const fault = (zh: string, en: string): Text => ({ zh, en })

const reasons = {
  from: fault('起始日期应为 YYYY-MM-DD', 'the first day must be YYYY-MM-DD'),
  unit: fault('单位编码不对、不到县级，或在起始日期不存在', 'the unit code is wrong, above a county, or does not exist on the first day'),
  outside: fault('超出本岗位范围', 'lies outside your post'),
  role: fault('身份为空或超过 30 个字', 'the capacity is empty or longer than 30 characters'),
  nobody: fault('没有找到这个人，或不在本岗位可见范围', 'nobody of this name or id is visible to your post'),
  namesakes: fault('有几个同名的人，请填写登录名或人员编号', 'several people bear this name; give the login name or the id'),
  repeated: fault('与前面的行重复', 'repeats an earlier row'),
} as const satisfies Record<string, Text>

const otherwise = (link: Link): Text =>
  fault(`此人自 ${link.from} 起已以“${link.role}”包联，请先结束`, `linked as ${link.role} since ${link.from}; end that first`)

function readRow(row: LinkRow, known: LinksKnown): { readonly draft: Omit<Link, 'id'> } | Text[] {
  const found: Text[] = []
  const from = row.from === '' ? known.effective : row.from
  if (!isDay(from)) found.push(reasons.from)
  else if (row.unit.length < 6 || !known.unitLives(row.unit, from)) found.push(reasons.unit)
  else if (!covers(known.writes, row.unit)) found.push(reasons.outside)
  if (row.role === '' || row.role.length > 30) found.push(reasons.role)
  const people = known.accounts.get(row.id === '' ? row.person : row.id.toLowerCase()) ?? []
  const [person] = people
  if (person === undefined) found.push(reasons.nobody)
  else if (people.length > 1) found.push(reasons.namesakes)
  if (found.length > 0 || person === undefined) return found
  return { draft: { unit: row.unit, person, post: null, role: row.role, from, to: null } }
}

/** Sorts rows into new responsibilities and refusals, one entry a reason. */
export function readLinks(rows: readonly LinkRow[], known: LinksKnown): LinksRead {
  const bad: BadLine[] = []
  const links: Link[] = []
  const seen = new Set<string>()
  let unchanged = 0
  for (const row of rows) {
    const refuse = (detail: Text): number => bad.push({ line: row.line, code: row.unit, detail })
    const read = readRow(row, known)
    if (Array.isArray(read)) {
      read.forEach(refuse)
      continue
    }
    const { draft } = read
    const key = `${draft.unit} ${draft.person}`
    const standing = findStanding(known.standing, draft.unit, draft.person, draft.from)
    if (seen.has(key)) refuse(reasons.repeated)
    else if (standing === null) links.push({ ...draft, id: known.newId() })
    else if (standing.role === draft.role) unchanged += 1
    else refuse(otherwise(standing))
    seen.add(key)
  }
  return { counts: { added: links.length, unchanged }, links, bad }
}
