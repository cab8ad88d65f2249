// For journeys of this room on a phone: somebody of the cast signed in on it, a row under the thumb, and what has arrived.

import type { BrowserContext, Page } from '@playwright/test'
import { expect } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import type { Trial } from '#ground/trial/trial.ts'
import { trialPassword } from '#rooms/people/trial.ts'
import type { Where } from './trial-cycle.ts'

/** Words in the honest bar. */
export const bar = (page: Page, words: string) => page.locator('.honest').getByText(words)

/** The cookie of a session, for a phone whose browser is a process of its own. */
export const signIn = (context: BrowserContext, url: string, player: PlayerName): Promise<void> =>
  context.addCookies([{ name: 'lx-session', value: cast[player].token, url, httpOnly: true }])

/** From the rows of a star to one of them. */
export async function toRow(page: Page, row: string): Promise<void> {
  if (new URL(page.url()).hash !== '') await page.locator('.back').click()
  await page
    .locator('.star-line')
    .filter({ hasText: new RegExp(`(底线|标准) ${row}(?![\\w-])`) })
    .click()
  await page.locator('.steps').waitFor()
}

/** One tap. */
export const tap = (page: Page, answer: string): Promise<void> => page.locator('.answers').getByLabel(answer, { exact: true }).check()

/** Answers every row that the list shows as open, one after the other. */
export async function tapAll(page: Page, rows: readonly string[]): Promise<void> {
  await toRow(page, rows[0] ?? '')
  for (const [at, row] of rows.entries()) {
    await page.getByRole('heading', { level: 1, name: row }).waitFor()
    await tap(page, '已达到')
    if (at < rows.length - 1) await page.getByRole('button', { name: '下一条' }).click()
  }
  await page.locator('.back').click()
}

/** A photo as a phone's gallery gives it. */
export const addPhoto = (page: Page, buffer: Buffer): Promise<void> =>
  page.locator('.add-photo input').setInputFiles({ name: 'IMG_0012.jpg', mimeType: 'image/jpeg', buffer })

/** What the server has: answers of a self-check, and what is cited for its rows. */
export async function atServer(trial: Trial, at: Where): Promise<{ rows: Record<string, string>; cited: string[]; items: number }> {
  const { rows } = await trial.owner.query<{ row: string; answer: string; reason: string }>(
    'select row, answer, reason from self_check_rows where candidacy = $1 order by row',
    [at.id],
  )
  const cited = await trial.owner.query<{ target: string }>(
    `select target from evidence_citations where target like $1 and withdrawn_at is null order by target`,
    [`candidacy-row:${at.id.replaceAll('-', '')}.%`],
  )
  const items = await trial.owner.query<{ n: number }>('select count(*)::int as n from evidence_items where unit = $1', [at.unit])
  return {
    rows: Object.fromEntries(rows.map(({ row, answer, reason }) => [row, reason === '' ? answer : `${answer} ${reason}`])),
    cited: cited.rows.map(({ target }) => target.slice(target.indexOf('.') + 1)),
    items: items.rows[0]?.n ?? 0,
  }
}

/** How often it was submitted. */
export async function submissionsOf(trial: Trial, at: Where): Promise<number> {
  const { rows } = await trial.owner.query<{ n: number }>('select count(*)::int as n from self_check_submissions where candidacy = $1', [
    at.id,
  ])
  return rows[0]?.n ?? 0
}

/** The page keeps within its width, and nothing that is tapped is smaller than a thumb. */
export async function isThumbable(page: Page, least: number): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  const heights = await page
    .locator('main button, main a, main label:has(input), main summary, main textarea')
    .evaluateAll((all) => all.map((one) => [Number(Reflect.get(one, 'offsetHeight')), one.textContent] as const))
  expect(heights.filter(([height]) => height > 0 && height < least)).toEqual([])
  expect(heights.length).toBeGreaterThan(0)
}

/** Signs in with the form, as one does with a thumb; comes back to the page that asked for it. */
export async function signInByForm(page: Page, player: PlayerName): Promise<void> {
  await page.getByRole('link', { name: '登录后继续' }).click()
  await page.locator('input[name=name]').fill(cast[player].login)
  await page.locator('input[name=password]').fill(trialPassword)
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/pocket\/stars/)
}
