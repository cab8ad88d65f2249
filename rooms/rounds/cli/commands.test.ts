// `tally` and `draw` as other programs run them: a process, its two streams, its exit code, and no database anywhere.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { problems } from '../problems.ts'

vi.setConfig({ testTimeout: 90_000 })

const root = join(import.meta.dirname, '..', '..', '..')
const examples = join(root, 'packs', 'sample', 'rounds', 'examples')
const folder = mkdtempSync(join(tmpdir(), 'lx-rounds-'))
const dataDir = join(folder, 'data')
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function liangxing(line: readonly string[], stdin?: string | Uint8Array): Promise<Ended> {
  const env = { PATH: process.env['PATH'] ?? '', LX_LANGUAGE: 'en', DATA_DIR: dataDir }
  const child = spawn(process.execPath, [join(root, 'doors', 'cli', 'main.ts'), ...line], { env })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  // Who is refused before reading closes the pipe; that is no fault of the test.
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })))
}
const documentOf = ({ stdout }: Ended): { code?: number; detail?: string; errors?: { path: string; detail: string }[] } =>
  JSON.parse(stdout)

beforeAll(() => expect(existsSync(dataDir)).toBe(false))
afterAll(() => {
  expect(existsSync(dataDir), 'neither command opens an instance').toBe(false)
  rmSync(folder, { recursive: true, force: true })
})

describe('liangxing tally', () => {
  const input = join(examples, 'tally-input.json')
  const printed = readFileSync(join(examples, 'tally-printed.json'), 'utf8')

  test('prints the worked example byte for byte, from a file or from stdin, with a BOM or without, and exits 0', async () => {
    expect(await liangxing(['tally', input])).toEqual({ code: 0, stdout: printed, stderr: '' })
    expect(await liangxing(['tally', '-', '--json'], `\uFEFF${readFileSync(input, 'utf8')}`)).toEqual({
      code: 0,
      stdout: printed,
      stderr: '',
    })
    const { results } = JSON.parse(printed) as { results: unknown }
    expect(JSON.stringify({ results }, null, 1)).toBe(readFileSync(join(examples, 'tally-output.json'), 'utf8').trimEnd())
  })

  test('exits 1 with a problem document of exactly the published members', async () => {
    const broken = readFileSync(input, 'utf8').replace('"points": "35"', '"points": "40.25"').replace('"reason"', '"why"')
    const ended = await liangxing(['tally', file('broken.json', broken)])
    expect(ended.code).toBe(1)
    const document = documentOf(ended)
    expect(Object.keys(document)).toEqual(['type', 'title', 'status', 'code', 'detail', 'errors'])
    expect(document.errors?.map((error) => Object.keys(error).join())).toEqual(['path,detail', 'path,detail', 'path,detail'])
    expect(document.errors?.map(({ path }) => path)).toEqual(['scores[0].points', 'adjustments[0].why', 'adjustments[0].reason'])
    expect(ended.stderr).toContain('4000')
  })

  test.each([
    ['a file that is not there', () => join(folder, 'nowhere.json'), problems.fileUnreadable.code],
    ['a folder', () => folder, problems.fileUnreadable.code],
    ['a file that is not UTF-8', () => file('gbk.json', Uint8Array.of(0x7b, 0xb5, 0xc6, 0x7d)), problems.notUtf8.code],
    ['a file that is not JSON', () => file('half.json', '{"method":'), problems.notJson.code],
    ['an empty file', () => file('empty.json', ''), problems.notJson.code],
  ])('exits 1 for %s', async (_what, path, code) => {
    const ended = await liangxing(['tally', path()])
    expect({ exit: ended.code, code: documentOf(ended).code }).toEqual({ exit: 1, code })
  })

  test('exits 2 without a file, with two, and with an option it does not have', async () => {
    for (const line of [['tally'], ['tally', input, input], ['tally', input, '--fast']]) {
      const ended = await liangxing(line)
      expect({ exit: ended.code, code: documentOf(ended).code }).toEqual({ exit: 2, code: 190 })
    }
  })
})

describe('liangxing draw', () => {
  const pool = file('pool.txt', Array.from({ length: 25 }, (_, place) => `9901010010${String(place + 1).padStart(2, '0')} 村`).join('\r\n'))

  test('draws the example of RFC 3797, section 6, with --hash md5', async () => {
    const entropy = '9319./2.5.8.10.12./9.18.26.34.41.45./'
    const ended = await liangxing(['draw', '--pool', pool, '--take', '10', '--entropy', entropy, '--hash', 'md5'])
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: '' })
    const lines = [17, 7, 2, 16, 25, 23, 8, 24, 19, 13]
    expect(documentOf(ended)).toEqual({
      hash: 'md5',
      entropy,
      pool: { count: 25, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      selected: lines.map((line) => ({ line, text: `9901010010${String(line).padStart(2, '0')} 村` })),
    })
  })

  test('uses SHA-256 unless told otherwise, and reads the pool from stdin', async () => {
    const line = ['--take', '2', '--entropy', '双色球 2026100: 01.05./']
    const fromFile = await liangxing(['draw', '--pool', pool, ...line])
    const named = await liangxing(['draw', ...line, '--hash=sha256', '--pool', '-'], readFileSync(pool))
    expect(fromFile).toMatchObject({ code: 0, stderr: '' })
    expect(named).toEqual(fromFile)
    expect(documentOf(named)).toMatchObject({ hash: 'sha256', entropy: '双色球 2026100: 01.05./' })
  })

  test('exits 1 with every faulty line and number', async () => {
    const ended = await liangxing(['draw', '--pool', file('faulty.txt', 'a\n\nb\na\n'), '--take', '0', '--entropy', 'x'])
    expect(ended.code).toBe(1)
    expect(documentOf(ended).errors?.map(({ path }) => path)).toEqual(['line 2', 'line 4', 'take'])
  })

  test.each([
    ['without a pool', ['--take', '1', '--entropy', 'x']],
    ['without a number', ['--pool', pool, '--entropy', 'x']],
    ['without entropy', ['--pool', pool, '--take', '1']],
    ['with a number that is none', ['--pool', pool, '--take', 'two', '--entropy', 'x']],
    ['with another hash', ['--pool', pool, '--take', '1', '--entropy', 'x', '--hash', 'sha1']],
  ])('exits 2 %s', async (_what, line) => {
    const ended = await liangxing(['draw', ...line])
    expect({ exit: ended.code, code: documentOf(ended).code }).toEqual({ exit: 2, code: 190 })
  })
})
