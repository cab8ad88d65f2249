// The program as others run it: a process, its two streams and its exit code.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { onDatabase } from '#ground/trial/cluster.ts'

// Every line typed is a process of its own.
vi.setConfig({ testTimeout: 90_000 })

const folder = mkdtempSync(join(tmpdir(), 'lx-main-'))
const name = `lx_trial_cli_${randomBytes(4).toString('hex')}`
let admin: pg.Client
let env: Record<string, string>

interface Ended {
  readonly code: number | null
  readonly document: unknown
  readonly stdout: string
  readonly stderr: string
}

function liangxing(...line: string[]): { ended: Promise<Ended>; interrupt: () => void } {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bin.js'), ...line], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr, document: stdout === '' ? null : JSON.parse(stdout) }))
  })
  return { ended, interrupt: () => child.kill('SIGINT') }
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('clusterUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  env = {
    PATH: process.env['PATH'] ?? '',
    LX_LANGUAGE: 'en',
    KEY_FILE: inject('keyFile'),
    DATABASE_URL: onDatabase(inject('clusterUrl'), name),
    DATA_DIR: join(folder, 'data'),
  }
})

afterAll(async () => {
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
  rmSync(folder, { recursive: true, force: true })
})

test('db migrate makes the tables, once, and verify finds an empty record whole', async () => {
  const first = await liangxing('db', 'migrate').ended
  expect(first).toMatchObject({ code: 0, document: { applied: expect.arrayContaining(['ground/0001-ground.sql']) } })
  expect(await liangxing('db', 'migrate', '--json').ended).toMatchObject({ code: 0, document: { applied: [], policies: [] } })
  expect(await liangxing('verify').ended).toMatchObject({
    code: 0,
    document: { acts: 0, head: '0'.repeat(64), files: { checked: 0, unnamed: 0 } },
  })
})

test('an interrupted backup leaves no file, not even half of one', async () => {
  const file = join(folder, 'interrupted.backup')
  const holder = new pg.Client({ connectionString: env['DATABASE_URL'] })
  await holder.connect()
  await holder.query('begin; lock table acts in access exclusive mode')
  const { ended, interrupt } = liangxing('backup', file)
  while (!existsSync(`${file}.part`)) await new Promise((resolve) => setTimeout(resolve, 10))
  interrupt()
  expect(await ended).toMatchObject({ code: 130, stdout: '' })
  await holder.end()
  expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
})

test('a refusal is a problem document on stdout, words on stderr, and 1', async () => {
  const { code, document, stderr } = await liangxing('restore', join(folder, 'nowhere')).ended
  expect({ code, document }).toMatchObject({ code: 1, document: { code: 170, errors: [] } })
  expect(stderr).toContain('cannot be read')
})

test('a restore without the key file says where it belongs and makes none', async () => {
  const file = join(folder, 'whole.backup')
  expect(await liangxing('backup', file).ended).toMatchObject({ code: 0, document: { file } })
  const keyFile = env['KEY_FILE'] ?? ''
  const missing = join(folder, 'moved.key')
  env['KEY_FILE'] = missing
  const { code, document } = await liangxing('restore', file).ended
  env['KEY_FILE'] = keyFile
  expect({ code, document }).toMatchObject({ code: 1, document: { code: 175, detail: expect.stringContaining(missing) } })
  expect(existsSync(missing)).toBe(false)
})

test('a database that is away is a refusal, not a bug', async () => {
  const url = env['DATABASE_URL'] ?? ''
  env['DATABASE_URL'] = 'postgres://nobody@127.0.0.1:1/nothing'
  const ended = await liangxing('verify').ended
  env['DATABASE_URL'] = url
  expect(ended).toMatchObject({ code: 1, document: { code: 154 } })
})
