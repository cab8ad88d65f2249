// Stored files through verify, backup and restore: found by the comment of their column, read again, carried and put back.

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { folderStore } from '#ground/files/folder-store.ts'
import type { FileStore } from '#ground/files/store.ts'
import { openDatabase } from '#ground/postgres/database.ts'
import type { OpenDatabase } from '#ground/postgres/database.ts'
import { fixtureRoot, seat, writer } from '#ground/trial/fixture/players.ts'
import { onDatabase } from '#ground/trial/cluster.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'
import { verify } from './verify.ts'

const trial = useTrial({ root: fixtureRoot })
const folder = mkdtempSync(join(tmpdir(), 'lx-backup-files-'))
const file = join(folder, 'with-files.backup')
const made: string[] = []
/** Large enough for many pieces, small, and of text that looks like the backup's own lines. */
const contents = [randomBytes(700_000), Buffer.from('小'), Buffer.from('\\.\n{"part":"notes"}\n\\.\n')]
const hashes = contents.map((bytes) => createHash('sha256').update(bytes).digest('hex'))
const mark = "comment on column notes.body is 'file: for this test a note is the name of a file.'"
const total = contents.reduce((sum, one) => sum + one.length, 0)
let store: FileStore

async function wiped(): Promise<OpenDatabase> {
  const name = `lx_trial_files_${randomBytes(4).toString('hex')}`
  made.push(name)
  await trial.owner.query(`create database ${name}`)
  const opened = await openDatabase({
    ownerUrl: () => onDatabase(inject('clusterUrl'), name),
    sqlFolders: trial.house.sqlFolders,
    vault: trial.instance.vault,
    now: new Date(0),
  })
  const owner = new pg.Client({ connectionString: opened.ownerUrl })
  await owner.connect()
  await owner.query(mark)
  await owner.end()
  return opened
}

const placeOf = (hash: string): string => join(trial.instance.dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash)

async function listed(from: FileStore): Promise<string[]> {
  const all: string[] = []
  for await (const hash of from.list()) all.push(hash)
  return all
}

const makeBackup = (path: string, files?: FileStore) => {
  const { database, vault, clock } = trial.instance
  return backup({ database, vault, clock, file: path, ...(files === undefined ? {} : { files }) })
}

beforeAll(async () => {
  await seat(trial)
  await trial.owner.query(mark)
  store = trial.instance.files
  for (const bytes of contents) await store.put([bytes])
  for (const text of hashes) {
    const answer = await trial.withToken(writer.token).call('notes.add', { body: { id: randomUUID(), unit: '990101', text } })
    expect(answer.status).toBe(200)
  }
  expect(await makeBackup(file, store)).toMatchObject({
    ok: true,
    value: { files: { carried: 3, bytes: total, missing: 0 } },
  })
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  const admin = new pg.Client({ connectionString: inject('clusterUrl') })
  await admin.connect()
  for (const name of made) await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
})

describe('verify', () => {
  const ask = () => verify({ database: trial.instance.database, files: store })

  test('reads every recorded file, and counts those of no record', async () => {
    expect(await ask()).toMatchObject({ ok: true, value: { files: { checked: 3, bytes: total, unnamed: 0 } } })
    const extra = await store.put([Buffer.from('of no record')])
    expect(await ask()).toMatchObject({ ok: true, value: { files: { checked: 3, unnamed: 1 } } })
    await store.remove(extra.ok ? extra.value.hash : '')
    expect(await verify({ database: trial.instance.database })).toMatchObject({ ok: true, value: { files: null } })
  })

  test('finds one that was changed and one that is missing, by their hashes', async () => {
    const [changed = '', missing = ''] = hashes
    const altered = Buffer.from(contents[0] ?? '')
    altered[350_000] = (altered[350_000] ?? 0) ^ 1
    writeFileSync(placeOf(changed), altered)
    await store.remove(missing)
    const found = await ask()
    expect(found).toMatchObject({ ok: false, problem: { code: 184, wakes: true } })
    const errors = found.ok ? [] : found.problem.errors.map(({ path, more }) => `${path} ${more?.['kind']}`)
    expect(errors.toSorted()).toEqual([`file ${changed} file-changed`, `file ${missing} file-missing`].toSorted())
    // A backup of that state says so, and a restore leaves out what was damaged.
    const poor = join(folder, 'poor.backup')
    expect(await makeBackup(poor, store)).toMatchObject({ ok: true, value: { files: { carried: 2, missing: 1 } } })
    const elsewhere = folderStore({ folder: join(folder, 'poor') })
    const target = await wiped()
    const { vault } = trial.instance
    expect(await restore({ ownerUrl: target.ownerUrl, vault, file: poor, files: elsewhere })).toMatchObject({
      ok: true,
      value: { files: { restored: 1, damaged: 1 } },
    })
    expect(await listed(elsewhere)).toEqual([hashes[2]])
    for (const bytes of contents) await store.put([bytes])
    expect((await ask()).ok).toBe(true)
  })
})

describe('restore', () => {
  test('brings every file back, byte for byte', async () => {
    const elsewhere = folderStore({ folder: join(folder, 'whole') })
    const target = await wiped()
    const { vault } = trial.instance
    expect(await restore({ ownerUrl: target.ownerUrl, vault, file, files: elsewhere })).toMatchObject({
      ok: true,
      value: { files: { restored: 3, damaged: 0 } },
    })
    expect(await verify({ database: target, files: elsewhere })).toMatchObject({ ok: true, value: { files: { checked: 3, unnamed: 0 } } })
  })

  test('of a backup that was tampered with leaves no file behind', async () => {
    const text = gunzipSync(readFileSync(file)).toString('latin1')
    const at = text.indexOf(`${hashes[0]}\t`) + 80
    const other = text[at] === 'A' ? 'B' : 'A'
    const path = join(folder, 'tampered.backup')
    writeFileSync(path, gzipSync(Buffer.from(text.slice(0, at) + other + text.slice(at + 1), 'latin1')))
    const elsewhere = folderStore({ folder: join(folder, 'tampered') })
    const target = await wiped()
    const { vault } = trial.instance
    expect(await restore({ ownerUrl: target.ownerUrl, vault, file: path, files: elsewhere })).toMatchObject({
      ok: false,
      problem: { code: 174 },
    })
    expect(await listed(elsewhere)).toEqual([])
  })

  test('onto a full disk is a problem with a number, and nothing happened', async () => {
    const full = folderStore({ folder: join(folder, 'full'), reserve: Number.MAX_SAFE_INTEGER })
    const target = await wiped()
    const { vault } = trial.instance
    expect(await restore({ ownerUrl: target.ownerUrl, vault, file, files: full })).toMatchObject({ ok: false, problem: { code: 250 } })
    const owner = new pg.Client({ connectionString: target.ownerUrl })
    await owner.connect()
    expect((await owner.query('select 1 from notes')).rows).toEqual([])
    await owner.end()
  })

  test('of a backup without files brings the records, and verify says what is missing', async () => {
    const path = join(folder, 'without.backup')
    expect(await makeBackup(path)).toMatchObject({ ok: true, value: { files: null } })
    const elsewhere = folderStore({ folder: join(folder, 'without') })
    const target = await wiped()
    const { vault } = trial.instance
    expect(await restore({ ownerUrl: target.ownerUrl, vault, file: path, files: elsewhere })).toMatchObject({ ok: true })
    expect(await verify({ database: target, files: elsewhere })).toMatchObject({ ok: false, problem: { code: 184 } })
  })
})
