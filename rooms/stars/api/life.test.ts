import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { beside, home, playing, rowsOfYyxy } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
})

const shown = (by: Parameters<typeof play.done>[0], at: Where) => play.done(by, 'stars.candidacy', { params: { ...at } })
const note = [{ row: 'B2', reason: '证书复印件看不清' }]

describe('before a cycle opens', () => {
  test('its self-check stands in the register of form demands, and its calendar is whole', async () => {
    const cycle = await play.plan()
    expect(await play.code('countyAdmin', 'stars.open', { params: { ...cycle }, body: {} })).toBe(5704)
    await play.registerCheck(cycle)
    expect(await play.done('countyAdmin', 'stars.open', { params: { ...cycle }, body: {} })).toMatchObject({ version: 2 })
    expect(await play.code('countyAdmin', 'stars.open', { params: { ...cycle }, body: {} })).toBe(5701)
  })

  test('a draft is seen by the county alone; nobody can stand in it', async () => {
    const cycle = await play.plan()
    expect(await play.code('secretary', 'stars.cycle', { params: { ...cycle } })).toBe(5700)
    expect(await play.code('outsider', 'stars.cycle', { params: { ...cycle } })).toBe(5700)
    expect(
      await play.code('secretary', 'stars.begin', { params: { unit: home }, body: { id: randomUUID(), cycle: cycle.id, star: 'YYXY' } }),
    ).toBe(5700)
  })

  test('an edition that is not there, a star that it has not, and a unit elsewhere are refused', async () => {
    const id = randomUUID()
    const body = {
      id,
      year: 2026,
      name: '测试',
      edition: 'sample/five-star/1999',
      calendar: [],
      parameters: { publicityDays: null, publicityKind: null, decidedBy: null, samplingPercent: null, appealDays: null, contact: null },
      offices: {},
    }
    expect(await play.code('countyAdmin', 'stars.plan', { params: { unit: '990101' }, body })).toBe(5702)
    expect(
      await play.code('countyAdmin', 'stars.plan', {
        params: { unit: '990101' },
        body: { ...body, edition: 'sample/five-star/2022-community', offices: { NONE: '某办' } },
      }),
    ).toBe(5706)
    const cycle = await play.open()
    const quotas = [{ unit: '990102', star: 'YYXY', most: 3, hard: true }]
    expect(await play.code('countyAdmin', 'stars.allot', { params: { ...cycle }, body: { quotas } })).toBe(5707)
  })
})

describe('a self-check', () => {
  test('is kept row by row, older revisions change nothing, and only the unit sees it until it is submitted', async () => {
    const cycle = await play.open()
    const at = await play.begin(cycle)
    await play.done('secretary', 'stars.keepRows', { params: { ...at }, body: { rows: [{ row: 'B1', answer: 'met', revision: 5 }] } })
    const late = {
      rows: [
        { row: 'B1', answer: 'not-yet', revision: 4 },
        { row: 'B2', answer: 'not-yet', revision: 1 },
      ],
    }
    expect(await play.done('secretary', 'stars.keepRows', { params: { ...at }, body: late })).toMatchObject({
      kept: ['B2'],
      superseded: ['B1'],
    })
    const sheet = await play.done('secretary', 'stars.check', { params: { ...at } })
    const rows = sheet['rows'] as { row: string; answer: string | null }[]
    expect(rows.map((row) => row.row)).toEqual(rowsOfYyxy)
    expect(rows.slice(0, 3).map((row) => row.answer)).toEqual(['met', 'not-yet', null])
    expect((await shown('officer', at))['submitted']).toEqual([])
    expect(await play.code('officer', 'stars.check', { params: { ...at } })).toBe(101)
    expect(await play.code('secretary', 'stars.submit', { params: { ...at }, body: {} })).toBe(5758)
    await play.answerAll(at, rowsOfYyxy, 9)
    expect(await play.take('secretary', 'submit', at)).toMatchObject({ state: 'first' })
    expect((await shown('officer', at))['submitted']).toHaveLength(rowsOfYyxy.length)
    // What was submitted is not rewritten by a late delivery.
    expect(await play.code('secretary', 'stars.keepRows', { params: { ...at }, body: late })).toBe(5751)
  })

  test('refuses rows of another star and 不涉及 without its reason', async () => {
    const at = await play.begin(await play.open())
    const keep = (...rows: object[]) =>
      play.code('secretary', 'stars.keepRows', { params: { ...at }, body: { rows: rows.map((row) => ({ revision: 1, ...row })) } })
    expect(await keep({ row: 'ZBGY-1', answer: 'met' })).toBe(5756)
    // One row too many, and none of the delivery is kept.
    expect(await keep({ row: 'B2', answer: 'met' }, { row: 'ZBGY-1', answer: 'met' })).toBe(5756)
    const rows = (await play.done('secretary', 'stars.check', { params: { ...at } }))['rows'] as { answer: string | null }[]
    expect(rows.filter((row) => row.answer !== null)).toEqual([])
    expect(await keep({ row: 'B1', answer: 'not-applicable' })).toBe(5759)
    expect(await keep({ row: 'B1', answer: 'not-applicable', reason: '辖区没有企业' })).toBeUndefined()
  })

  test('stands once a star and cycle, and cannot be begun for another unit', async () => {
    const cycle = await play.open()
    const at = await play.begin(cycle)
    const body = { id: randomUUID(), cycle: cycle.id, star: 'YYXY' }
    expect(await play.code('secretary', 'stars.begin', { params: { unit: home }, body })).toBe(5763)
    expect(await play.done('secretary', 'stars.begin', { params: { unit: home }, body: { ...body, id: at.id } })).toMatchObject({
      id: at.id,
    })
    expect(await play.code('secretary', 'stars.begin', { params: { unit: beside }, body })).toBe(102)
    expect(await play.code('officer', 'stars.begin', { params: { unit: home }, body })).toBe(101)
  })
})

describe('reviews', () => {
  test('each level answers in its turn; what is returned comes back to it, and shows what changed', async () => {
    const at = await play.submitted(await play.open())
    expect(await play.code('reviewer', 'stars.pass', { params: { ...at }, body: {} })).toBe(5752)
    expect(await play.code('officer', 'stars.return', { params: { ...at }, body: { rows: note, due: '2026-09-01' } })).toBe(5757)
    expect(
      await play.code('officer', 'stars.return', { params: { ...at }, body: { rows: [{ row: 'X9', reason: '?' }], due: '2026-09-20' } }),
    ).toBe(5756)
    await play.take('officer', 'return', at, { rows: note, due: '2026-09-20' })
    expect(await shown('secretary', at)).toMatchObject({
      state: 'returned',
      back: 'first',
      due: '2026-09-20',
      rows: note,
      verbs: ['submit', 'withdraw'],
    })
    await play.answerAll(at, ['B2'], 7, '已换清晰的复印件')
    await play.take('secretary', 'submit', at)
    expect(await shown('officer', at)).toMatchObject({ state: 'first', changed: ['B2'], rows: [] })
    await play.take('officer', 'pass', at)
    await play.take('reviewer', 'return', at, { rows: note, due: '2026-09-20' })
    await play.take('secretary', 'submit', at)
    expect((await shown('reviewer', at)).state).toBe('office')
    await play.take('reviewer', 'pass', at)
    expect((await shown('countyAdmin', at)).state).toBe('joint')
  })

  test('nobody linked to the unit reviews it', async () => {
    const at = await play.submitted(await play.open())
    const link = await play.done('countyAdmin', 'units.linkOfficer', {
      body: { unit: home, person: cast.officer.id, role: '包联领导', effective: '2026-01-01', reason: '分工' },
    })
    expect(await play.code('officer', 'stars.pass', { params: { ...at }, body: {} })).toBe(5753)
    await play.done('countyAdmin', 'units.unlinkOfficer', {
      params: { unit: home, id: link.id },
      body: { effective: '2026-09-07', reason: '调整' },
    })
    await play.take('officer', 'pass', at)
  })

  test('an office answers its own star only, and writes its reviews once as facts', async () => {
    const at = await play.submitted(await play.open())
    await play.take('officer', 'pass', at)
    expect(await play.code('judge', 'stars.pass', { params: { ...at }, body: {} })).toBe(5752)
    const reviews = [{ row: 'YYXY-B2b', result: 'met', reason: '典型经验已推广' }]
    await play.take('reviewer', 'pass', at, { reviews })
    const evaluation = (await shown('countyAdmin', at))['evaluation'] as { rows: { row: string; met: boolean | null; because: string }[] }
    expect(evaluation.rows.find((row) => row.row === 'B2')).toMatchObject({ met: true })
  })

  test('a refusal names rows, is appealed within the days, and is decided by another person', async () => {
    const at = await play.submitted(await play.open())
    await play.take('officer', 'refuse', at, { rows: note })
    expect(await shown('secretary', at)).toMatchObject({ state: 'refused', verbs: ['appeal'] })
    await play.take('secretary', 'appeal', at, { reason: '证书有效' })
    expect(await play.code('officer', 'stars.uphold', { params: { ...at }, body: { reason: '是' } })).toBe(101)
    await play.take('countyAdmin', 'uphold', at, { reason: '核对过原件' })
    expect((await shown('officer', at)).state).toBe('first')
  })
})
