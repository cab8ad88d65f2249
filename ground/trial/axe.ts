// What axe finds on a page. Our pages have no frames of other sites; without the second page that axe opens for those it takes
// half the time.

import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from 'vitest'
import type { Trial } from './trial.ts'

/** Names the nodes of what it finds and of nothing else, which is a third of the work. */
const builder = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })

/** Serious findings of axe on the page as it stands, a line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await builder(page).analyze()
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`))
}

const publicTags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with every finding of axe on the page as it stands; `where` says which page that was. */
export async function sound(page: Page, where: string, tags: readonly string[] = []): Promise<void> {
  const axe = builder(page)
  const { violations } = await (tags.length === 0 ? axe : axe.withTags([...tags])).analyze()
  expect(violations.map((one) => `${where}: ${one.id} ${one.nodes[0]?.html ?? ''}`)).toEqual([])
}

/** The same by the rules for public pages. */
export const soundForAll = (page: Page, where: string): Promise<void> => sound(page, where, publicTags)

const views = [
  { name: 'Chinese', cookies: {}, width: 1100 },
  { name: 'English on a phone', cookies: { 'lx-language': 'en' }, width: 360 },
  { name: 'large text on a phone', cookies: { 'lx-text': 'large' }, width: 360 },
] as const

/** Three tests of public pages: axe finds nothing, nothing scrolls sideways, what is pressed is large enough. */
export function testPublicPages(trial: Trial, given: { browser(): Browser; paths(): readonly string[] }): void {
  test.each(views)('$name: axe finds nothing, nothing scrolls sideways, targets are large enough', async ({ cookies, width }) => {
    // axe itself needs script; the pages bring none, and their policy would refuse axe.
    const context = await given.browser().newContext({ viewport: { width, height: 800 }, locale: 'zh-CN', bypassCSP: true })
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: trial.url })))
    const page = await context.newPage()
    const least = 'lx-text' in cookies ? 60 : 44
    for (const path of given.paths()) {
      await page.goto(trial.url + path)
      await soundForAll(page, path)
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(width)
      const small = await page
        .locator('header a, footer li a, button, .button, input:not([type=hidden], [type=radio]), textarea, label.choice, summary')
        .evaluateAll(
          (all, limit) => all.filter((one) => one.getBoundingClientRect().height < limit - 0.5).map((one) => one.outerHTML),
          least,
        )
      expect(small, path).toEqual([])
    }
    await context.close()
  })
}
