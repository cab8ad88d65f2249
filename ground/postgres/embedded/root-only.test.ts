import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { erase, makeFolder, query, start } from './rehearsal.ts'

const asRoot = process.getuid?.() === 0

describe.runIf(asRoot)('started by root', () => {
  let dataDir: string
  beforeEach(() => (dataDir = makeFolder()))
  afterEach(() => erase(dataDir))

  test('PostgreSQL runs as a plain account that owns the cluster and nothing else', async () => {
    const embedded = await start(dataDir)
    expect(statSync(embedded.clusterDir).uid).not.toBe(0)
    expect(statSync(dataDir).uid).toBe(0)
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(0)
    const { pid } = (await query(embedded, 'select pg_backend_pid() as pid'))[0] ?? {}
    expect(typeof pid).toBe('number')
    const postmaster = readFileSync(join(embedded.clusterDir, 'postmaster.pid'), 'utf8').split('\n')[0]
    expect(statSync(`/proc/${postmaster}`).uid).toBe(statSync(embedded.clusterDir).uid)
  })
})

describe.runIf(asRoot)('started by root in a folder that only root may enter', () => {
  let folder: string
  beforeEach(() => (folder = makeFolder('lx-root-only-', 0o700)))
  afterEach(async () => {
    await erase(join(folder, 'data'))
    rmSync(folder, { recursive: true })
  })

  test('the cluster is kept in /var/lib/liangxing, LOCATION and the log say so, and the next start finds it', async () => {
    const said: string[] = []
    const dataDir = join(folder, 'data')
    const first = await start(dataDir, (line) => said.push(line))
    const location = readFileSync(join(dataDir, 'postgres', 'LOCATION'), 'utf8').trim()
    expect(location).toMatch(/^\/var\/lib\/liangxing\/[0-9a-f]{12}/)
    expect(first.clusterDir).toBe(join(location, 'cluster'))
    expect(said.join()).toContain(location)
    expect(existsSync(join(dataDir, 'postgres', 'cluster'))).toBe(false)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    await query(first, 'create table kept as select 7 as seven')
    await first.leave({ wait: true })
    const second = await start(dataDir)
    expect(await query(second, 'select seven from kept')).toEqual([{ seven: 7 }])
    await second.leave({ wait: true })
  })

  test('a lost cluster is not silently replaced by an empty one; a new data folder does not revive an old cluster', async () => {
    const dataDir = join(folder, 'data')
    const first = await start(dataDir)
    const old = join(first.clusterDir, '..')
    await first.leave({ wait: true })
    rmSync(join(dataDir, 'postgres'), { recursive: true })
    mkdirSync(join(dataDir, 'postgres'))
    const fresh = await start(dataDir)
    expect(fresh.clusterDir).not.toBe(first.clusterDir)
    await fresh.leave({ wait: true })
    rmSync(old, { recursive: true })
    rmSync(join(fresh.clusterDir, '..'), { recursive: true })
    await expect(start(dataDir)).rejects.toThrow(/LOCATION/)
  })
})
