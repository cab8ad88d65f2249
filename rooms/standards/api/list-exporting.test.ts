// Lists of the standards as files, in the reader's language.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const sample = 'sample/five-star/2022-community'
const mine = 'county/five-star/2027'

beforeAll(async () => {
  const post = { unit: '990101' }
  for (const [endpoint, body] of [
    ['install', { ...post, pack: sample }],
    ['copy', { ...post, from: sample, id: mine, title: '示例标准（2027）' }],
  ] as const)
    expect((await trial.as('countyAdmin').call(`standards.${endpoint}`, { body })).status).toBe(200)
  const criterion = { id: 'CG-1', text: '示例：每季度走访商户', textEn: 'Sample: merchants are visited every quarter', kind: 'reviewed' }
  const body = { id: randomUUID(), unit: '990101001', edition: sample, star: 'YYXY', from: '2026-10-01', criterion }
  expect((await trial.as('officer').call('standards.add', { body })).status).toBe(200)
})

const file = async (by: PlayerName, endpoint: string, query: object = {}, language: 'zh' | 'en' = 'zh'): Promise<string> => {
  const answer = await trial.as(by).call<string>(`standards.${endpoint}`, { query: { format: 'csv', ...query }, language })
  expect(answer.status).toBe(200)
  return answer.body
}

test('the list of editions goes out as it is seen: drafts only where they are written', async () => {
  const own = await file('countyAdmin', 'exportList')
  expect(own).toContain(mine)
  expect(own).toContain('草稿')
  expect(await file('secretary', 'exportList')).not.toContain(mine)
  expect(await file('countyAdmin', 'exportList', {}, 'en')).toContain('Five stars for communities (sample)')
})

test('a comparison goes out with what was beside what is', async () => {
  const text = await file('countyAdmin', 'exportCompare', { before: sample, after: mine })
  expect(text).toContain('沿用')
  expect((await trial.as('countyAdmin').call('standards.exportCompare', { query: { before: mine, after: mine } })).status).toBe(422)
})

test('what a township adds goes out at the township and above, in English where it is written', async () => {
  expect(await file('officer', 'exportAdditions', { id: sample })).toContain('示例：每季度走访商户')
  expect(await file('countyAdmin', 'exportAdditions', { id: sample }, 'en')).toContain('merchants are visited every quarter')
  expect(await file('outsider', 'exportAdditions', { id: sample })).not.toContain('CG-1')
})
