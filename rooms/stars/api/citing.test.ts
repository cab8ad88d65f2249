import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { beside, home, playing } from '../trial-cycle.ts'
import { recordPicture } from '../trial-picture.ts'
import { queueOf } from '../queue.ts'

const trial = useTrial()
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
})

test('a row cites what the unit has, once; reviewers read it beside the row, and after submitting it is fixed', async () => {
  const item = await recordPicture(trial, 'secretary', home, '秋季招聘会')
  const cycle = await play.open()
  const at = await play.begin(cycle)
  const params = { ...at }
  const items = (await play.done('secretary', 'stars.citable', { params: { unit: home } }))['items']
  expect(items).toMatchObject([{ id: item.id, shows: '秋季招聘会' }])
  expect(await play.code('secretary', 'stars.citable', { params: { unit: beside } })).toBe(102)
  const cite = { row: 'YYXY-2', item }
  expect(await play.done('secretary', 'stars.cite', { params, body: cite })).toMatchObject({ row: 'YYXY-2', items: [{ id: item.id }] })
  expect(await play.code('secretary', 'stars.cite', { params, body: { row: 'PAFZ-1', item } })).toBe(5756)
  expect(await play.code('officer', 'stars.cite', { params, body: cite })).toBe(101)
  // Taken back and cited again: the file stays, the acts say both.
  expect(await play.done('secretary', 'stars.withdrawCited', { params, body: cite })).toEqual({ row: 'YYXY-2', items: [] })
  await play.done('secretary', 'stars.cite', { params, body: cite })
  await play.answerAll(at)
  await play.take('secretary', 'submit', at)
  for (const by of ['secretary', 'officer', 'reviewer', 'countyAdmin'] as const)
    expect((await play.done(by, 'stars.cited', { params }))['rows']).toMatchObject([
      { row: 'YYXY-2', items: [{ id: item.id, shows: '秋季招聘会' }] },
    ])
  expect(await play.code('outsider', 'stars.cited', { params })).toBe(5750)
  expect(await play.done('officer', 'stars.candidacy', { params })).toMatchObject({
    submitted: expect.arrayContaining([expect.objectContaining({ row: 'YYXY-2', items: [`${item.unit}.${item.id}`] })]),
  })
  expect(await play.code('secretary', 'stars.withdrawCited', { params, body: cite })).toBe(5751)
  const acts = await trial.owner.query(`select verb from acts where subject = $1 and verb in ('cite', 'withdraw')`, [`evidence:${item.id}`])
  expect(acts.rows.map((row: { verb: string }) => row.verb).toSorted()).toEqual(['cite', 'cite', 'withdraw'])
})

test('what waits stands in the queue of the post it waits for, and of no other', async () => {
  const queue = async (by: 'officer' | 'secretary' | 'reviewer' | 'judge') =>
    (await trial.sql(by, async (db) => queueOf(db, await trial.actorOf(by)))).map(({ title, count }) => [title.zh, count])
  expect(await queue('officer')).toEqual([['星级申报待初审', 1]])
  expect(await queue('secretary')).toEqual([])
  expect(await queue('reviewer')).toEqual([])
  const [row] = (await play.done('officer', 'stars.candidacies', { query: { mine: 'true' } }))['rows'] as { unit: string; id: string }[]
  const at = { unit: row?.unit ?? '', id: row?.id ?? '' }
  await play.take('officer', 'pass', at)
  expect(await queue('officer')).toEqual([])
  expect(await queue('reviewer')).toEqual([['星级申报待专班审核', 1]])
  // Another star's office has nothing on its table.
  expect(await queue('judge')).toEqual([])
  await play.take('reviewer', 'return', at, { rows: [{ row: 'B2', reason: '证书没有附' }], due: '2026-09-20' })
  expect(await queue('secretary')).toEqual([['星级申报退回待修改', 1]])
})

test('what is cited while it is a draft, or after a return, is seen by the unit alone until it submits again', async () => {
  const [first, second] = [await recordPicture(trial, 'secretary', home, '走访'), await recordPicture(trial, 'secretary', home, '座谈')]
  const cycle = await play.open()
  const at = await play.begin(cycle)
  const params = { ...at }
  const cite = async (item: typeof first) => play.done('secretary', 'stars.cite', { params, body: { row: 'YYXY-3', item } })
  const seen = async (by: 'secretary' | 'officer') =>
    ((await play.done(by, 'stars.cited', { params }))['rows'] as { items: { id: string }[] }[]).flatMap((row) =>
      row.items.map((one) => one.id),
    )
  await cite(first)
  expect(await seen('secretary')).toEqual([first.id])
  expect(await seen('officer')).toEqual([])
  await play.answerAll(at)
  await play.take('secretary', 'submit', at)
  expect(await seen('officer')).toEqual([first.id])
  await play.take('officer', 'return', at, { rows: [{ row: 'YYXY-3', reason: '缺座谈照片' }], due: '2026-09-20' })
  await cite(second)
  await play.done('secretary', 'stars.withdrawCited', { params, body: { row: 'YYXY-3', item: first } })
  expect([await seen('secretary'), await seen('officer')]).toEqual([[second.id], [first.id]])
  await play.take('secretary', 'submit', at)
  expect(await seen('officer')).toEqual([second.id])
  expect(await play.done('officer', 'stars.candidacy', { params })).toMatchObject({ changed: ['YYXY-3'] })
  expect((await play.done('officer', 'stars.reviewSheet', { params }))['items']).toMatchObject([{ row: 'YYXY-3', id: second.id }])
})

test('a hint stands before who reviews, never before the unit; what was erased is not shown', async () => {
  const item = await recordPicture(trial, 'secretary', home, '座谈会')
  const at = await play.begin(await play.open())
  const params = { ...at }
  await play.done('secretary', 'stars.cite', { params, body: { row: 'YYXY-3', item } })
  await play.answerAll(at)
  await play.take('secretary', 'submit', at)
  await trial.owner.query(
    `insert into evidence_hints (district, unit, item, kind, taken_on, found_at) values ('990101', $1, $2, 'day', '2025-03-01', now())`,
    [home, item.id],
  )
  const hints = async (by: 'officer' | 'secretary') => {
    const { rows } = (await play.done(by, 'stars.cited', { params })) as unknown as { rows: { items: { hints: unknown[] }[] }[] }
    return rows.map((row) => row.items.map((one) => one.hints))
  }
  expect(await hints('officer')).toEqual([[[{ kind: 'day', takenOn: '2025-03-01' }]]])
  expect(await hints('secretary')).toEqual([[[]]])
  await play.done('countyAdmin', 'evidence.erase', { params: { ...item }, body: { reason: '监护人要求删除' } })
  expect(await hints('officer')).toEqual([])
})
