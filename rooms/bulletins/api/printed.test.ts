// How a bulletin is printed and by whom it is read: heads, pictures of evidence, the workbook, the public, the ledger's draft.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { readBook } from '#ground/sheets/table.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import { pictured, written } from '../trial-bulletins.ts'
import type { Where } from '../trial-bulletins.ts'

const trial = useTrial()

type Said = AnswerOf<(typeof contract)['get']> & { readonly code?: number }

const call = async <T = Said>(by: PlayerName, verb: string, input: object = {}): Promise<T> =>
  (await trial.as(by).call<T>(`bulletins.${verb}`, input)).body

async function draft(by: PlayerName, more: object = {}): Promise<Where> {
  const said = await call(by, 'draft', { body: { id: randomUUID(), unit: '990101001', ...written, ...more } })
  expect(said.code).toBeUndefined()
  return { unit: said.unit, id: said.id }
}

async function publish(bulletin: Where, prefix: string): Promise<Said> {
  await call('countyAdmin', 'signOff', { params: bulletin })
  return call('officer', 'publish', { params: bulletin, body: { prefix } })
}

test('a head is kept by who publishes, chosen below, and stays with a bulletin when it is changed later', async () => {
  const head = {
    unit: '990101',
    id: randomUUID(),
    name: '县委文件',
    mark: '演示县文件',
    prefix: '演办',
    copies: '各街道',
    office: '县委办',
    retired: false,
  }
  expect((await call('officer', 'keepLetterhead', { body: head })).code).toBe(102)
  expect(await call('countyAdmin', 'keepLetterhead', { body: head })).toEqual(head)
  expect((await call('countyAdmin', 'keepLetterhead', { body: { ...head, unit: '990101001' } })).code).toBe(5010)
  const offered = (by: PlayerName) => call<{ rows: unknown[] }>(by, 'letterheads', { query: { unit: '990101001' } })
  expect((await offered('officer')).rows).toEqual([head])
  const letterhead = { mark: head.mark, copies: head.copies, office: head.office }
  const bulletin = await draft('officer', { letterhead })
  const before = await call('officer', 'get', { params: bulletin })
  expect(before.letterhead).toEqual(letterhead)
  // The head is part of what is signed.
  const plain = await call('officer', 'revise', { params: bulletin, body: { ...written, letterhead: null } })
  expect(plain.digest).not.toBe(before.digest)
  await call('officer', 'revise', { params: bulletin, body: { ...written, letterhead } })
  await call('countyAdmin', 'keepLetterhead', { body: { ...head, mark: '改过的标志', retired: true } })
  expect((await offered('officer')).rows).toEqual([])
  expect((await publish(bulletin, '演办')).letterhead).toEqual(letterhead)
})

test('a picture of evidence is taken over with its confirmation, shown to whom the bulletin is for, and to nobody else', async () => {
  const item = await pictured(trial, 'officer', '990101001', '示例：服务点')
  expect(await call('officer', 'citable', { params: { unit: '990101001' } })).toMatchObject({ rows: [{ id: item.id }] })
  const bulletin = await draft('officer')
  const body = { id: randomUUID(), item, caption: '图1 服务点' }
  expect((await call('officer', 'addPicture', { params: bulletin, body })).code).toBe(103)
  const more = { ...body, confirmed: true }
  const elsewhere = { ...more, item: { unit: '990102001', id: item.id } }
  expect((await call('officer', 'addPicture', { params: bulletin, body: elsewhere })).code).toBe(5007)
  await call('countyAdmin', 'signOff', { params: bulletin })
  const added = await call('officer', 'addPicture', { params: bulletin, body: more })
  expect(added).toMatchObject({
    state: 'draft',
    signedOn: null,
    blocks: [{}, {}, { kind: 'picture', picture: body.id, caption: '图1 服务点' }],
  })
  const params = { ...bulletin, picture: body.id }
  const seen = async (by: PlayerName | 'nobody', verb: string): Promise<number> =>
    (await trial.as(by).call(`bulletins.${verb}`, { params })).status
  expect([await seen('officer', 'picture'), await seen('secretary', 'picture'), await seen('nobody', 'openPicture')]).toEqual([
    200, 422, 422,
  ])
  const document = await trial.as('officer').call('bulletins.docx', { params: bulletin })
  expect(Buffer.from(document.bytes).includes('word/media/')).toBe(true)
  // A picture of another bulletin is none of this one.
  const other = await draft('officer')
  const borrowed = [...written.blocks, { kind: 'picture', picture: body.id }]
  expect((await call('officer', 'revise', { params: other, body: { ...written, blocks: borrowed } })).code).toBe(5007)
  expect((await call('officer', 'draft', { body: { id: randomUUID(), unit: '990101001', ...written, blocks: borrowed } })).code).toBe(5007)
  await publish(bulletin, '晨图')
  expect([await seen('secretary', 'picture'), await seen('outsider', 'picture'), await seen('nobody', 'openPicture')]).toEqual([
    200, 422, 422,
  ])
})

test('only what was published for the public is read by anybody, with its figures, its PDF and its pictures', async () => {
  const item = await pictured(trial, 'officer', '990101001', '示例：公开的图')
  const inside = await draft('officer')
  const open = await draft('officer', { audience: 'public' })
  const picture = randomUUID()
  await call('officer', 'addPicture', { params: open, body: { id: picture, item, caption: '', confirmed: true } })
  const read = (verb: string, params: Readonly<Record<string, string>>) =>
    trial.as('nobody').call<{ code?: number; number?: string }>(`bulletins.${verb}`, { params })
  expect((await read('openGet', open)).body.code).toBe(5000)
  await publish(inside, '晨内')
  const published = await publish(open, '晨公')
  expect((await read('openGet', inside)).body.code).toBe(5000)
  expect((await read('openPdf', inside)).body.code).toBe(5000)
  expect((await read('openGet', open)).body).toMatchObject({ number: published.number, unitName: '晨光街道', digest: published.digest })
  expect(Buffer.from((await read('openPdf', open)).bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  expect((await read('openPicture', { ...open, picture })).status).toBe(200)
  const listed = await trial.as('nobody').call<{ rows: { id: string }[] }>('bulletins.openList', { query: { below: '990101' } })
  expect(listed.body.rows.map((row) => row.id)).toEqual([open.id])
  expect((await trial.as('nobody').call<{ rows: unknown[] }>('bulletins.openList', { query: { below: '990102' } })).body.rows).toEqual([])
  // Who is signed in reads no more here than anybody.
  expect((await call('countyAdmin', 'openGet', { params: inside })).code).toBe(5000)
})

test('a correction and what it corrects name each other by number, once it is published', async () => {
  const old = await draft('officer', { audience: 'public' })
  const first = await publish(old, '晨更正')
  const correction = await call('officer', 'correct', { params: old, body: { id: randomUUID() } })
  expect(correction.correcting).toMatchObject({ id: old.id, number: first.number })
  const where = { unit: correction.unit, id: correction.id }
  const second = await publish(where, '晨更正')
  const open = (params: Where) => trial.as('nobody').call<Said>('bulletins.openGet', { params })
  expect((await open(old)).body.correctedBy).toMatchObject({ id: where.id, number: second.number })
  expect((await open(where)).body.correcting).toMatchObject({ id: old.id, number: first.number })
})

test('the ledger of a quarter becomes a draft whose sums are figures, and a workbook holds figures and tables', async () => {
  const empty = await call('officer', 'draftLedger', { body: { id: randomUUID(), unit: '990101001', quarter: '2026Q3' } })
  expect(empty.code).toBe(5009)
  for (const [subject, days] of [
    ['990101001001', 5],
    ['990101001001', 40],
    ['990101001002', 5],
  ] as const) {
    const body = { id: randomUUID(), unit: '990101001', subject, problem: '公示栏没有更新。', sourceKind: 'remark', days }
    expect((await trial.as('officer').call('ledger.assign', { body })).status).toBe(200)
  }
  const said = await call('officer', 'draftLedger', { body: { id: randomUUID(), unit: '990101001', quarter: '2026Q3' } })
  expect(said.title).toBe('关于2026年第三季度台账整改情况的通报')
  expect(Object.fromEntries(said.figures.map(({ id, value }) => [id, value]))).toEqual({
    'as-of': '2026年9月8日',
    due: '2',
    closed: '0',
    overdue: '0',
    open: '3',
    units: '2',
  })
  expect(said.figures[0]).toMatchObject({
    query: 'ledger.quarterCounts',
    source: { kind: 'ledger', at: expect.stringMatching(/^2026-09-08T/) as string },
  })
  expect(said.filled[1]).toMatchObject({ text: expect.stringContaining('到期的台账条目2条，已销号0条') as string })
  const book = await trial.as('officer').call('bulletins.xlsx', { params: { unit: said.unit, id: said.id } })
  const read = await readBook(book.bytes)
  const sheets = read.ok ? read.value : []
  expect(sheets.map((sheet) => sheet.sheet)).toEqual(['数字', expect.stringContaining('台账整改情况') as string])
  expect(sheets[0]?.rows[0]?.cells.slice(0, 3)).toEqual(['截至日期', '2026年9月8日', '台账按季统计'])
  expect(sheets[1]?.rows).toHaveLength(2)
  expect((await call('outsider', 'draftLedger', { body: { id: randomUUID(), unit: '990101001', quarter: '2026Q3' } })).code).toBe(102)
})

test('a correction takes its figures anew from the record behind them, the old ones and their number beside; words alone cannot', async () => {
  const drafted = await call('officer', 'draftLedger', { body: { id: randomUUID(), unit: '990101001', quarter: '2026Q3' } })
  const old = { unit: drafted.unit, id: drafted.id }
  const { number } = await publish(old, '晨台')
  const body = { id: randomUUID(), unit: '990101001', subject: '990101001002', problem: '台账漏登。', sourceKind: 'remark', days: 5 }
  expect((await trial.as('officer').call('ledger.assign', { body })).status).toBe(200)
  const said = await call('officer', 'correct', { params: old, body: { id: randomUUID(), anew: true } })
  expect(said).toMatchObject({ corrects: old.id, title: `关于更正${number ?? ''}通报的通报`, state: 'draft' })
  const value = (id: string) => said.figures.find((figure) => figure.id === id)
  expect([value('due')?.value, value('old-due')?.value]).toEqual(['3', '2'])
  expect(value('old-due')).toMatchObject({ label: `到期条目（${number ?? ''}）`, source: drafted.figures[0]?.source })
  expect(value('due')?.source.digest).not.toBe(value('old-due')?.source.digest)
  expect(said.filled).toContainEqual(
    expect.objectContaining({ caption: '表中更正对照', rows: expect.arrayContaining([[expect.any(String), '到期', '1', '2']]) as unknown }),
  )
  // The published one has not moved.
  expect((await call('officer', 'get', { params: old })).figures).toEqual(drafted.figures)
  const typed = await draft('officer')
  await publish(typed, '晨台')
  expect((await call('officer', 'correct', { params: typed, body: { id: randomUUID(), anew: true } })).code).toBe(5011)
})
