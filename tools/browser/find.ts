// Finds a Chromium for the journeys, or installs one, or stops with a sentence that says what to do. Never a silent
// skip: a browser test that did not run proves nothing.

import { join } from 'node:path'
import { type Machine, thisMachine } from './machine.ts'

export interface Found {
  readonly path: string
  /** Where it comes from, for the log. */
  readonly from: string
}

// The one without windows first: the same engine, and a quarter less work.
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'google-chrome-for-testing',
  'microsoft-edge',
]
const applications: Readonly<Record<string, readonly string[]>> = {
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** What to do when nothing worked, in both languages. */
export const noBrowser =
  '没有可用的浏览器：请安装 Chromium 或 Chrome，或用环境变量 CHROMIUM 指明其路径，然后重新运行 npm test。\n' +
  'No browser was found and none could be installed: install Chromium or Chrome, or name one in CHROMIUM, then run npm test again.'

/** Thrown when there is no browser to be had. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser'
}

/** Whether the program starts here: a Chromium without its system libraries does not. */
function starts(machine: Machine, path: string): boolean {
  // On Windows `--version` opens a window instead of answering.
  return machine.exists(path) && (machine.platform === 'win32' || machine.run(path, ['--version', '--no-sandbox']).code === 0)
}

function installed(machine: Machine): Found | null {
  for (const command of commands) {
    const path = machine.which(command)
    if (path !== null && starts(machine, path)) return { path, from: 'installed' }
  }
  for (const path of applications[machine.platform] ?? []) if (starts(machine, path)) return { path, from: 'installed' }
  return null
}

async function playwrights(machine: Machine): Promise<Found | null> {
  const path = await machine.playwrightPath()
  return starts(machine, path) ? { path, from: 'Playwright' } : null
}

/** A browser that is already here: $CHROMIUM, an installed one, Playwright's own; null when there is none. */
export async function findBrowser(machine: Machine = thisMachine): Promise<Found | null> {
  const named = machine.env['CHROMIUM']
  if (named !== undefined && named !== '') {
    if (starts(machine, named)) return { path: named, from: '$CHROMIUM' }
    throw new NoBrowser(`环境变量 CHROMIUM 指向的 ${named} 无法启动。\nCHROMIUM names ${named}, which does not start.`)
  }
  return installed(machine) ?? (await playwrights(machine))
}

/** Whether packages can be installed the Debian way. */
export function isDebianRoot(machine: Machine): boolean {
  return machine.platform === 'linux' && machine.isRoot && machine.which('apt-get') !== null
}

/** Installs Debian packages; true when apt said so. */
export function aptInstall(machine: Machine, packages: readonly string[]): boolean {
  machine.say(`installing ${packages.join(' ')} …`)
  machine.run('apt-get', ['update'], true)
  return machine.run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], true).code === 0
}

/** A browser that is here or could be installed; throws NoBrowser otherwise. */
export async function ensureBrowser(machine: Machine = thisMachine): Promise<Found> {
  const here = await findBrowser(machine)
  if (here !== null) return here
  for (const browser of isDebianRoot(machine) ? ['chromium-headless-shell', 'chromium'] : []) {
    const found = aptInstall(machine, [browser, 'fonts-noto-cjk']) ? installed(machine) : null
    if (found !== null) return { ...found, from: 'apt-get' }
  }
  const packaged = await machine.sparticuzPath()
  if (packaged !== null && starts(machine, packaged)) return { path: packaged, from: '@sparticuz/chromium' }
  machine.say('downloading Playwright’s Chromium …')
  const playwright = join('node_modules', '.bin', machine.platform === 'win32' ? 'playwright.cmd' : 'playwright')
  machine.run(playwright, ['install', 'chromium'], true)
  const downloaded = await playwrights(machine)
  if (downloaded !== null) return downloaded
  throw new NoBrowser(noBrowser)
}
