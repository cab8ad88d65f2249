// Rows of an imported sheet as drafts of accounts: what each cell must be, and every reason why a row is refused.
// Whether a unit exists or a login name is taken is not known here.

import { isDay } from '#ground/kernel/days.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { foldLogin, foldName, foldPhone, isLogin } from './contact.ts'
import { findRole, mayManage, refusesPost } from './roles.ts'
import type { Giver } from './roles.ts'

export interface SheetRow {
  readonly line: number
  readonly name: string
  readonly unit: string
  readonly role: string
  readonly login: string
  readonly phone: string
  readonly from: string
}

export interface Draft {
  readonly line: number
  readonly name: string
  readonly unit: Code
  /** The role's id; null for an account without a post. */
  readonly role: string | null
  readonly login: string | null
  readonly phone: string | null
  readonly from: Day | null
}

export interface RowError {
  readonly line: number
  readonly detail: Text
}

const reasons = {
  name: { zh: '姓名为空或过长', en: 'the name is empty or too long' },
  unit: { zh: '单位代码不对或今天不存在', en: 'the unit code is wrong or does not exist today' },
  role: { zh: '没有这个角色', en: 'no such role' },
  level: { zh: '这个角色不能设在这一级单位', en: 'this role does not sit at this level' },
  above: { zh: '当前岗位不能授予这个角色', en: 'your acting post may not give this role' },
  outside: { zh: '单位不在当前岗位的管辖范围', en: 'the unit lies outside your acting post' },
  login: { zh: '登录名不合要求', en: 'the login name is not acceptable' },
  phone: { zh: '手机号不对', en: 'the phone number is not valid' },
  from: { zh: '任职日期应为 YYYY-MM-DD', en: 'the first day must be YYYY-MM-DD' },
  loginTwice: { zh: '登录名已被使用或在表中重复', en: 'the login name is taken or repeated in the sheet' },
  phoneTwice: { zh: '手机号已属于另一个账号或在表中重复', en: 'the phone number is taken or repeated in the sheet' },
} as const satisfies Record<string, Text>

/** What is known of the instance: which units exist today, which logins and numbers are taken. */
export interface Known {
  readonly units: ReadonlySet<Code>
  readonly logins: ReadonlySet<string>
  isPhoneTaken(phone: string): boolean
}

function refusals(row: SheetRow, giver: Giver, known: Known): Text[] {
  const found: Text[] = []
  if (foldName(row.name) === null) found.push(reasons.name)
  const hasUnit = known.units.has(row.unit)
  if (!hasUnit) found.push(reasons.unit)
  const role = row.role === '' ? null : (findRole(row.role)?.id ?? undefined)
  if (role === undefined) found.push(reasons.role)
  else if (hasUnit && role !== null) {
    const why = refusesPost(giver, role, row.unit)
    if (why !== null) found.push(why === 'outside' ? reasons.outside : why === 'above-reach' ? reasons.above : reasons.level)
  }
  if (hasUnit && found.length === 0 && !mayManage(giver, row.unit, [])) found.push(reasons.outside)
  if (row.login !== '' && !isLogin(foldLogin(row.login))) found.push(reasons.login)
  if (row.phone !== '' && foldPhone(row.phone) === null) found.push(reasons.phone)
  if (row.from !== '' && !isDay(row.from)) found.push(reasons.from)
  return found
}

/** Sorts rows into accounts to be made and errors, one entry a reason, in the order of the sheet. */
export function readRows(rows: readonly SheetRow[], giver: Giver, known: Known): { readonly drafts: Draft[]; readonly errors: RowError[] } {
  const drafts: Draft[] = []
  const errors: RowError[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const found = refusals(row, giver, known)
    const login = row.login === '' ? null : foldLogin(row.login)
    const phone = row.phone === '' ? null : foldPhone(row.phone)
    if (login !== null && (known.logins.has(login) || seen.has(`login ${login}`))) found.push(reasons.loginTwice)
    if (phone !== null && (known.isPhoneTaken(phone) || seen.has(`phone ${phone}`))) found.push(reasons.phoneTwice)
    seen.add(`login ${login}`).add(`phone ${phone}`)
    for (const detail of found) errors.push({ line: row.line, detail })
    if (found.length > 0) continue
    const role = row.role === '' ? null : (findRole(row.role)?.id ?? null)
    drafts.push({
      line: row.line,
      name: foldName(row.name) ?? '',
      unit: row.unit,
      role,
      login,
      phone,
      from: row.from === '' ? null : row.from,
    })
  }
  return { drafts, errors }
}
