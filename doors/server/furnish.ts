// The first start of an empty instance: a room's first-start.ts puts in what a newcomer should find.
// Later starts only ask it for the accounts to print. DEMO=0 leaves the instance empty.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FirstStart } from '#ground/instance/first-start.ts'
import type { Instance } from '#ground/instance/instance.ts'
import { say } from './say.ts'
import type { ShownAccount } from '#ground/instance/first-start.ts'

/** Runs every room's first start in the order of needs; `baseUrl` is where this server already listens. */
export async function furnish(instance: Instance, baseUrl: string): Promise<readonly ShownAccount[]> {
  if (instance.settings['DEMO'] === '0') return []
  const accounts: ShownAccount[] = []
  for (const plate of instance.house.plates) {
    const path = join(instance.house.root, 'rooms', plate.name, 'first-start.ts')
    if (!existsSync(path)) continue
    const { firstStart } = (await import(pathToFileURL(path).href)) as { firstStart: FirstStart }
    accounts.push(...(await firstStart({ instance, baseUrl, say: (text) => say.step(text.zh, text.en) })))
  }
  return accounts
}
