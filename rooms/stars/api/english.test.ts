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
