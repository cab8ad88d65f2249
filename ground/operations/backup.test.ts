// A backup brings everything back, or says why it does not, and never leaves half of anything.

import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase, ownerClient } from '#ground/postgres/database.ts'
import type { OpenDatabase } from '#ground/postgres/database.ts'
import { sealOnce } from '#ground/postgres/seal.ts'
import { fixtureRoot, seat, writer } from '#ground/trial/fixture/players.ts'
import { onDatabase } from '#ground/trial/cluster.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { openVault } from '#ground/vault/vault.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'
import { databaseDigest } from './table-digest.ts'
import { verify } from './verify.ts'

/** Every migration of the ground, as its folder holds them. */
const groundMigrations = readdirSync(join(import.meta.dirname, '..', 'postgres', 'migrations'))
  .toSorted()
  .map((file) => `ground/${file}`)

const trial = useTrial({ root: fixtureRoot })
const folder = mkdtempSync(join(tmpdir(), 'lx-backup-'))
const file = join(folder, 'whole.backup')
const made: string[] = []

/** An empty instance of the same house and key on the same server: what a wiped one is after its first start. */
async function wiped(): Promise<OpenDatabase> {
  const name = `lx_trial_restore_${randomBytes(4).toString('hex')}`
  made.push(name)
  await trial.owner.query(`create database ${name}`)
  return openDatabase({
    ownerUrl: () => onDatabase(inject('clusterUrl'), name),
    sqlFolders: trial.house.sqlFolders,
    vault: trial.instance.vault,
    now: new Date(0),
  })
}

async function digest(ownerUrl: string): Promise<unknown> {
  const client = await ownerClient(ownerUrl)
  try {
    return await databaseDigest(client)
  } finally {
    await client.end()
  }
}

const restoreInto = (target: OpenDatabase, from = file) => restore({ ownerUrl: target.ownerUrl, vault: trial.instance.vault, file: from })

/** The file with its text changed and packed again. */
function altered(change: (text: string) => string): string {
  const path = join(folder, `${randomUUID()}.backup`)
  writeFileSync(path, gzipSync(Buffer.from(change(gunzipSync(readFileSync(file)).toString('latin1')), 'latin1')))
  return path
}

beforeAll(async () => {
  await seat(trial)
  const secretary = trial.withToken(writer.token)
  const texts = ['一条笔记', 'tab\tand\nline \\. and \\N', '', '\\.', '\u{20000} "quoted"', 'x'.repeat(300_000)]
  for (const text of texts) {
    const answer = await secretary.call('notes.add', { body: { id: randomUUID(), unit: '990101', text } })
    expect(answer.status).toBe(200)
  }
  const later = { id: randomUUID(), unit: '990101', text: 'later' }
  expect((await secretary.call('notes.later', { body: later })).status).toBe(200)
  const { instance } = trial
  const sealer = await ownerClient(instance.database.urlOf('liangxing_sealer'))
  await sealOnce(sealer, new Date(trial.clock.now()))
  await sealer.end()
  // One act stays unsealed.
  await secretary.call('notes.add', { body: { id: randomUUID(), unit: '990101', text: 'last' } })
  const result = await backup({ database: instance.database, vault: instance.vault, clock: instance.clock, file })
  expect(result).toMatchObject({ ok: true, value: { file, key: instance.vault.fingerprint() } })
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  const admin = new pg.Client({ connectionString: inject('clusterUrl') })
  await admin.connect()
  for (const name of made) await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
})

describe('backup, wipe, restore', () => {
  const rules = `select (select count(*) from pg_class c join app_tables t on t.name = c.relname where c.relforcerowsecurity) as forced,
    (select count(*) from app_tables) as tables,
    (select string_agg(conname || pg_get_constraintdef(oid), ',' order by conname) from pg_constraint) as keys`
  let target: OpenDatabase
  let owner: pg.Client
  let before: unknown[]
  beforeAll(async () => {
    target = await wiped()
    owner = await ownerClient(target.ownerUrl)
    before = [await digest(target.ownerUrl), (await owner.query(rules)).rows]
    expect(await restoreInto(target)).toMatchObject({ ok: true })
  })
  afterAll(() => owner.end())

  test('gives the same digest of all tables, and a record that verifies', async () => {
    const theirs = await digest(trial.ownerUrl)
    expect(theirs).not.toEqual(before[0])
    expect(await digest(target.ownerUrl)).toEqual(theirs)
    expect(await verify({ database: target })).toMatchObject({ ok: true, value: { acts: 6, unsealed: 1 } })
  })

  test('brings back the waiting tasks, once', async () => {
    const { rows } = await owner.query('select task_identifier, key from graphile_worker.jobs')
    expect(rows).toEqual([{ task_identifier: 'notes.copy', key: expect.any(String) }])
  })

  test('leaves row security forced and every constraint in place', async () => {
    const { rows } = await owner.query(rules)
    expect(rows).toEqual(before[1])
    expect(rows[0].forced).toBe(rows[0].tables)
  })
})

describe('the file', () => {
  test("is private, whole under its name only, and holds the key's fingerprint but never the key", () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.part`)).toBe(false)
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    expect(text).toContain(trial.instance.vault.fingerprint())
    expect(text).not.toContain(readFileSync(inject('keyFile'), 'utf8').trim())
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({
      format: 'liangxing-backup/1',
      migrations: [...groundMigrations, 'notes/0001-notes.sql'].map((name) => ({ name })),
    })
  })

  test('is never written over', async () => {
    const { instance } = trial
    const before = readFileSync(file)
    const again = await backup({ database: instance.database, vault: instance.vault, clock: instance.clock, file })
    expect(again).toMatchObject({ ok: false, problem: { code: 171 } })
    expect(readFileSync(file)).toEqual(before)
  })

  test('is not half written where it cannot be', async () => {
    const { instance } = trial
    const nowhere = join(folder, 'missing', 'x.backup')
    expect(await backup({ database: instance.database, vault: instance.vault, clock: instance.clock, file: nowhere })).toMatchObject({
      ok: false,
      problem: { code: 172 },
    })
  })
})

describe('a restore is refused, and writes nothing,', () => {
  let target: OpenDatabase
  let before: unknown
  beforeAll(async () => {
    target = await wiped()
    before = await digest(target.ownerUrl)
  })
  const refused = async (from: string, code: number): Promise<void> => {
    expect(await restoreInto(target, from)).toMatchObject({ ok: false, problem: { code } })
    expect(await digest(target.ownerUrl)).toEqual(before)
  }

  test('when the instance holds data', async () => {
    const full = await digest(trial.ownerUrl)
    expect(await restoreInto(trial.instance.database)).toMatchObject({ ok: false, problem: { code: 178 } })
    expect(await digest(trial.ownerUrl)).toEqual(full)
  })

  test('when the file is cut short, anywhere', async () => {
    const bytes = readFileSync(file)
    for (const keep of [bytes.length - 1, bytes.length - 200, Math.floor(bytes.length / 2)]) {
      const path = join(folder, `cut-${keep}.backup`)
      writeFileSync(path, bytes.subarray(0, keep))
      await refused(path, 174)
    }
  })

  test('when whole lines are missing at the end', () =>
    refused(
      altered((text) => text.slice(0, text.lastIndexOf('{"parts"'))),
      174,
    ))

  test('when a byte was changed in the packed file', async () => {
    const bytes = readFileSync(file)
    const at = Math.floor(bytes.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    const path = join(folder, 'flipped.backup')
    writeFileSync(path, bytes)
    await refused(path, 174)
  })

  test('when a row was changed and packed again', () =>
    refused(
      altered((text) => text.replace('later', 'sooner')),
      174,
    ))

  test('when a row was changed and its digest made to fit, because the seal needs the key', () =>
    refused(
      altered((text) => {
        const cut = text.lastIndexOf('{"parts"')
        const trailer = JSON.parse(text.slice(cut)) as {
          parts: { part: string; rows: number; bytes: number; digest: string }[]
          seal: string
        }
        trailer.parts = trailer.parts.map((part) =>
          part.part === 'tokens'
            ? { ...part, rows: 0, bytes: 0, digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }
            : part,
        )
        return text.slice(0, cut).replace(/(\{"part":"tokens"[^\n]*\n)[^{]*?\\\.\n/, '$1\\.\n') + `${JSON.stringify(trailer)}\n`
      }),
      174,
    ))

  test("when it is another version's", () =>
    refused(
      altered((text) => text.replace('notes/0001-notes.sql', 'notes/0009-future.sql')),
      177,
    ))

  test('when it is no backup', async () => {
    const path = join(folder, 'letter.txt')
    writeFileSync(path, 'a letter')
    await refused(path, 173)
    await refused(
      altered(() => '{"format":"something else"}\n'),
      173,
    )
  })

  test('when it is not there', () => refused(join(folder, 'nowhere'), 170))

  test('when it belongs to another key', async () => {
    const other = await openVault({ keyFile: join(folder, 'other.key') })
    const result = await restore({ ownerUrl: target.ownerUrl, vault: other, file })
    expect(result).toMatchObject({ ok: false, problem: { code: 176 } })
  })
})
