// Offline is promised over https only: whether a round's phones may rely on it stands on the readiness board.

import { request as overHttp } from 'node:http'
import type { RequestOptions } from 'node:http'
import { request as overHttps } from 'node:https'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildServer } from '#ground/http/server.ts'
import { readTrustProxy } from '#ground/http/proxies.ts'
import type { TrustProxy } from '#ground/http/proxies.ts'
import { loadShell } from '#ground/http/shell.ts'
import type { Tls } from '#ground/http/tls.ts'
import { cast } from '#ground/trial/cast.ts'
import { testCertificate } from '#ground/trial/certificate.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playRound } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()
const closing: (() => Promise<void>)[] = []
let round: PlayedRound
beforeAll(async () => {
  round = await playRound(trial, { fix: false })
})
afterAll(async () => {
  for (const close of closing) await close()
})

/** A second server of the same instance, as an operator would start it. */
async function serve(how: { readonly tls?: Tls; readonly trustProxy?: TrustProxy | false }): Promise<string> {
  const app = await buildServer({
    kit: trial.instance.kit,
    house: trial.house,
    hub: trial.instance.hub,
    shell: await loadShell(trial.house.root),
    facesFolder: '/nowhere',
    publicFolder: '/nowhere',
    logLevel: 'silent',
    latestMs: 0,
    ...how,
  })
  closing.push(() => app.close())
  return app.listen({ host: '127.0.0.1', port: 0 })
}

/** The board as a phone's network reaches the server: by a name of the hall, not by this machine's own. */
async function boardAt(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ secure: boolean; items: { key: string; state: string }[] }> {
  const { unit, id } = round.where
  const options: RequestOptions & { ca: string } = {
    headers: { host: 'liangxing-test.invalid', cookie: `lx-session=${cast.officer.token}`, ...headers },
    ca: testCertificate.cert,
  }
  const text = await new Promise<string>((resolve, reject) => {
    const ask = url.startsWith('https') ? overHttps : overHttp
    ask(`${url}/api/v1/rounds/${unit}/${id}/readiness`, options, (answer) => {
      let body = ''
      answer.on('data', (chunk) => (body += String(chunk))).on('end', () => resolve(body))
    })
      .once('error', reject)
      .end()
  })
  return JSON.parse(text) as never
}

const lamp = (board: Awaited<ReturnType<typeof boardAt>>): string | undefined => board.items.find(({ key }) => key === 'secure')?.state

describe('whether phones may work offline', () => {
  test('plain http in a hall is red, a certificate of the server is green', async () => {
    expect(lamp(await boardAt(await serve({})))).toBe('red')
    const { cert, key } = testCertificate
    const board = await boardAt(await serve({ tls: { cert, key } }))
    expect(board.secure).toBe(true)
    expect(lamp(board)).toBe('green')
  })

  test('a proxy that is listed says that it speaks https, and nobody else can', async () => {
    const claim = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' }
    expect(lamp(await boardAt(await serve({ trustProxy: readTrustProxy('1') }), claim))).toBe('green')
    expect(lamp(await boardAt(await serve({ trustProxy: readTrustProxy('203.0.113.1') }), claim))).toBe('red')
    expect(lamp(await boardAt(await serve({}), claim))).toBe('red')
  })
})
