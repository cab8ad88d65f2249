import { expect, test } from 'vitest'
import { ensureBrowser, findBrowser, noBrowser } from './find.ts'
import { ensureChineseFont } from './fonts.ts'
import { launchArgs } from './launch.ts'
import type { Machine } from './machine.ts'

interface Played extends Machine {
  readonly told: string[]
  readonly ran: string[]
}

/** A computer with these files; `after` adds files once a command has run. */
function play(
  given: Partial<Machine> & {
    readonly files?: readonly string[]
    readonly after?: Readonly<Record<string, string>>
    readonly broken?: readonly string[]
  },
): Played {
  const files = new Set(given.files)
  const ran: string[] = []
  const told: string[] = []
  return {
    platform: 'linux',
    env: {},
    isRoot: false,
    exists: (path) => files.has(path),
    which: (command) => (files.has(`/usr/bin/${command}`) ? `/usr/bin/${command}` : null),
    run: (command, args) => {
      const line = [command, ...args].join(' ')
      ran.push(line)
      for (const [start, file] of Object.entries(given.after ?? {})) if (line.startsWith(start)) files.add(file)
      const missing = command.startsWith('/') && !files.has(command)
      return { code: missing || (given.broken ?? []).some((path) => line.startsWith(path)) ? 127 : 0, output: '' }
    },
    playwrightPath: async () => '/cache/chrome',
    sparticuzPath: async () => null,
    say: (line) => told.push(line),
    told,
    ran,
    ...given,
  }
}

test('the named browser goes before all others', async () => {
  const machine = play({ env: { CHROMIUM: '/opt/mine' }, files: ['/opt/mine', '/usr/bin/chromium'] })
  expect(await findBrowser(machine)).toEqual({ path: '/opt/mine', from: '$CHROMIUM' })
})

test('a named browser that does not start stops the run instead of taking another', async () => {
  await expect(findBrowser(play({ env: { CHROMIUM: '/opt/gone' }, files: ['/usr/bin/chromium'] }))).rejects.toThrow('/opt/gone')
})

test('an installed one goes before Playwright’s, and one without its libraries is passed over', async () => {
  const files = ['/usr/bin/chromium', '/cache/chrome']
  expect((await findBrowser(play({ files })))?.path).toBe('/usr/bin/chromium')
  expect((await findBrowser(play({ files, broken: ['/usr/bin/chromium'] })))?.path).toBe('/cache/chrome')
})

test('of two that are installed the one without windows is taken', async () => {
  const files = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']
  expect((await findBrowser(play({ files })))?.path).toBe('/usr/bin/chromium-headless-shell')
})

const install = 'apt-get install -y --no-install-recommends'
test('root on Debian installs one with a Chinese font, and the whole browser where the one without windows is not packaged', async () => {
  const shell = 'chromium-headless-shell'
  const machine = play({ isRoot: true, files: ['/usr/bin/apt-get'], after: { [`${install} ${shell}`]: `/usr/bin/${shell}` } })
  expect(await ensureBrowser(machine)).toEqual({ path: `/usr/bin/${shell}`, from: 'apt-get' })
  expect(machine.ran.filter((line) => line.startsWith('apt-get'))).toEqual(['apt-get update', `${install} ${shell} fonts-noto-cjk`])

  const older = play({ isRoot: true, files: ['/usr/bin/apt-get'], after: { [`${install} chromium `]: '/usr/bin/chromium' } })
  expect(await ensureBrowser(older)).toEqual({ path: '/usr/bin/chromium', from: 'apt-get' })
})

test('an ordinary user gets Playwright’s own', async () => {
  const machine = play({ files: ['/usr/bin/apt-get'], after: { 'node_modules/.bin/playwright install chromium': '/cache/chrome' } })
  expect((await ensureBrowser(machine)).path).toBe('/cache/chrome')
  expect(machine.ran.some((line) => line.startsWith('apt-get'))).toBe(false)
})

test('without any way it stops with one sentence in both languages', async () => {
  await expect(ensureBrowser(play({}))).rejects.toThrow(noBrowser)
  expect(noBrowser).toMatch(/没有可用的浏览器[\s\S]+No browser/)
})

test('a missing Chinese font is installed where possible and said aloud elsewhere', () => {
  const user = play({ files: ['/usr/bin/fc-list'] })
  expect(ensureChineseFont(user)).toBe(false)
  expect(user.told.join('')).toContain('fonts-noto-cjk')
  const root = play({ isRoot: true, files: ['/usr/bin/fc-list', '/usr/bin/apt-get'] })
  ensureChineseFont(root)
  expect(root.ran).toContain('apt-get install -y --no-install-recommends fonts-noto-cjk')
  expect(ensureChineseFont(play({}))).toBe(true)
})

test('only root goes without the sandbox', () => {
  expect(launchArgs(play({ isRoot: true }))).toContain('--no-sandbox')
  expect(launchArgs(play({}))).not.toContain('--no-sandbox')
})
