import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { citedRow } from '../core/cited-row.ts'
import { home, playing, rowsOfYyxy } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'
import { putEvidence } from '../trial-evidence.ts'

const trial = useTrial()
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
})

type Item = { row: string; id: string; shows: string }
type Line = { id: string; state: string; named: number; due: string | null; starName: string }

const cite = async (at: Where, row: string, shows: string): Promise<{ unit: string; id: string }> => {
  const item = await putEvidence(play, 'secretary', shows)
  const cited = await play.done('secretary', 'evidence.cite', { params: item, body: { id: randomUUID(), target: citedRow(at.id, row) } })
  // The evidence leads back to whose row it is.
  const path = `/desk/stars/queue?mine=no&open=${at.unit}.${at.id}`
  expect(cited['citations']).toMatchObject([{ called: { words: expect.stringContaining('宜业兴业') as string, path } }])
  return item
}
const evidenceOf = async (by: Parameters<typeof play.done>[0], at: Where) =>
  (await play.done(by, 'stars.rowEvidence', { params: { ...at } }))['items'] as Item[]
const onHand = async (by: Parameters<typeof play.done>[0]) => {
  const answer = await play.done(by, 'stars.onHand')
  return { ...answer, rows: answer['rows'] as Line[], open: answer['open'] as { cycle: string; star: string }[] }
}

describe('what a phone keeps', () => {
  test('of a secretary: its own stars with what was named, and those that it may begin', async () => {
    const cycle = await play.open()
    const mayBegin = async (star: string) => (await onHand('secretary')).open.some((one) => one.cycle === cycle.id && one.star === star)
    expect(await mayBegin('YYXY')).toBe(true)
    const at = await play.submitted(cycle)
    expect(await mayBegin('YYXY')).toBe(false)
    expect(await mayBegin('PAFZ')).toBe(true)
    await play.take('officer', 'return', at, { rows: [{ row: 'B2', reason: '证书看不清' }], due: '2026-12-01' })
    const hand = await onHand('secretary')
    expect(hand).toMatchObject({ post: cast.secretary.post, unit: home, declares: true })
    expect(hand.rows.find((row) => row.id === at.id)).toMatchObject({
      state: 'returned',
      named: 1,
      due: '2026-12-01',
      starName: '宜业兴业星',
    })
  })

  test('of those who review: what waits for them and nothing else, and nothing at all of another district', async () => {
    const cycle = await play.open()
    const at = await play.submitted(cycle)
    const checking = await play.begin(cycle, 'PAFZ')
    const ids = async (by: Parameters<typeof play.done>[0]) => (await onHand(by)).rows.map((row) => row.id)
    expect(await ids('officer')).toContain(at.id)
    expect(await ids('officer')).not.toContain(checking.id)
    expect(await ids('reviewer')).not.toContain(at.id)
    expect((await onHand('officer')).open).toEqual([])
    await play.take('officer', 'pass', at)
    expect(await ids('officer')).not.toContain(at.id)
    expect(await ids('reviewer')).toContain(at.id)
    expect(await ids('outsider')).not.toContain(at.id)
    const there = await trial.owner.query('select count(*)::int as n from star_candidacies where id = $1', [at.id])
    expect(there.rows).toEqual([{ n: 1 }])
  })
})

describe('what is cited for a row', () => {
  test('is seen by the unit at once, by those who review only after it has submitted, and by nobody elsewhere', async () => {
    const at = await play.begin(await play.open())
    const item = await cite(at, 'YYXY-6', '爱心驿站')
    await play.answerAll(at)
    expect(await evidenceOf('secretary', at)).toMatchObject([{ row: 'YYXY-6', id: item.id, shows: '爱心驿站' }])
    expect(await evidenceOf('officer', at)).toEqual([])
    expect((await play.done('officer', 'stars.reviewSheet', { params: { ...at } }))['items']).toEqual([])
    await play.take('secretary', 'submit', at)
    expect(await evidenceOf('officer', at)).toMatchObject([{ row: 'YYXY-6', id: item.id }])
    expect(await play.code('outsider', 'stars.rowEvidence', { params: { ...at } })).toBe(5750)
    expect(await play.code('outsider', 'stars.reviewSheet', { params: { ...at } })).toBe(5750)
  })

  test('a review sheet says what is asked, what was submitted, what changed and what was named, and which verbs are open', async () => {
    const at = await play.begin(await play.open())
    await cite(at, 'B2', '充分就业社区证书')
    await play.answerAll(at)
    await play.take('secretary', 'submit', at)
    await cite(at, 'B2', '提交以后才引用的')
    const sheet = async (by: Parameters<typeof play.done>[0]) => {
      const answer = await play.done(by, 'stars.reviewSheet', { params: { ...at } })
      return { rows: answer['rows'] as Record<string, unknown>[], verbs: answer['verbs'], items: answer['items'] }
    }
    const first = await sheet('officer')
    expect(first.rows.map(({ row }) => row)).toEqual(rowsOfYyxy)
    expect(first.verbs).toEqual(['pass', 'return', 'refuse'])
    expect((await sheet('reviewer')).verbs).toEqual([])
    expect(first.items).toMatchObject([{ row: 'B2', shows: '充分就业社区证书' }])
    expect(first.rows[1]).toMatchObject({ row: 'B2', answer: 'met', changed: false, named: null })
    expect(String(first.rows[1]?.['text'])).toContain('充分就业社区')
    await play.take('officer', 'return', at, { rows: [{ row: 'B2', reason: '证书看不清' }], due: '2026-12-01' })
    await play.answerAll(at, ['B2'], 2, '已换清楚的照片')
    // A draft is the unit's alone.
    expect((await sheet('officer')).rows[1]).toMatchObject({ reason: '' })
    await play.take('secretary', 'submit', at)
    expect((await sheet('officer')).rows[1]).toMatchObject({ reason: '已换清楚的照片', changed: true, named: '证书看不清' })
  })
})
