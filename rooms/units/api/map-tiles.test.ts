// `units.mapTile` beside a map service on loopback that gives pictures, a page, too much, nothing and silence: only pictures pass, to who is signed in.

import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { cast } from '#ground/trial/cast.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const asked: string[] = []
const answers: Readonly<Record<string, Buffer>> = {
  '/1/0/0': png,
  '/1/1/0': Buffer.from('<!doctype html><script>alert(1)</script>'),
  '/1/1/1': Buffer.concat([png, Buffer.alloc(1_100_000)]),
}
const service: Server = createServer((request, response) => {
  const path = (request.url ?? '').split('?')[0] ?? ''
  asked.push(request.url ?? '')
  if (path === '/1/0/1') return response.writeHead(302, { location: '/1/0/0' }).end()
  const answer = answers[path]
  return answer === undefined ? response.writeHead(404).end() : response.writeHead(200, { 'content-type': 'text/html' }).end(answer)
})
await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
const { port } = service.address() as AddressInfo
afterAll(() => new Promise((resolve) => service.close(resolve)))

const notice = '示例地图 审图号：示例（非官方）'
const trial = useTrial({ settings: { MAP_TILES_URL: `http://127.0.0.1:${port}/{z}/{x}/{y}?key=secret`, MAP_TILES_NOTICE: notice } })

const tile = (at: string, signedIn = true): Promise<Response> =>
  fetch(`${trial.url}/api/v1/units/map-tiles/${at}`, { headers: signedIn ? { cookie: `lx-session=${cast.secretary.token}` } : {} })

test('a picture passes as what it is, to be kept by the browser alone', async () => {
  const answer = await tile('1/0/0')
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'image/png',
    'private, max-age=86400',
  ])
  expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true)
  expect(asked).toEqual(['/1/0/0?key=secret'])
  expect((await tile('1/0/0', false)).status).toBe(401)
})

test('whatever else comes is refused by number, and numbers alone are asked for', async () => {
  for (const at of ['1/1/0', '1/1/1', '1/0/1', '2/0/0']) {
    const answer = await tile(at)
    expect([at, answer.status, ((await answer.json()) as { code: number }).code]).toEqual([at, 502, 1043])
  }
  const before = asked.length
  for (const at of ['19/0/0', '1/-1/0', '1/x/0', '1/0/..%2f..']) expect((await tile(at)).status, at).toBe(400)
  expect(asked.length).toBe(before)
})

test('the line of the service stands with outlines of real places only', async () => {
  const lineOf = async (unit: string) =>
    (await trial.as('secretary').call<{ backdrop: string | null }>('units.outlines', { query: { unit } })).body.backdrop
  expect([await lineOf('4108'), await lineOf('990101')]).toEqual([notice, null])
})
