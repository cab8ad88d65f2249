// Files longer than memory should hold: whole, of one moment, and never at the cost of a connection that a reader keeps.

import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { beforeAll, expect, test, vi } from 'vitest'
import { readTable } from '#ground/sheets/table.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const many = 25_000

beforeAll(async () => {
  // Long grounds, so that the file is more than any socket on the way takes in.
  await trial.owner.query(
    `insert into star_awards (district, unit, id, subject, kind, title, basis, document, on_day)
      select '990101', '990101', gen_random_uuid(), '990101001001', 'commendation', '示例表彰 ' || n, repeat(md5(n::text), 30), '', '2026-03-01'
      from generate_series(1, $1::int) as n`,
    [many],
  )
})

const input = (format: 'csv' | 'xlsx') => ({ params: { unit: '990101' }, query: { format, year: '2026' } })

test.for(['xlsx', 'csv'] as const)('a list of more than twenty thousand comes whole as %s', async (format) => {
  const { status, bytes } = await trial.as('countyAdmin').call<string>('stars.exportAwards', input(format))
  expect(status).toBe(200)
  const table = await readTable(bytes, { maxRows: 100_000, maxExpandedBytes: 256 * 1_048_576 })
  if (!table.ok) throw new Error(table.problem.detail.en)
  const titles = new Set<string>()
  for await (const batch of table.value.batches) {
    if (!batch.ok) throw new Error(batch.problem.detail.en)
    for (const row of batch.value) titles.add(row.cells[2] ?? '')
  }
  expect(titles.size).toBe(many)
})

/** The answer as it begins; nothing of it is taken yet. */
const begun = (): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const asked = request(`${trial.url}/api/v1/stars/awards/990101/export?format=csv&year=2026`, {
      headers: { cookie: `lx-session=${cast.countyAdmin.token}` },
      agent: false,
    })
    asked.once('response', resolve)
    asked.once('error', reject)
    asked.end()
  })

/** Every connection is back in the pool. */
const allBack = (): Promise<void> =>
  vi.waitFor(
    () => {
      const { pool } = trial.instance.postgres
      expect(pool.idleCount).toBe(pool.totalCount)
    },
    { timeout: 30_000, interval: 10 },
  )

test('a reader that takes nothing keeps no connection, and gets its file whole when it goes on', async () => {
  const answer = await begun()
  expect(answer.statusCode).toBe(200)
  await allBack()
  // What changes now is not in the file: it was read before.
  await trial.owner.query(`delete from star_awards where title = '示例表彰 7'`)
  let text = ''
  answer.setEncoding('utf8')
  for await (const piece of answer) text += piece
  expect(answer.complete).toBe(true)
  expect(text.match(/示例表彰 \d+/g)).toHaveLength(many)
  // Part of it lay on the disk, where it has no name.
  expect(await readdir(trial.instance.kit.spools)).toEqual([])
})

test('a reader that breaks off leaves neither a connection nor a file', async () => {
  const answer = await begun()
  answer.destroy()
  await allBack()
  expect(await readdir(trial.instance.kit.spools)).toEqual([])
  expect((await trial.as('countyAdmin').call('stars.awards', { query: { below: '990101', year: '2026' } })).status).toBe(200)
})
