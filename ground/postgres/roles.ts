// The database's roles. They belong to the whole server, so they are made once and shared by its databases;
// passwords come from the instance key and are never stored anywhere else. A remark on the first of them says which key
// that is: another instance must not overwrite the passwords of one that is working.

import type { Client } from 'pg'
import pg from 'pg'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { problems } from './problems.ts'

/** Roles that log in themselves. */
export const loginRoles = ['liangxing_login', 'liangxing_sealer', 'liangxing_backup', 'liangxing_worker'] as const
/** Roles that are entered inside a transaction. */
export const innerRoles = ['liangxing_app', 'liangxing_gate'] as const

export type LoginRole = (typeof loginRoles)[number]

const attempts = 5

/** Two databases of one server may be opened at the same instant; roles are rows that both would change. */
const isRace = (error: unknown): boolean => ['XX000', '42710', '23505'].includes((error as { code?: string }).code ?? '')

const markOf = (fingerprint: string): string => `liangxing key ${fingerprint}`

async function readMark(owner: Client): Promise<string | null> {
  const { rows } = await owner.query<{ mark: string | null }>(
    `select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = 'liangxing_login'`,
  )
  return rows[0]?.mark ?? null
}

const mark = (owner: Client, text: string): Promise<unknown> => owner.query(`comment on role liangxing_login is ${pg.escapeLiteral(text)}`)

async function makeRoles(owner: Client, passwordOf: (role: LoginRole) => string): Promise<void> {
  const known = new Set((await owner.query<{ rolname: string }>('select rolname from pg_roles')).rows.map((row) => row.rolname))
  for (const role of innerRoles) {
    if (!known.has(role)) await owner.query(`create role ${role} nologin noinherit`)
  }
  for (const role of loginRoles) {
    const password = pg.escapeLiteral(passwordOf(role))
    await owner.query(`${known.has(role) ? 'alter' : 'create'} role ${role} login noinherit password ${password}`)
  }
  await owner.query('grant liangxing_app, liangxing_gate to liangxing_login')
  await owner.query('grant liangxing_app to liangxing_worker')
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Roles, passwords and mark appear together, so that nobody finds roles of an unknown key. */
async function makeAndMark(owner: Client, passwordOf: (role: LoginRole) => string, ours: string): Promise<void> {
  await owner.query('begin')
  try {
    await makeRoles(owner, passwordOf)
    await mark(owner, ours)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/**
 * Makes the roles, or mends them when the last of them cannot log in with its password. Throws CannotStart, having changed
 * nothing, where the roles are marked with another key. Roles without a mark are taken over: an operator has removed it.
 */
export async function ensureRoles(
  owner: Client,
  given: {
    readonly passwordOf: (role: LoginRole) => string
    readonly urlOf: (role: LoginRole) => string
    readonly fingerprint: string
  },
): Promise<void> {
  const ours = markOf(given.fingerprint)
  for (let attempt = 1; ; attempt += 1) {
    const found = await readMark(owner)
    if (found !== null && found !== ours) throw CannotStart.because(problems.rolesTaken())
    try {
      if (!(await canLogIn(given.urlOf('liangxing_worker')))) await makeAndMark(owner, given.passwordOf, ours)
      else if (found === null) await mark(owner, ours)
      return
    } catch (error) {
      if (!isRace(error) || attempt === attempts) throw error
    }
  }
}
