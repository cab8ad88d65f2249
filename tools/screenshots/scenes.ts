// The screens that the documentation shows. Public ones first, so that they are seen without a session.

import type { Page } from '@playwright/test'

export interface Scene {
  readonly name: string
  readonly path: string
  /** Signed in as this demo account; scenes with a login stand after those without. */
  readonly login?: string
  /** What is done on the page before the picture. */
  act?(page: Page): Promise<void>
}

/** What was sent before the pictures are taken; all invented. */
export const sentBefore: readonly { readonly kind: string; readonly text: string; readonly unit: string }[] = [
  { kind: 'suggestion', text: '示例：大字版里表格的行距还可以再大一些。', unit: '990101001001' },
  { kind: 'complaint', text: '示例：同一张表这个月要求填了两次。', unit: '990101101201' },
]

async function openFirstRow(page: Page): Promise<void> {
  await page.locator('tbody tr a, tbody tr button').first().click()
  await page.getByRole('complementary').or(page.locator('aside, .lx-panel')).first().waitFor()
}

export const scenes: readonly Scene[] = [
  { name: 'home', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'public-units', path: '/units/990101' },
  { name: 'public-feedback', path: '/feedback' },
  { name: 'desk', path: '/desk', login: 'xianwei' },
  { name: 'units', path: '/desk/units?unit=990101101', login: 'xianwei', act: openFirstRow },
  { name: 'people', path: '/desk/people?unit=990101', login: 'xianwei', act: openFirstRow },
  { name: 'feedback', path: '/desk/feedback?unit=990101', login: 'xianwei', act: openFirstRow },
  { name: 'me', path: '/desk/me', login: 'xianwei' },
]
