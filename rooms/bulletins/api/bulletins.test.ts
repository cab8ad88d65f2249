import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import type { Content } from '../core/content.ts'
import { draftFrom } from '../offers.ts'
import { queueOf } from '../queue.ts'

const trial = useTrial()

type Said = AnswerOf<(typeof contract)['get']> & { readonly code?: number }
interface Where {
  readonly unit: string
  readonly id: string
}

const written = {
  title: '关于第三季度亮赛比情况的通报',
  addressee: '各社区党组织',
  issuer: '晨光街道党建办',
  blocks: [
    { kind: 'heading', level: 1, text: '基本情况' },
    { kind: 'paragraph', text: '9 月 8 日开展。' },
  ],
}

const call = async (by: PlayerName, verb: string, params?: Where, body?: unknown): Promise<Said> => {
  const input = { ...(params === undefined ? {} : { params: { ...params } }), ...(body === undefined ? {} : { body }) }
  return (await trial.as(by).call<Said>(`bulletins.${verb}`, input)).body
}

async function draft(by: PlayerName, more: object = {}): Promise<Where> {
  const body = { id: randomUUID(), unit: '990101001', ...written, ...more }
  const { unit, id, code } = await call(by, 'draft', undefined, body)
  expect(code).toBeUndefined()
  return { unit, id }
}

test('drafted by one, signed off by another, numbered and published, and then never changed', async () => {
  const bulletin = await draft('officer')
  expect((await call('secretary', 'get', bulletin)).code).toBe(5000)
  expect((await call('officer', 'signOff', bulletin)).code).toBe(5002)
  expect((await call('officer', 'publish', bulletin, { prefix: '晨街办' })).code).toBe(5001)
  const queue = await trial.sql('countyAdmin', async (db) => queueOf(db, await trial.actorOf('countyAdmin')))
  expect(queue).toMatchObject([{ count: 1, path: '/desk/bulletins?state=draft' }])
  expect(await call('countyAdmin', 'return', bulletin, { reason: '缺整改期限' })).toMatchObject({ state: 'draft', note: '缺整改期限' })
  const before = await call('officer', 'get', bulletin)
  const revised = await call('officer', 'revise', bulletin, { ...written, title: '关于第三季度“亮赛比”情况的通报' })
  expect(revised).toMatchObject({ note: '', state: 'draft', may: ['revise'] })
  expect(revised.digest).not.toBe(before.digest)
  expect(await call('countyAdmin', 'signOff', bulletin)).toMatchObject({ state: 'signed', digest: revised.digest })
  expect(await call('officer', 'publish', bulletin, { prefix: '晨街办' })).toMatchObject({
    state: 'published',
    number: '晨街办〔2026〕1号',
    publishedOn: '2026-09-08',
  })
  expect((await call('officer', 'revise', bulletin, written)).code).toBe(5001)
  expect(await call('secretary', 'get', bulletin)).toMatchObject({
    number: '晨街办〔2026〕1号',
    may: [],
    blocks: [{ text: '基本情况' }, {}],
    filled: [{ text: '一、基本情况' }, {}],
  })
})

test('who revises a signed bulletin undoes the signature and may no longer sign it', async () => {
  const bulletin = await draft('officer')
  expect((await call('countyAdmin', 'signOff', bulletin)).state).toBe('signed')
  expect(await call('countyAdmin', 'revise', bulletin, written)).toMatchObject({ state: 'draft', signedOn: null })
  expect((await call('countyAdmin', 'signOff', bulletin)).code).toBe(5002)
})

test('numbers follow one another by prefix, and a number is given once', async () => {
  const numbers: (string | null)[] = []
  for (const serial of [undefined, 7, undefined]) {
    const bulletin = await draft('officer')
    await call('countyAdmin', 'signOff', bulletin)
    numbers.push((await call('officer', 'publish', bulletin, { prefix: '晨街党', ...(serial === undefined ? {} : { serial }) })).number)
  }
  expect(numbers).toEqual(['晨街党〔2026〕1号', '晨街党〔2026〕7号', '晨街党〔2026〕8号'])
  const again = await draft('officer')
  await call('countyAdmin', 'signOff', again)
  expect((await call('officer', 'publish', again, { prefix: '晨街党', serial: 7 })).code).toBe(5004)
})

test('a correction is another bulletin that names the old one; the old one says so once it is published', async () => {
  const old = await draft('officer')
  expect((await call('officer', 'correct', old, { id: randomUUID() })).code).toBe(5001)
  await call('countyAdmin', 'signOff', old)
  const published = await call('officer', 'publish', old, { prefix: '晨街更' })
  const correction = await call('officer', 'correct', old, { id: randomUUID() })
  expect(correction).toMatchObject({ state: 'draft', corrects: old.id, title: '关于更正晨街更〔2026〕1号通报的通报' })
  expect((await call('officer', 'get', old)).correctedBy).toBeNull()
  await call('countyAdmin', 'signOff', correction)
  await call('officer', 'publish', correction, { prefix: '晨街更' })
  expect(await call('secretary', 'get', old)).toMatchObject({
    correctedBy: { id: correction.id, number: '晨街更〔2026〕2号' },
    digest: published.digest,
  })
})

test('another room drafts from its data: every figure keeps its query and the cut it came from', async () => {
  const source = { kind: 'round', id: randomUUID(), digest: 'b'.repeat(64), at: '2026-09-08T01:00:00.000Z' }
  const content: Content = {
    ...written,
    blocks: [{ kind: 'paragraph', text: '共 [[units]] 个社区参加。' }],
    attachments: [],
    figures: [{ id: 'units', label: '参加社区', value: '11', query: 'rounds.takingPart', source }],
  }
  const where: Where = { unit: '990101001', id: randomUUID() }
  await trial.sql(
    'officer',
    async (db) => {
      const { clock, dice } = trial.instance
      const actor = await trial.actorOf('officer')
      const drafter = { db, clock, dice, today: '2026-09-08', actor, act: async () => randomUUID(), wordings: new Map<string, never>() }
      const missing = await draftFrom(drafter, { ...content, ...where, figures: [] })
      expect(missing.ok ? 0 : missing.problem.code).toBe(5003)
      const outside = await draftFrom(drafter, { ...content, unit: '990101' })
      expect(outside.ok ? 0 : outside.problem.code).toBe(5005)
      expect((await draftFrom(drafter, { ...content, ...where })).ok).toBe(true)
    },
    true,
  )
  expect(await call('officer', 'get', where)).toMatchObject({ filled: [{ text: '共 11 个社区参加。' }], figures: [{ source }] })
  expect((await call('officer', 'revise', where, { ...written, blocks: [{ kind: 'paragraph', text: '[[other]]' }] })).code).toBe(5003)
  expect(await call('officer', 'revise', where, { ...written, blocks: [{ kind: 'paragraph', text: '[[units]]个' }] })).toMatchObject({
    filled: [{ text: '11个' }],
    figures: [{ id: 'units' }],
  })
})

test('the document leaves as DOCX and PDF to those who may read it, the list as a sheet', async () => {
  const bulletin = await draft('officer')
  const document = await trial.as('officer').call('bulletins.docx', { params: { ...bulletin } })
  expect(document.bytes.subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  const pdf = await trial.as('officer').call('bulletins.pdf', { params: { ...bulletin } })
  expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  for (const kind of ['docx', 'pdf'] as const)
    for (const player of ['secretary', 'outsider'] as const)
      expect((await trial.as(player).call<Said>(`bulletins.${kind}`, { params: { ...bulletin } })).body.code, player).toBe(5000)
  const csv = await trial.as('secretary').call<string>('bulletins.export', { query: { format: 'csv' } })
  expect(csv.body).toContain('晨街党〔2026〕7号')
  expect(csv.body).not.toContain('草稿')
  const listed = await trial.as('secretary').call<AnswerOf<(typeof contract)['list']>>('bulletins.list', {})
  expect(listed.body.rows.every((row) => row.state === 'published')).toBe(true)
  expect((await trial.as('judge').call('bulletins.list', {})).status).toBe(403)
})

test('mobile and identity numbers are masked as soon as they are saved; an older draft is refused until it is saved again', async () => {
  const told = { blocks: [{ kind: 'paragraph', text: '联系人13812341234，身份证11010519491231002X。' }] }
  const bulletin = await draft('officer', told)
  const stored = async (): Promise<string> => {
    const { rows } = await trial.owner.query<{ row: string }>('select row_to_json(bulletins)::text as row from bulletins where id = $1', [
      bulletin.id,
    ])
    return rows[0]?.row ?? ''
  }
  expect(await call('officer', 'get', bulletin)).toMatchObject({ blocks: [{ text: '联系人138****1234，身份证110105********002X。' }] })
  await call('officer', 'revise', bulletin, { ...written, title: '关于王某15900001111的通报' })
  expect(await stored()).toContain('关于王某159****1111的通报')
  expect(await stored()).not.toMatch(/13812341234|15900001111|11010519491231002X/)
  await trial.owner.query(`update bulletins set title = '关于13812341234的通报' where id = $1`, [bulletin.id])
  expect(await call('countyAdmin', 'signOff', bulletin)).toMatchObject({
    code: 5006,
    detail: expect.stringContaining('请退回起草人修改；自己改了就不能再签发。') as string,
  })
  await call('officer', 'revise', bulletin, { ...written, title: '关于13812341234的通报' })
  expect(await call('countyAdmin', 'signOff', bulletin)).toMatchObject({ state: 'signed', title: '关于138****1234的通报' })
  await trial.owner.query(`update bulletins set title = '关于13812341234的通报' where id = $1`, [bulletin.id])
  expect((await call('officer', 'publish', bulletin, { prefix: '晨街办' })).code).toBe(5006)
})
