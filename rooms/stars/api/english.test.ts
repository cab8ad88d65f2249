// A reader of English reads the edition's English wherever it has any: lists, the sheet, the phone, the public; and the screen
// decides, not what the account was told once.

import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
let play: ReturnType<typeof playing>
let cycle: Where
let at: Where

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  cycle = await play.open()
  at = await play.submitted(cycle)
})

const chinese = /[\u4e00-\u9fff]/

test('names of stars and texts of rows are English for who reads English, Chinese for who reads Chinese', async () => {
  const sheet = (language: 'zh' | 'en') =>
    play.done('secretary', 'stars.check', { params: { ...at }, language }) as unknown as Promise<{
      starName: string
      rows: { text: string }[]
    }>
  const [zh, en] = [await sheet('zh'), await sheet('en')]
  expect(zh.starName).toBe('宜业兴业星')
  expect(en.starName).not.toMatch(chinese)
  expect(zh.rows[0]?.text).toMatch(chinese)
  expect(en.rows.filter((row) => chinese.test(row.text))).toEqual([])

  const review = await play.done('officer', 'stars.reviewSheet', { params: { ...at }, language: 'en' })
  expect(review['starName']).toBe(en.starName)
  const hand = await play.done('secretary', 'stars.onHand', { language: 'en' })
  expect((hand['rows'] as { starName: string }[])[0]?.starName).toBe(en.starName)
  const board = await play.done('countyAdmin', 'stars.board', { params: { ...cycle }, language: 'en' })
  expect((board['stars'] as { name: string }[]).map((star) => star.name)).toContain(en.starName)
  const aims = await play.done('nobody', 'stars.aims', { params: { ...cycle }, language: 'en' })
  expect((aims['stars'] as { name: string }[]).map((star) => star.name)).toContain(en.starName)
  expect((await play.done('officer', 'stars.candidacy', { params: { ...at }, language: 'en' }))['asked']).toMatchObject([
    { text: en.rows[0]?.text },
    ...(en.rows.slice(1).map(({ text }) => ({ text })) as object[]),
  ])
  expect(home).toBe(at.unit)
})

test('a cycle is called by its English name where the county gave it one; stages and offices by those of the edition', async () => {
  const read = (language: 'zh' | 'en') => play.done('countyAdmin', 'stars.cycle', { params: { ...cycle }, language })
  const before = await read('en')
  expect(before).toMatchObject({ name: '2026年度社区“五星”支部创建', stageNames: ['Carry out measures'] })
  expect(Object.values(before['officeNames'] as object).filter((name) => chinese.test(String(name)))).toEqual([])
  expect((before['stars'] as { lead: string }[]).filter(({ lead }) => chinese.test(lead))).toEqual([])
  const { calendar, parameters, offices } = before
  const typed = { calendar: [...(calendar as object[]), { id: 'own', name: '县里自定', from: '2026-10-01', to: '2026-10-31' }], parameters }
  const body = {
    ...typed,
    offices: { ...(offices as object), PAFZ: '县创建办' },
    nameEn: 'Five stars for communities, 2026',
    reason: '示例',
  }
  await play.done('countyAdmin', 'stars.amend', { params: { ...cycle }, body })
  // What the county typed in Chinese stands where the edition does not know it.
  expect(await read('en')).toMatchObject({
    name: 'Five stars for communities, 2026',
    names: { zh: '2026年度社区“五星”支部创建', en: 'Five stars for communities, 2026' },
    calendar: [{ name: '落实措施' }, { name: '县里自定' }],
    stageNames: ['Carry out measures', '县里自定'],
    officeNames: { YYXY: 'Human Resources and Social Security Bureau', PAFZ: '县创建办' },
  })
  expect(await read('zh')).toMatchObject({ name: '2026年度社区“五星”支部创建', stageNames: ['落实措施', '县里自定'] })
  // An amendment that says nothing of it leaves it.
  await play.done('countyAdmin', 'stars.amend', { params: { ...cycle }, body: { ...typed, offices, reason: '示例' } })
  const list = async (who: 'countyAdmin' | 'nobody', endpoint: string, language: 'zh' | 'en') =>
    ((await play.done(who, `stars.${endpoint}`, { query: {}, language }))['rows'] as { id: string; name: string }[]).find(
      ({ id }) => id === cycle.id,
    )?.name
  for (const [who, endpoint] of [
    ['countyAdmin', 'cycles'],
    ['nobody', 'announced'],
  ] as const) {
    expect(await list(who, endpoint, 'en')).toBe('Five stars for communities, 2026')
    expect(await list(who, endpoint, 'zh')).toBe('2026年度社区“五星”支部创建')
  }
  const hand = await play.done('secretary', 'stars.onHand', { language: 'en' })
  expect((hand['rows'] as { cycleName: string }[])[0]?.cycleName).toBe('Five stars for communities, 2026')
  const file = await trial.as('countyAdmin').call<string>('stars.exportCycles', { query: { format: 'csv' }, language: 'en' })
  expect(file.body).toContain('Five stars for communities, 2026')
  expect(file.body).toContain('Carry out measures 2026-07-01')
  expect(file.body).toContain('Human Resources and Social Security Bureau')
})

test('a star that an older cycle named in Chinese only is shown as it stands', async () => {
  await trial.owner.query(
    `update star_cycles set stars = (select jsonb_agg(star - 'nameEn') from jsonb_array_elements(stars) star) where id = $1`,
    [cycle.id],
  )
  const shown = await play.done('countyAdmin', 'stars.cycle', { params: { ...cycle }, language: 'en' })
  expect((shown['stars'] as { name: string }[]).map((star) => star.name)).toContain('宜业兴业星')
})

test('the language of the screen is answered, whatever the account was told once', async () => {
  await play.call('secretary', 'people.setLanguage', { body: { language: 'en' } })
  const said = async (language?: 'zh' | 'en') =>
    (await play.done('secretary', 'stars.check', { params: { ...at }, ...(language === undefined ? {} : { language }) }))['starName']
  expect(await said('zh')).toBe('宜业兴业星')
  expect(await said()).not.toMatch(chinese)
})
