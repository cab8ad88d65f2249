// Roles belong to the whole server: an instance with another key must not take them from the one that works with them.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixtureRoot } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { openVault } from '#ground/vault/vault.ts'
import type { Vault } from '#ground/vault/vault.ts'
import { openDatabase, ownerClient } from './database.ts'

const trial = useTrial({ root: fixtureRoot })
const name = `lx_trial_roles_${process.pid}`
let folder: string
let stranger: Vault
let url: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lx-roles-'))
  stranger = await openVault({ keyFile: join(folder, 'other.key') })
  await trial.owner.query(`create database ${name}`)
  const address = new URL(trial.ownerUrl)
  address.pathname = `/${name}`
  url = address.href
})
afterAll(async () => {
  await trial.owner.query(`drop database if exists ${name} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

const opened = (vault: Vault): Promise<unknown> =>
  openDatabase({ ownerUrl: () => url, sqlFolders: trial.house.sqlFolders, vault, now: new Date(trial.clock.now()) })
const tables = async (): Promise<number | null> => {
  const owner = await ownerClient(url)
  const { rowCount } = await owner.query(`select 1 from pg_tables where schemaname = 'public'`)
  await owner.end()
  return rowCount
}
const logsIn = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: trial.instance.database.urlOf('liangxing_login') })
  await client.connect()
  await client.end()
}

test('a start with another key on the same server is refused by number, in both languages, and changes nothing', async () => {
  const refused = opened(stranger)
  await expect(refused).rejects.toMatchObject({ name: 'CannotStart', text: { zh: /问题 156/, en: /problem 156/ } })
  await expect(refused).rejects.toThrow(/comment on role liangxing_login is null/)
  expect(await tables()).toBe(0)
  await expect(logsIn()).resolves.toBeUndefined()
})

test('the same key may open a second database of the server', async () => {
  await expect(opened(trial.instance.vault)).resolves.toMatchObject({
    report: { applied: expect.arrayContaining(['ground/0001-ground.sql']) },
  })
  await expect(logsIn()).resolves.toBeUndefined()
})

test('the mark names the key without giving it away', async () => {
  const { rows } = await trial.owner.query<{ mark: string }>(
    `select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = 'liangxing_login'`,
  )
  expect(rows).toEqual([{ mark: `liangxing key ${trial.instance.vault.fingerprint()}` }])
})
