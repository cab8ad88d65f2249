// The contract of the command line: one JSON document, an exit code, and words in the reader's language.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCommands } from './catalogue.ts'
import { run } from './run.ts'
import type { Outcome } from './outcome.ts'

const root = mkdtempSync(join(tmpdir(), 'lx-cli-'))
const text = (word: string): string => `{ zh: '${word}（中文）', en: '${word} (English)' }`
const planted: Readonly<Record<string, string>> = {
  'rooms/garden/cli/plant.ts': `export default {
    summary: ${text('plant')}, args: ['SEED'], options: [{ name: 'deep', kind: 'flag', summary: ${text('deep')} }, { name: 'at', kind: 'value', summary: ${text('at')} }],
    run: async (context, args, options) => { context.say(${text('planting')}); return { ok: true, value: { args, options } } } }`,
  'rooms/garden/cli/index.ts': `export default { summary: ${text('look')}, args: [], options: [], run: async () => ({ ok: true, value: undefined }) }`,
  'rooms/garden/cli/wilt.ts': `export default { summary: ${text('wilt')}, args: [], options: [], run: async () => ({ ok: false, problem: {
    code: 9100, name: 'garden/dry', status: 409, wakes: false, title: ${text('dry')}, detail: ${text('water it')}, errors: [{ path: 'bed[1]', detail: ${text('dust')} }] } }) }`,
  'rooms/garden/cli/alone/dig.ts': `export default { summary: ${text('dig')}, args: [], options: [{ name: 'deep', kind: 'whole', required: true, summary: ${text('deep')} }, { name: 'tool', kind: 'value', oneOf: ['spade', 'fork'], summary: ${text('tool')} }],
    run: async (context, args, options) => ({ ok: true, value: { options } }) }`,
  'rooms/garden/cli/break.ts': `export default { summary: ${text('break')}, args: [], options: [], run: async () => { throw new TypeError('a spade broke') } }`,
  'rooms/garden/cli/soil.ts': `export const depth = 3`,
  'rooms/garden/cli/plant.test.ts': `throw new Error('a test is no command')`,
}

beforeAll(() => {
  for (const [path, content] of Object.entries(planted)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function type(line: string, env: Record<string, string> = { LX_LANGUAGE: 'en' }): Promise<Outcome & { readonly said: string }> {
  let said = ''
  const stderr = { write: (piece: string) => (said += piece) }
  const outcome = await run({
    line: line.split(' ').filter((word) => word !== ''),
    env,
    root,
    stderr,
    interrupted: new AbortController().signal,
  })
  // What is printed must survive being printed.
  JSON.parse(JSON.stringify(outcome.document))
  return { ...outcome, said }
}

describe('a command', () => {
  test('gets its arguments and options; what it says goes to stderr', async () => {
    const outcome = await type('garden plant rose --deep --at=noon')
    expect(outcome).toMatchObject({
      code: 0,
      document: { args: ['rose'], options: { deep: true, at: 'noon' } },
      said: 'planting (English)\n',
    })
  })

  test('takes --json anywhere without change, and values that look like options after --', async () => {
    const plain = await type('garden plant rose')
    expect(await type('--json garden plant --json rose')).toEqual(plain)
    expect(await type('garden plant -- --rose')).toMatchObject({ code: 0, document: { args: ['--rose'] } })
  })

  test("may be typed without its room's name", async () => {
    expect(await type('dig --deep -- --json')).toMatchObject({ code: 2 })
    expect(await type('dig --deep=-2 --tool fork')).toMatchObject({ code: 0, document: { options: { deep: '-2', tool: 'fork' } } })
    expect(await type('garden dig --deep=1')).toMatchObject({ code: 2 })
    const { code, message } = await type('dig --help')
    expect({ code, message }).toMatchObject({ code: 0, message: expect.stringContaining('liangxing dig --deep … [Options]') })
    expect(message).toContain('--tool spade|fork')
  })

  test("may be its room's name alone, and answers {} when it has nothing to say", async () => {
    expect(await type('garden')).toMatchObject({ code: 0, document: {} })
  })

  test('that refuses ends with 1 and a problem document', async () => {
    expect(await type('garden wilt')).toMatchObject({
      code: 1,
      document: {
        type: 'urn:liangxing:problem:garden/dry',
        title: 'dry (English)',
        status: 409,
        code: 9100,
        detail: 'water it (English)',
        errors: [{ path: 'bed[1]', detail: 'dust (English)' }],
      },
    })
  })

  test('that breaks ends with 70, its stack on stderr and not in the document', async () => {
    const outcome = await type('garden break')
    expect(outcome).toMatchObject({ code: 70, document: { code: 192, status: 500 }, message: expect.stringContaining('a spade broke') })
    expect(JSON.stringify(outcome.document)).not.toContain('spade')
  })
})

test('no two commands of the house are typed with the same words', async () => {
  const typed = (await findCommands()).map(({ words }) => words.join(' '))
  expect(typed).toContain('tally')
  expect(typed.filter((words, place) => typed.indexOf(words) !== place)).toEqual([])
})

describe('misuse ends with 2, says what is wrong and shows the usage', () => {
  test.each([
    ['garden plant', 'SEED is missing.'],
    ['garden plant rose tulip', 'tulip is too much.'],
    ['garden plant rose --wide', 'There is no option --wide.'],
    ['garden plant rose --at', 'The option --at needs a value.'],
    ['garden plant rose --deep=3', 'The option --deep takes no value.'],
    ['--loud garden plant rose', 'There is no option --loud.'],
    ['dig', 'The option --deep is missing.'],
    ['dig --deep=two', 'The option --deep takes a whole number.'],
    ['dig --deep=2.5', 'The option --deep takes a whole number.'],
    ['dig --deep=2 --tool rake', 'The option --tool takes spade or fork.'],
    ['kitchen', 'There is no command kitchen.'],
    ['garden plant.test', 'plant.test is too much.'],
    ['', 'Name a command.'],
  ])('liangxing %s', async (line, what) => {
    const outcome = await type(line)
    expect(outcome).toMatchObject({ code: 2, document: { code: 190, detail: what } })
    expect(outcome.message).toContain('Usage: liangxing')
  })
})

describe('help', () => {
  test('lists the commands of all rooms and the door, and nothing that is none', async () => {
    const { code, document, message } = await type('--help')
    expect(code).toBe(0)
    const names = (document as { commands: { command: string }[] }).commands.map(({ command }) => command)
    expect(names).toEqual(['backup', 'db migrate', 'dig', 'garden', 'garden break', 'garden plant', 'garden wilt', 'restore', 'verify'])
    expect(message).toContain('plant SEED')
  })

  test('of one command shows its options', async () => {
    const { code, message } = await type('garden plant --help')
    expect(code).toBe(0)
    expect(message).toContain('--at …')
    expect(message).toContain('deep (English)')
  })
})

test.each([
  [{}, '请写明命令。'],
  [{ LANG: 'C.UTF-8' }, '请写明命令。'],
  [{ LANG: 'en_GB.UTF-8' }, 'Name a command.'],
  [{ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, '请写明命令。'],
  [{ LANG: 'en_GB.UTF-8', LX_LANGUAGE: 'zh' }, '请写明命令。'],
])('speaks Chinese unless the locale says English: %j', async (env, words) => {
  expect(await type('', env as Record<string, string>)).toMatchObject({ document: { detail: words } })
})
