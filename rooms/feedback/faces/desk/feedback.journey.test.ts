// In a real browser: among more than two hundred cases the period, the filters and the search ask the server, the total is
// true, further pages come on demand, and the file holds what the filter finds. Without a finding of axe on the way.

import { readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sound } from '#ground/trial/axe.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'

const trial = useTrial({ settings: { HOME_UNIT: '990101' } })
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  const add = (state: string, text: string, first: string, count: number): Promise<unknown> =>
    trial.owner.query(
      `insert into feedback_cases
         (district, unit, id, code, kind, subject, desk, state, rated, steps, text, contact_bound, filed_at, clock_from, closed_on)
       select '990101', '990101', gen_random_uuid(), md5(random()::text), 'complaint', '990101001', 'county', $1, false, 1, $2 || n, true,
         ($3::date + n % 90)::timestamp at time zone 'Asia/Shanghai', $3::date + n % 90, case when $1 = 'closed' then $3::date + 95 end
       from generate_series(1, $4::int) n`,
      [state, text, first, count],
    )
  await add('closed', '去年办结第', '2025-01-01', 230)
  await add('closed', '今年办结第', '2026-01-01', 130)
  await add('received', '去年未办第', '2025-06-01', 3)
})

afterAll(() => browser.close())

test('a county works through the list of a year', async () => {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'zh-CN',
    bypassCSP: true,
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'lx-session', value: cast.countyAdmin.token, url: trial.url }])
  const page = await context.newPage()
  await page.goto(`${trial.url}/desk/feedback?unit=990101&period=2026`)
  await page.getByText('去年未办第1', { exact: true }).waitFor()
  const counted = (text: string): Promise<void> => page.locator('.lx-bar-end', { hasText: text }).waitFor()
  await counted('133')
  await sound(page, 'list')

  await page.getByRole('button', { name: '继续显示' }).click()
  await page.getByRole('button', { name: '继续显示' }).waitFor({ state: 'detached' })
  await counted('133')

  await page.goto(`${trial.url}/desk/feedback?unit=990101&period=2025&state=closed`)
  await counted('230')
  await page.getByRole('button', { name: '继续显示' }).waitFor()
  await expect.poll(() => page.getByText('去年未办第1', { exact: true }).count()).toBe(0)

  await page.locator('.lx-search input').fill('办结第229')
  await page.getByText('去年办结第229', { exact: true }).waitFor()
  await counted('共 1 ')
  await expect.poll(() => page.getByText('去年办结第1', { exact: true }).count()).toBe(0)
  await sound(page, 'searched')

  await page.goto(`${trial.url}/desk/feedback?unit=990101&period=2025&state=closed`)
  await page.getByRole('button', { name: /^导出/ }).click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV：按当前筛选，不含联系方式' }).click()
  const file = await readFile(await (await waiting).path(), 'utf8')
  const lines = file.trim().split('\n').slice(1)
  expect(lines).toHaveLength(230)
  expect(lines.every((line) => line.includes('去年办结第'))).toBe(true)
  await context.close()
})
