// The server as a user starts it: a process of its own, an embedded database in a folder with spaces, a taken port,
// Ctrl-C, SIGKILL, another instance's key.

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { houseRoot } from '#ground/http/house.ts'
import { openInstance } from '#ground/instance/instance.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { stopEmbedded } from '#ground/postgres/embedded/embedded.ts'
import { testCertificate } from '#ground/trial/certificate.ts'

interface Started {
  readonly process: ChildProcess
  readonly output: () => string
  readonly address: string
}

let folder: string
let dataDir: string
let squatter: Server
const running = new Set<ChildProcess>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liang xing '))
  await chmod(folder, 0o755)
  dataDir = join(folder, 'my data')
  squatter = createServer().listen(0)
  await once(squatter, 'listening')
})

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  squatter.close()
  await stopEmbedded(dataDir)
  await rm(folder, { recursive: true, force: true })
})

const program = join(houseRoot, 'doors', 'server', 'start.ts')
/** What npm is to the server: a process in between that passes no signal on. */
const between = ['-e', `require('node:child_process').spawn(process.execPath, [${JSON.stringify(program)}], { stdio: 'inherit' })`]

function launch(env: Record<string, string>, args: readonly string[] = [program]): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, args, {
    cwd: houseRoot,
    env: { ...process.env, DATA_DIR: dataDir, DEMO: '0', PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)))
  child.once('exit', () => running.delete(child))
  return { child, output: () => text }
}

async function start(env: Record<string, string> = {}, args?: readonly string[]): Promise<Started> {
  const { child, output } = launch(env, args)
  const address = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const match = /亮星 Liangxing {2}(http\S+)/.exec(output())
      if (match?.[1] !== undefined && output().includes('Ctrl-C')) resolve(match[1])
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output()}`)))
  })
  return { process: child, output, address }
}

/** When the instance was made, asked of the database that the running server uses. */
async function birthday(): Promise<Date> {
  const instance = await openInstance({ settings: { DATA_DIR: dataDir } })
  try {
    const owner = await ownerClient(instance.database.ownerUrl)
    const { rows } = await owner.query<{ created_at: Date }>('select created_at from instance')
    await owner.end()
    return rows[0]?.created_at ?? new Date(0)
  } finally {
    await instance.close()
  }
}

const healthy = async ({ address }: Started): Promise<number> => (await fetch(`${address}/readyz`)).status

describe('npm start', { timeout: 60_000 }, () => {
  test('takes the next free port and says so', async () => {
    const port = (squatter.address() as AddressInfo).port
    const server = await start({ PORT: String(port) })
    expect(server.output()).toContain(`端口 ${port} 已被占用`)
    expect(server.address).not.toContain(`:${port}`)
    expect(await healthy(server)).toBe(200)
    server.process.kill('SIGINT')
    expect(await once(server.process, 'exit'), server.output()).toEqual([0, null])
  })

  test('starts again after SIGKILL, with the data of before', async () => {
    const first = await start()
    const born = await birthday()
    expect(born.getTime()).toBeGreaterThan(0)
    first.process.kill('SIGKILL')
    await once(first.process, 'exit')
    const second = await start()
    expect(await healthy(second)).toBe(200)
    expect(await birthday()).toEqual(born)
    second.process.kill('SIGTERM')
    expect(await once(second.process, 'exit'), second.output()).toEqual([0, null])
  })

  test('stops in good order when its terminal is closed', async () => {
    const server = await start()
    server.process.kill('SIGHUP')
    expect(await once(server.process, 'exit'), server.output()).toEqual([0, null])
    expect(server.output()).toContain('正在停止')
  })

  test('speaks https with a certificate of its own, and no plain http beside it', async () => {
    const { certFile, keyFile, cert } = testCertificate
    const server = await start({ TLS_CERT: certFile, TLS_KEY: keyFile })
    expect(server.address).toMatch(/^https:/)
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      get(`${server.address}/readyz`, { ca: cert }, (answer) => resolve(answer.resume().statusCode)).once('error', reject)
    })
    expect(answered).toBe(200)
    await expect(fetch(server.address.replace('https:', 'http:'))).rejects.toThrow('fetch failed')
    server.process.kill('SIGTERM')
    expect(await once(server.process, 'exit'), server.output()).toEqual([0, null])
  })

  test('stops when npm, which it was started through, is killed', async () => {
    const server = await start({ npm_lifecycle_script: 'node start.ts' }, between)
    const ended = once(server.process.stdout ?? server.process, 'close')
    server.process.kill('SIGKILL')
    await ended
    expect(server.output()).toContain('正在停止')
    await expect(healthy(server)).rejects.toThrow('fetch failed')
  })

  test.each([
    ['a port that is none', { PORT: 'abc' }, /PORT/],
    ['a proxy that is no address', { TRUST_PROXY: '10.0.0.1,proxy.example' }, /TRUST_PROXY[^]*proxy\.example/],
    ['half a certificate', { TLS_CERT: testCertificate.certFile }, /TLS_KEY/],
    ['an address of another machine', { HOST: '192.0.2.1' }, /HOST/],
    ['a database server that is not there', { DATABASE_URL: 'postgres://owner:hidden@127.0.0.1:1/x' }, /DATABASE_URL[^]*127\.0\.0\.1:1/],
  ])('says in one sentence what is wrong: %s', async (_what, env, sentence) => {
    const { child, output } = launch(env)
    expect((await once(child, 'exit'))[0]).toBe(1)
    expect(output()).toMatch(sentence)
    expect(output()).not.toMatch(/ {4}at |hidden/)
  })

  test('is stopped by the key file of another instance, in one sentence', async () => {
    const otherKey = join(folder, 'other.key')
    await writeFile(otherKey, `${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 })
    const { child, output } = launch({ KEY_FILE: otherKey })
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(1)
    expect(output()).toMatch(/密钥|key/)
    expect(output()).not.toContain('    at ')
  })
})
