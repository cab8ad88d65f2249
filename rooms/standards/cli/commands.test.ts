// `evaluate` and `pack check` as other programs run them: a process, its two streams, its exit code, and no database anywhere.

import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { sizedPack } from '../core/sized-pack.ts'

vi.setConfig({ testTimeout: 90_000 })

interface Editable {
  title?: string
  readonly stars: { lead: string; readonly bottomLines: { rule: string }[] }[]
}

const root = join(import.meta.dirname, '..', '..', '..')
const packs = join(root, 'packs', 'sample', 'five-star')
const community = join(packs, '2022-community')
const folder = mkdtempSync(join(tmpdir(), 'lx-standards-'))
const dataDir = join(folder, 'data')

interface Document {
  readonly code?: number
  readonly level?: number
  readonly notice?: string
  readonly counts?: object
  readonly examples?: readonly unknown[]
  readonly errors?: readonly { readonly path: string; readonly detail: string }[]
  readonly warnings?: readonly { readonly path: string; readonly detail: string }[]
  readonly stars?: readonly { readonly code: string; readonly bottomLines: readonly object[]; readonly criteria: readonly object[] }[]
}

interface Ended {
  readonly code: number | null
  readonly document: Document
  readonly stderr: string
}

function liangxing(line: readonly string[], stdin = ''): Promise<Ended> {
  const env = { PATH: process.env['PATH'] ?? '', LX_LANGUAGE: 'en', DATA_DIR: dataDir }
  const child = spawn(process.execPath, [join(root, 'doors', 'cli', 'main.ts'), ...line], { env })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, document: JSON.parse(stdout) as Document, stderr })))
}
const write = (name: string, value: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}
const facts = (more: object = {}): object => ({
  unit: { code: '990101001001', kind: 'community' },
  asOf: '2022-03-31',
  facts: {},
  cases: [{ type: 'merchant-complaint', on: '2022-03-01', upheld: true }],
  certificates: [],
  reviews: [],
  ...more,
})

afterAll(() => {
  expect(existsSync(dataDir), 'neither command opens an instance').toBe(false)
  rmSync(folder, { recursive: true, force: true })
})

describe('liangxing evaluate', () => {
  test('prints exactly the published members, stars in the order of the pack, and exits 0', async () => {
    const { code, document, stderr } = await liangxing(['evaluate', '--pack', community, '--facts', write('facts.json', facts()), '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(Object.keys(document)).toEqual(['stars', 'level'])
    expect(document.stars?.map((star) => star.code)).toEqual(['ZBGY', 'GJGX', 'YYXY', 'PAFZ', 'XFHX'])
    for (const star of document.stars ?? []) {
      expect(Object.keys(star)).toEqual(['code', 'held', 'bottomLines', 'criteria'])
      for (const one of [...star.bottomLines, ...star.criteria]) expect(Object.keys(one)).toEqual(['id', 'met', 'because'])
    }
    expect(document.stars?.[2]?.bottomLines[0]).toEqual({ id: 'B1', met: false, because: '因 2022-03-01 一起商户投诉成立，底线 B1 不满足' })
  })

  test('reads stdin, with a BOM or without', async () => {
    const { code, document } = await liangxing(['evaluate', '--pack', community, '--facts', '-'], `\uFEFF${JSON.stringify(facts())}`)
    expect([code, document.level]).toEqual([0, 0])
  })

  test('exits 1 with every fault and its path: unknown fields, facts of another pack, wrong types', async () => {
    const shape = await liangxing([
      'evaluate',
      '--pack',
      community,
      '--facts',
      write('shape.json', facts({ case: [], asOf: '2022-02-30' })),
    ])
    expect([shape.code, shape.document.code]).toEqual([1, 5465])
    expect(shape.document.errors?.map(({ path }) => path).toSorted()).toEqual(['asOf', 'case'])
    const other = await liangxing([
      'evaluate',
      '--pack',
      community,
      '--facts',
      write('other.json', facts({ facts: { 'collective-income': '3', 'day-care': 'x' } })),
    ])
    expect([other.code, other.document.code]).toEqual([1, 5460])
    expect(other.document.errors?.map(({ path }) => path)).toEqual(['facts.collective-income', 'facts.day-care'])
    expect(Object.keys(other.document)).toEqual(['type', 'title', 'status', 'code', 'detail', 'errors'])
  })

  test.each([
    ['a pack that is not there', ['--pack', join(folder, 'nowhere'), '--facts', '-'], 5470],
    ['facts that are not there', ['--pack', community, '--facts', join(folder, 'nowhere.json')], 5470],
    ['facts that are no JSON', ['--pack', community, '--facts', '-'], 5472],
  ])('exits 1 for %s', async (_what, line, number) => {
    const { code, document } = await liangxing(['evaluate', ...line], '{"unit":')
    expect([code, document.code]).toEqual([1, number])
  })

  test('exits 2 without its options', async () => {
    for (const line of [[], ['--pack', community], ['--facts', '-'], ['--pack', community, '--facts', '-', 'more']]) {
      const { code, document } = await liangxing(['evaluate', ...line])
      expect([code, document.code]).toEqual([2, 190])
    }
  })
})

describe('liangxing pack check', () => {
  test.each(['2022-community', '2022-rural'])('passes %s with its counts and examples', async (name) => {
    const { code, document } = await liangxing(['pack', 'check', join(packs, name)])
    expect(code).toBe(0)
    expect(Object.keys(document)).toEqual(['id', 'title', 'notice', 'digest', 'counts', 'examples', 'warnings'])
    expect(document.warnings).toEqual([])
    expect(document.notice).toContain('示例（非官方）')
    expect(document.examples?.length).toBeGreaterThan(3)
  })

  const spoilt = (name: string, spoil: (pack: Editable) => void): string => {
    const copy = join(folder, name)
    cpSync(community, copy, { recursive: true })
    const file = join(copy, 'pack.json')
    const pack = JSON.parse(readFileSync(file, 'utf8')) as Editable
    spoil(pack)
    writeFileSync(file, JSON.stringify(pack))
    return copy
  }

  const setRule = ({ stars }: Editable, rule: string): void => {
    for (const line of stars[2]?.bottomLines.slice(0, 1) ?? []) line.rule = rule
  }

  test('lists every fault of a pack with its path and what was meant', async () => {
    const copy = spoilt('faulty', (pack) => {
      setRule(pack, 'NO merchant-complain WITHIN 12 MONTHS')
      for (const star of pack.stars.slice(4)) star.lead = '宣传处'
      delete pack.title
    })
    const { code, document } = await liangxing(['pack', 'check', copy])
    expect([code, document.code]).toEqual([1, 5400])
    expect(document.errors?.map(({ path }) => path)).toEqual(['title', 'stars[4].lead', 'stars[2].bottomLines[0].rule'])
    expect(document.errors?.[2]?.detail).toContain('Did you mean “merchant-complaint”?')
  })

  test('finds a rule that was changed without its example, naming the example’s place', async () => {
    const copy = spoilt('changed', (pack) => setRule(pack, 'NO merchant-complaint WITHIN 11 MONTHS'))
    const { code, document } = await liangxing(['pack', 'check', copy])
    expect([code, document.code]).toEqual([1, 5400])
    expect(document.errors?.map(({ path }) => path)).toContain('examples/02-upheld-complaint.json: expect.stars[0].held')
  })

  test('finds examples that are not in shape, and a pack in another folder than its id says', async () => {
    const copy = spoilt('shapes', () => {})
    writeFileSync(join(copy, 'examples', '20-half.json'), '{"title":')
    writeFileSync(join(copy, 'examples', '21-shape.json'), '{"title":"x","facts":{},"expects":{}}')
    writeFileSync(
      join(copy, 'examples', '22-facts.json'),
      JSON.stringify({ title: 'x', facts: facts({ facts: { nothing: '1' } }), expect: { stars: [{ code: 'NOPE' }] } }),
    )
    const { code, document } = await liangxing(['pack', 'check', copy])
    expect(code).toBe(1)
    expect(document.errors?.map(({ path, detail }) => `${detail.slice(1, 5)} ${path}`)).toEqual([
      '5472 examples/20-half.json',
      '5474 examples/21-shape.json',
      '5477 examples/22-facts.json: facts.facts.nothing',
    ])
    const elsewhere = join(folder, 'packs', 'sample', 'five-star', '2023-community')
    cpSync(community, elsewhere, { recursive: true })
    const moved = await liangxing(['pack', 'check', elsewhere])
    expect([moved.code, moved.document.code]).toEqual([1, 5473])
  })

  test('passes an edition of one city’s size, 29 + 27 tasks, 197 criteria and 60 bottom lines, and evaluates by it', async () => {
    const city = join(folder, 'city')
    mkdirSync(city)
    const document = sizedPack({ tasks: 29, criteria: 102, bottomLines: 31 }, { tasks: 27, criteria: 95, bottomLines: 29 })
    writeFileSync(join(city, 'pack.json'), `\uFEFF${JSON.stringify(document)}`)
    const checked = await liangxing(['pack', 'check', city])
    expect([checked.code, checked.document.counts]).toEqual([0, { stars: 10, tasks: 56, criteria: 197, bottomLines: 60 }])
    // A second language is nobody's duty: it is missed in a warning, not refused.
    expect(checked.document.warnings?.[0]?.detail).toMatch(/^\[54(78|79)\] /)
    const evaluated = await liangxing(['evaluate', '--pack', city, '--facts', write('city.json', facts())])
    expect(evaluated.code).toBe(0)
    expect(evaluated.document.stars?.flatMap(({ criteria }) => [...criteria])).toHaveLength(95)
    expect(evaluated.document.stars?.flatMap(({ bottomLines }) => [...bottomLines])).toHaveLength(29)
  })

  test('exits 2 without a folder, and for pack alone', async () => {
    for (const line of [['pack', 'check'], ['pack'], ['pack', 'chek', community]]) {
      const { code } = await liangxing(line)
      expect(code).toBe(2)
    }
  })
})
