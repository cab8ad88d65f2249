import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
const origin = 'https://stars.example'
let play: ReturnType<typeof playing>
let honour: Where

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  const at = await play.publicised(await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } }))
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
  await step({ verb: 'order', basis: '检查', due: '2026-09-10' })
  trial.clock.advance(5 * dayMs)
  await step({ verb: 'suspend', basis: '逾期', document: '演组〔2026〕19号' })
  expect(await play.code('secretary', 'stars.certificates', { params: { unit: home }, query: { honour: honour.id, origin } })).toBe(5792)
})
