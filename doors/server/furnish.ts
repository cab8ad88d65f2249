// The first start of an empty instance: a room's first-start.ts puts in what a newcomer should find.
// Later starts only ask it for the accounts to print. DEMO=0 leaves the instance empty. Of several servers that start on
// one empty database, one furnishes and the others wait for it: a lock of the database's holds until its holder has gone.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FirstStart } from '#ground/instance/first-start.ts'
import type { Instance } from '#ground/instance/instance.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { say } from './say.ts'
import type { ShownAccount } from '#ground/instance/first-start.ts'

const lock = `hashtext('liangxing: first start')`

/** Runs every room's first start in the order of needs; `baseUrl` is where this server already listens. */
export async function furnish(instance: Instance, baseUrl: string): Promise<readonly ShownAccount[]> {
  if (instance.settings['DEMO'] === '0') return []
  const owner = await ownerClient(instance.database.ownerUrl)
  try {
    const { rows } = await owner.query<{ mine: boolean }>(`select pg_try_advisory_lock(${lock}) as mine`)
    if (!(rows[0]?.mine ?? false)) {
      say.step('另一个服务进程正在装入演示数据，等它完成', 'another server is loading the demo, waiting for it')
      await owner.query(`select pg_advisory_lock(${lock})`)
    }
    return await firstStarts(instance, baseUrl)
  } finally {
    await owner.end()
  }
}

async function firstStarts(instance: Instance, baseUrl: string): Promise<readonly ShownAccount[]> {
  const accounts: ShownAccount[] = []
  for (const plate of instance.house.plates) {
    const path = join(instance.house.root, 'rooms', plate.name, 'first-start.ts')
    if (!existsSync(path)) continue
    const { firstStart } = (await import(pathToFileURL(path).href)) as { firstStart: FirstStart }
    accounts.push(...(await firstStart({ instance, baseUrl, say: (text) => say.step(text.zh, text.en) })))
  }
  return accounts
}
