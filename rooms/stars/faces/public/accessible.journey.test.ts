// The public pages of the stars in a real browser: no finding of axe in both languages, in large text and on a phone; nothing
// scrolls sideways, targets are large enough.

import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { home, playing } from '../../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
let browser: Browser
let paths: string[] = []

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  const play = playing(trial)
  await play.seat()
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  const plan = { strengths: '', met: '', gaps: '', goal: '', measures: '' }
  const body = { cycle: cycle.id, quarter: '2026Q3', stars: ['YYXY'], plan }
  await play.done('secretary', 'stars.setTarget', { params: { unit: home }, body })
  const at = await play.publicised(cycle)
  trial.clock.advance(dayMs)
  await play.fullEmployment()
  const honour = await play.take('countyAdmin', 'certify', at)
  const sampled = await play.open({ parameters: { samplingPercent: 100 } })
  const again = await play.agreed(sampled)
  const sample = randomUUID()
  const seal = { sample, below: '990101', sources: ['9月9日福彩3D开奖号码'] }
  await play.done('supervisor', 'stars.sealSample', { params: { ...sampled }, body: seal })
  for (const by of ['supervisor', 'gridWorker'] as const)
    await play.done(by, 'stars.enterSample', { params: { unit: '9901', id: sample }, body: { values: ['3 8 1'] } })
  await play.take('supervisor', 'confirm', again)
  const publicity = randomUUID()
  await play.done('countyAdmin', 'stars.publicise', { params: { ...sampled }, body: { publicity, candidacies: [again] } })
  const text = '上月还有投诉没有处理'
  const objection = { unit: '990101', publicity, candidacy: again.id, text, nonce: 'abcdefghijklmnop1' }
  const { code } = await play.done('nobody', 'stars.object', { body: objection })
  paths = [
    '/stars',
    `/stars/publicity/990101/${publicity}`,
    `/stars/publicity/990101/${at.publicity}`,
    `/stars/object?unit=990101&publicity=${publicity}&candidacy=${again.id}`,
    `/stars/objection/sent?code=${String(code)}`,
    `/stars/objection?code=${String(code)}`,
    '/stars/objection?code=X',
    `/stars/samples/${sampled.id}`,
    `/plaque/${String(honour['plaque'])}`,
    '/plaque/NONE',
    '/plaque',
  ]
}, 120_000)

afterAll(() => browser.close())

const views = [
  { name: 'Chinese', cookies: {}, width: 1100 },
  { name: 'English on a phone', cookies: { 'lx-language': 'en' }, width: 360 },
  { name: 'large text on a phone', cookies: { 'lx-text': 'large' }, width: 360 },
] as const

test.each(views)('$name: axe finds nothing, nothing scrolls sideways, targets are large enough', async ({ cookies, width }) => {
  // axe itself needs script; the pages bring none, and their policy would refuse axe.
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN', bypassCSP: true })
  await context.addCookies(Object.entries(cookies).map(([cookie, value]) => ({ name: cookie, value, url: trial.url })))
  const page = await context.newPage()
  for (const path of paths) {
    await page.goto(trial.url + path)
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect(violations.map((one) => `${path} ${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(width)
    const least = 'lx-text' in cookies ? 60 : 44
    const small = await page
      .locator('header a, footer li a, button, .button, input:not([type=hidden]), summary')
      .evaluateAll((all, limit) => all.filter((one) => one.getBoundingClientRect().height < limit - 0.5).map((one) => one.outerHTML), least)
    expect(small, path).toEqual([])
  }
  await context.close()
})
