import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
const origin = 'https://stars.example'
let play: ReturnType<typeof playing>
let cycle: Where
let honour: Where

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  const at = await play.publicised(cycle)
  await play.fullEmployment()
  trial.clock.advance(dayMs)
  honour = await play.take('countyAdmin', 'certify', at, { document: '演组〔2026〕18号' })
})

const ask = (by: 'secretary' | 'countyAdmin' | 'outsider', query: Record<string, string>, unit = home) =>
  trial.as(by).call('stars.certificates', { params: { unit }, query })
const pagesIn = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0

test('a star that is valid has a certificate, alone or among those of the year; what is suspended has none', async () => {
  const one = await ask('secretary', { honour: honour.id, origin })
  expect([one.status, one.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(Buffer.from(one.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(pagesIn(one.bytes)).toBe(1)
  expect(pagesIn((await ask('countyAdmin', { year: '2026', origin }, '990101')).bytes)).toBe(1)
  expect(await play.code('outsider', 'stars.certificates', { params: { unit: home }, query: { honour: honour.id, origin } })).toBe(102)
  expect(await play.code('countyAdmin', 'stars.certificates', { params: { unit: '990101' }, query: { year: '2025', origin } })).toBe(5792)
  expect(await play.code('secretary', 'stars.certificates', { params: { unit: home }, query: { honour: honour.id } })).toBe(5793)
  const step = (body: unknown) => play.done('countyAdmin', 'stars.honourStep', { params: { unit: home, id: honour.id }, body })
  await step({ verb: 'order', document: '演组〔2026〕7号', basis: '检查', due: '2026-09-10' })
  trial.clock.advance(5 * dayMs)
  await step({ verb: 'suspend', basis: '逾期', document: '演组〔2026〕19号' })
  expect(await play.code('secretary', 'stars.certificates', { params: { unit: home }, query: { honour: honour.id, origin } })).toBe(5792)
})

test('awards and ladders go out as files with what their screens show', async () => {
  const award = { id: randomUUID(), subject: home, kind: 'red-banner', title: '流动红旗', basis: '第三季度先进', on: '2026-09-08' }
  await play.done('officer', 'stars.award', { params: { unit: '990101001' }, body: award })
  const awards = await trial.as('countyAdmin').call<string>('stars.exportAwards', { params: { unit: '990101' }, query: { format: 'csv' } })
  expect(awards.body).toContain('朝霞社区,990101001001,流动红旗,流动红旗,第三季度先进,,2026-09-08,晨光街道,')
  const query = { county: '990101', format: 'csv' }
  const ladders = await trial.as('countyAdmin').call<string>('stars.exportLadders', { params: { ...cycle }, query })
  expect(ladders.body).toMatch(/晨光街道,990101001,.*,未达到,.*要求至少/)
  expect((await trial.as('outsider').call('stars.exportLadders', { params: { ...cycle }, query })).status).toBe(404)
})
