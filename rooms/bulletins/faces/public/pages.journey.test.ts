// The public pages of bulletins in a real browser without script, and as a reader without account gets them: axe finds nothing in
// both languages and in large text, nothing scrolls sideways, and nothing that is not open is told.

import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { soundForAll } from '#ground/trial/axe.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { pictured, written } from '../../trial-bulletins.ts'
import type { Where } from '../../trial-bulletins.ts'

const trial = useTrial()
let browser: Browser
let open: Where
let inside: Where
let correction: Where

const done = async (by: PlayerName, verb: string, input: object): Promise<Where> => {
  const { body, status } = await trial.as(by).call<Where>(`bulletins.${verb}`, input)
  expect(status, JSON.stringify(body)).toBe(200)
  return { unit: body.unit, id: body.id }
}

async function published(more: object, from?: Where): Promise<Where> {
  const params = from ?? (await done('officer', 'draft', { body: { id: randomUUID(), unit: '990101001', ...written, ...more } }))
  await done('countyAdmin', 'signOff', { params })
  return done('officer', 'publish', { params, body: { prefix: '晨街办' } })
}

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  const entry = { id: randomUUID(), unit: '990101001', subject: '990101001001', problem: '公示栏没有更新。', sourceKind: 'remark', days: 5 }
  await trial.as('officer').call('ledger.assign', { body: entry })
  const drafted = await trial
    .as('officer')
    .call<Where & { blocks: object[] }>('bulletins.draftLedger', { body: { id: randomUUID(), unit: '990101001', quarter: '2026Q3' } })
  const params = { unit: drafted.body.unit, id: drafted.body.id }
  const text = { ...written, title: '关于台账整改情况的通报', blocks: drafted.body.blocks, audience: 'public', attachments: ['四个清单'] }
  await done('officer', 'revise', { params, body: text })
  const item = await pictured(trial, 'officer', '990101001', '示例：服务点')
  await done('officer', 'addPicture', { params, body: { id: randomUUID(), item, caption: '图1 服务点（示例）', confirmed: true } })
  open = await published({}, params)
  inside = await published({ title: '关于内部事项的通报' })
  correction = await published({}, await done('officer', 'correct', { params: open, body: { id: randomUUID() } }))
}, 120_000)

afterAll(() => browser.close())

const get = async (path: string): Promise<{ status: number; html: string }> => {
  const response = await trial.as('nobody').fetch(path)
  return { status: response.status, html: await response.text() }
}
const pathOf = ({ unit, id }: Where): string => `/bulletins/${unit}/${id}`

test('the list shows what is open and nothing else', async () => {
  const { html } = await get('/bulletins')
  expect(html).toContain(pathOf(open))
  expect(html).toContain(pathOf(correction))
  expect(html).not.toContain(inside.id)
  expect(html).not.toContain('内部事项')
  expect((await get('/bulletins?below=990102')).html).toContain('还没有公开的通报')
})

test('a figure stands with its source, moment and digest; a correction and what it corrects name each other', async () => {
  const { html, status } = await get(pathOf(open))
  expect(status).toBe(200)
  expect(html).toMatch(/到期条目<\/th><td>1<\/td><td>台账按季统计<\/td><td>2026-09-08 \d\d:\d\d<\/td><td><code>[0-9a-f]{16}</)
  expect(html).toContain('已由 晨街办〔2026〕3号 更正')
  expect((await get(pathOf(correction))).html).toContain('本通报更正 晨街办〔2026〕1号')
})

test('what is not open is not there, whatever the address', async () => {
  for (const path of [pathOf(inside), `/bulletins/990101001/${randomUUID()}`, '/bulletins/990101001/x', '/bulletins/1/2']) {
    const { status, html } = await get(path)
    expect(status, path).toBe(404)
    expect(html).not.toContain('内部事项')
  }
})

const views = [
  { name: 'Chinese', cookies: {}, width: 1100 },
  { name: 'English on a phone', cookies: { 'lx-language': 'en' }, width: 360 },
  { name: 'large text on a phone', cookies: { 'lx-text': 'large' }, width: 360 },
] as const

test.each(views)('$name: axe finds nothing, nothing scrolls sideways, the picture is there', async ({ cookies, width }) => {
  // axe itself needs script; the pages bring none, and their policy would refuse axe.
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN', bypassCSP: true })
  await context.addCookies(Object.entries(cookies).map(([cookie, value]) => ({ name: cookie, value, url: trial.url })))
  const page = await context.newPage()
  for (const path of ['/bulletins', pathOf(open), pathOf(correction), pathOf(inside)]) {
    await page.goto(trial.url + path)
    await soundForAll(page, path)
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth'), { message: path }).toBeLessThanOrEqual(width)
  }
  await page.goto(trial.url + pathOf(open))
  const picture = page.locator('main figure > img')
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(400)
  await context.close()
})
