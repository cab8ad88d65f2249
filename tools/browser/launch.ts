// How a journey starts its Chromium. Root cannot use the sandbox, and a test run does not call home.

import { findBrowser, NoBrowser, noBrowser } from './find.ts'
import { type Machine, thisMachine } from './machine.ts'

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-dev-shm-usage',
]

export interface LaunchOptions {
  readonly executablePath: string
  readonly args: string[]
  readonly headless: true
}

/** The arguments for this user. */
export function launchArgs(machine: Machine = thisMachine): string[] {
  return machine.isRoot ? ['--no-sandbox', ...quiet] : [...quiet]
}

/** Options for `chromium.launch` of @playwright/test; throws NoBrowser when nothing is here (`npm test` installs one). */
export async function launchOptions(machine: Machine = thisMachine): Promise<LaunchOptions> {
  const found = await findBrowser(machine)
  if (found === null) throw new NoBrowser(noBrowser)
  return { executablePath: found.path, args: launchArgs(machine), headless: true }
}
