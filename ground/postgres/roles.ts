// The database's roles. They belong to the whole server, so they are made once and shared by its databases;
// passwords come from the instance key and are never stored anywhere else.

import type { Client } from 'pg'
import pg from 'pg'

/** Roles that log in themselves. */
export const loginRoles = ['liangxing_login', 'liangxing_sealer', 'liangxing_backup', 'liangxing_worker'] as const
/** Roles that are entered inside a transaction. */
export const innerRoles = ['liangxing_app', 'liangxing_gate'] as const

export type LoginRole = (typeof loginRoles)[number]

const attempts = 5

/** Two databases of one server may be opened at the same instant; roles are rows that both would change. */
const isRace = (error: unknown): boolean => ['XX000', '42710', '23505'].includes((error as { code?: string }).code ?? '')

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

/** Makes the roles, or mends them when the last of them cannot log in with its password. */
export async function ensureRoles(
  owner: Client,
  given: { readonly passwordOf: (role: LoginRole) => string; readonly urlOf: (role: LoginRole) => string },
): Promise<void> {
  for (let attempt = 1; !(await canLogIn(given.urlOf('liangxing_worker'))); attempt += 1) {
    try {
      await makeRoles(owner, given.passwordOf)
      return
    } catch (error) {
      if (!isRace(error) || attempt === attempts) throw error
    }
  }
}
