// A picture on its way out and afterwards: what was masked or erased meanwhile does not go out, what was published keeps its
// bytes whatever becomes of the evidence, and what is taken down leaves a line in its place.

import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { verify } from '#ground/operations/verify.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { partsOf } from '#ground/trial/zip-parts.ts'
import { atOnce } from '#rooms/evidence/trial-at-once.ts'
import { putEvidence } from '#rooms/evidence/trial-pictures.ts'
import { useWorker } from '#ground/trial/worker.ts'
import type { contract } from '../contract.ts'
import { queueOf as queue } from '../queue.ts'
import { written } from '../trial-bulletins.ts'
import type { Where } from '../trial-bulletins.ts'

const trial = useTrial()
useWorker(trial)

type Said = AnswerOf<(typeof contract)['get']> & { readonly code?: number; readonly detail?: string }

const call = async <T = Said>(by: PlayerName, verb: string, input: object = {}): Promise<T> =>
  (await trial.as(by).call<T>(`bulletins.${verb}`, input)).body

let seed = 700

/** A picture in the evidence of a community, with its views made. */
async function picture(more: Readonly<Record<string, string>> = {}): Promise<Where & { readonly large: string }> {
  const { unit, id } = await putEvidence(trial, 'secretary', await scenePicture(seed++), more)
  const large = await vi.waitFor(
    async () => {
      const { rows } = await trial.owner.query<{ large: string | null }>('select large from evidence_items where id = $1', [id])
      expect(rows[0]?.large).toEqual(expect.any(String))
      return rows[0]?.large ?? ''
    },
    { timeout: 15_000, interval: 50 },
  )
  return { unit, id, large }
}

interface Pictured {
  readonly bulletin: Where
  readonly params: Where & { readonly picture: string }
  readonly item: Where & { readonly large: string }
}

/** A draft with one picture of evidence. */
async function pictured(more: object = {}): Promise<Pictured> {
  const item = await picture()
  const { unit, id } = await call('officer', 'draft', { body: { id: randomUUID(), unit: '990101001', ...written, ...more } })
  const body = { id: randomUUID(), item: { unit: item.unit, id: item.id }, caption: '图1 服务点', confirmed: true }
  const added = await call('officer', 'addPicture', { params: { unit, id }, body })
  expect(added.code).toBeUndefined()
  return { bulletin: { unit, id }, params: { unit, id, picture: body.id }, item }
}

const mask = (item: Where) => picture({ maskedFrom: item.id, shows: '遮挡件' })
const erase = async ({ unit, id }: Where) =>
  expect((await trial.as('countyAdmin').call('evidence.erase', { params: { unit, id }, body: { reason: '监护人要求删除' } })).status).toBe(
    200,
  )
const queueEmpty = () =>
  vi.waitFor(async () => expect((await trial.owner.query('select 1 from graphile_worker.jobs')).rows).toHaveLength(0), {
    timeout: 15_000,
    interval: 50,
  })
const signOff = (params: Where) => call('countyAdmin', 'signOff', { params })
const publish = (params: Where, prefix: string) => call('officer', 'publish', { params, body: { prefix } })

test('evidence that was masked is neither taken into a bulletin nor cited, also by who still sees the original', async () => {
  const item = await picture()
  await mask(item)
  const { unit, id } = await call('officer', 'draft', { body: { id: randomUUID(), unit: '990101001', ...written } })
  const body = { id: randomUUID(), item: { unit: item.unit, id: item.id }, caption: '', confirmed: true }
  expect((await call('officer', 'addPicture', { params: { unit, id }, body })).code).toBe(5007)
  const where = { unit: item.unit, id: item.id }
  const cited = await trial.as('officer').call('evidence.cite', { params: where, body: { id: randomUUID(), target: 'entry:e-70' } })
  expect(cited.body).toMatchObject({ code: 3628 })
})

test('a picture that was masked after the draft keeps it from being signed, after the signature from being published', async () => {
  const early = await pictured()
  await mask(early.item)
  expect(await signOff(early.bulletin)).toMatchObject({ code: 5012, detail: expect.stringContaining('第1张（图1 服务点）') as string })
  // Whoever signs and mends it alone has nobody left to sign.
  const advice = async (language: 'zh' | 'en') =>
    (await trial.as('countyAdmin').call<Said>('bulletins.signOff', { params: early.bulletin, language })).body.detail
  expect(await advice('zh')).toContain('请退回起草人修改；自己改了就不能再签发。')
  expect(await advice('en')).toContain('if you revise it yourself you cannot sign it off any more')
  const late = await pictured()
  expect((await signOff(late.bulletin)).state).toBe('signed')
  await mask(late.item)
  const refused = await publish(late.bulletin, '晨遮')
  expect(refused).toMatchObject({ code: 5012, detail: expect.stringContaining('改后要由没有改过的人重新签发') as string })
  const evidence = await trial
    .as('officer')
    .call<{ citations: unknown[] }>('evidence.get', { params: { unit: late.item.unit, id: late.item.id } })
  expect(evidence.body.citations).toMatchObject([
    { called: { words: `《${written.title}》`, path: `/desk/bulletins?open=${late.bulletin.unit}.${late.bulletin.id}` } },
  ])
  // With the masked copy in its place it goes out.
  await call('officer', 'revise', { params: late.bulletin, body: written })
  const copy = await picture()
  const body = { id: randomUUID(), item: { unit: copy.unit, id: copy.id }, caption: '', confirmed: true }
  await call('officer', 'addPicture', { params: late.bulletin, body })
  expect((await signOff(late.bulletin)).state).toBe('signed')
  expect((await publish(late.bulletin, '晨遮')).state).toBe('published')
})

test('erasing evidence keeps a draft from going out, and what a revision takes out is stored nowhere', async () => {
  const { bulletin, params, item } = await pictured()
  await erase(item)
  await queueEmpty()
  expect((await signOff(bulletin)).code).toBe(5012)
  expect(await trial.instance.files.size(item.large)).not.toBeNull()
  await call('officer', 'revise', { params: bulletin, body: written })
  await queueEmpty()
  expect(await trial.instance.files.size(item.large)).toBeNull()
  // It is not put back by naming it.
  const again = { ...written, blocks: [...written.blocks, { kind: 'picture', picture: params.picture }] }
  expect((await call('officer', 'revise', { params: bulletin, body: again })).code).toBe(5007)
})

test('a published bulletin keeps its picture when the evidence is erased, until it is taken down, which it then says itself', async () => {
  const { bulletin, params, item } = await pictured({ audience: 'public' })
  await signOff(bulletin)
  const { digest, number } = await publish(bulletin, '晨存')
  const pdf = async () => (await trial.as('nobody').call('bulletins.openPdf', { params: bulletin })).bytes
  const before = await pdf()
  await erase(item)
  await queueEmpty()
  const shown = () => trial.as('nobody').call('bulletins.openPicture', { params })
  expect((await shown()).status).toBe(200)
  const docx = async () => Buffer.from((await trial.as('officer').call('bulletins.docx', { params: bulletin })).bytes)
  expect((await docx()).includes('word/media/')).toBe(true)

  const body = { reason: '监护人要求删除，电话13812341234。' }
  for (const by of ['secretary', 'supervisor', 'outsider'] as const)
    expect((await trial.as(by).call('bulletins.takeDown', { params, body })).status, by).not.toBe(200)
  const taken = await call('officer', 'takeDown', { params, body })
  const gone = [{ picture: params.picture, on: '2026-09-08', why: '监护人要求删除，电话138****1234。' }]
  expect(taken).toMatchObject({ state: 'published', digest, number, gone })
  await queueEmpty()
  expect(await trial.instance.files.size(item.large)).toBeNull()
  expect((await shown()).status).toBe(422)
  expect((await call('officer', 'takeDown', { params, body })).code).toBe(5007)
  expect((await trial.as('nobody').call('bulletins.openGet', { params: bulletin })).body).toMatchObject({ gone, digest })
  const printed = await docx()
  expect(printed.includes('word/media/')).toBe(false)
  expect(partsOf(printed).get('word/document.xml')).toContain('（此处图片已于2026年9月8日撤下：监护人要求删除，电话138****1234）')
  // The paper that was kept is not given out any more.
  expect(Buffer.compare(Buffer.from(before), Buffer.from(await pdf()))).not.toBe(0)
  const page = await fetch(`${trial.url}/bulletins/${bulletin.unit}/${bulletin.id}`)
  expect(await page.text()).toContain('撤下：监护人要求删除')
  expect((await verify({ database: trial.instance.database, files: trial.instance.files })).ok).toBe(true)
  const acts = await trial.owner.query<{ verb: string }>("select verb from acts where subject = $1 and verb = 'take-down'", [
    `bulletin:${bulletin.id}`,
  ])
  expect(acts.rows).toHaveLength(1)
})

const queueOf = async (by: PlayerName): Promise<unknown[]> => {
  const actor = await trial.actorOf(by)
  return (await trial.sql(by, (db) => queue(db, actor))).filter(({ path }) => path.includes('open='))
}

test('evidence that is masked or erased after the publication is told to who may take the picture down, until it is down', async () => {
  const [masked, erased, stays] = [await pictured(), await pictured(), await pictured()]
  for (const { bulletin } of [masked, erased, stays]) {
    await signOff(bulletin)
    expect((await publish(bulletin, '晨告')).withdrawn).toEqual([])
  }
  expect(await queueOf('officer')).toEqual([])
  await mask(masked.item)
  await erase(erased.item)
  expect(await queueOf('officer')).toMatchObject([{ count: 2 }])
  expect(await queueOf('countyAdmin')).toMatchObject([{ count: 2 }])
  for (const by of ['secretary', 'supervisor', 'outsider'] as const) expect(await queueOf(by), by).toEqual([])
  for (const { bulletin, params } of [masked, erased]) {
    expect(await call('officer', 'get', { params: bulletin })).toMatchObject({ withdrawn: [params.picture] })
    // Nobody else is told what became of evidence that may be out of sight.
    expect(await call('secretary', 'get', { params: bulletin })).toMatchObject({ withdrawn: [] })
  }
  expect(await call('officer', 'get', { params: stays.bulletin })).toMatchObject({ withdrawn: [] })
  await call('officer', 'takeDown', { params: masked.params, body: { reason: '有人脸' } })
  const { unit, id } = erased.bulletin
  expect(await queueOf('officer')).toMatchObject([{ count: 1, path: `/desk/bulletins?open=${unit}.${id}` }])
  expect(await call('officer', 'takeDown', { params: erased.params, body: { reason: '当事人要求' } })).toMatchObject({ withdrawn: [] })
  expect(await queueOf('officer')).toEqual([])
})

test('only pictures of published bulletins are taken down', async () => {
  const { params } = await pictured()
  expect((await call('officer', 'takeDown', { params, body: { reason: '不用了' } })).code).toBe(5001)
})

/** What the bulletin cites of an item now: one, or none. */
const citedBy = async ({ id }: Where, item: Where): Promise<number> =>
  (
    await trial.owner.query('select 1 from evidence_citations where item = $1 and target = $2 and withdrawn_at is null', [
      item.id,
      `bulletin:${id}`,
    ])
  ).rows.length

test('evidence of which a bulletin has no picture any more is cited by it no more, and not before', async () => {
  const { bulletin, params, item } = await pictured()
  const second = { id: randomUUID(), item: { unit: item.unit, id: item.id }, caption: '图2 同一处', confirmed: true }
  expect((await call('officer', 'addPicture', { params: bulletin, body: second })).code).toBeUndefined()
  const showing = (shown: string) => ({ ...written, blocks: [...written.blocks, { kind: 'picture', picture: shown }] })
  await call('officer', 'revise', { params: bulletin, body: showing(second.id) })
  expect(await citedBy(bulletin, item)).toBe(1)
  await call('officer', 'revise', { params: bulletin, body: written })
  expect(await citedBy(bulletin, item)).toBe(0)
  const acts = await trial.owner.query<{ room: string }>("select room from acts where subject = $1 and verb = 'withdraw'", [
    `evidence:${item.id}`,
  ])
  expect(acts.rows).toEqual([{ room: 'bulletins' }])
  // Put in again, it is cited again; taken down after it was published, no more.
  const again = { ...second, id: randomUUID() }
  await call('officer', 'addPicture', { params: bulletin, body: again })
  expect(await citedBy(bulletin, item)).toBe(1)
  await signOff(bulletin)
  await publish(bulletin, '晨引')
  expect(await citedBy(bulletin, item)).toBe(1)
  expect(
    (await call('officer', 'takeDown', { params: { ...params, picture: again.id }, body: { reason: '不再公开' } })).code,
  ).toBeUndefined()
  expect(await citedBy(bulletin, item)).toBe(0)
})

test('a picture that is taken down twice in the same moment is taken down once, with one act', async () => {
  const { bulletin, params } = await pictured()
  await signOff(bulletin)
  await publish(bulletin, '晨撤')
  const down = (reason: string) => () => call('officer', 'takeDown', { params, body: { reason } })
  const answers = await atOnce(
    trial,
    ['select 1 from bulletin_pictures where id = $1 for update', params.picture],
    [down('监护人要求'), down('当事人要求')],
  )
  expect(answers.map(({ code }) => code ?? 200).toSorted((a, b) => a - b)).toEqual([200, 5007])
  const acts = await trial.owner.query("select 1 from acts where subject = $1 and verb = 'take-down'", [`bulletin:${bulletin.id}`])
  expect(acts.rows).toHaveLength(1)
})
