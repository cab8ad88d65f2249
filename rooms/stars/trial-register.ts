// A county puts the self-check of its cycle into the register of form demands, as its screens let it: from the cycle's panel to
// the register, where only what the county alone knows is typed, and back.

import type { Locator, Page } from '@playwright/test'
import { expect } from 'vitest'

/** `looked` is called while the form is filled in. */
export async function registerByScreen(page: Page, panel: Locator, looked: () => Promise<void>): Promise<void> {
  await panel.getByRole('button', { name: '登记自查表', exact: true }).click()
  const form = page.getByRole('region', { name: '登记填报事项' })
  expect(await form.getByLabel(/^表名/).inputValue()).toBe('2026年度社区“五星”支部创建自查表')
  expect(await form.getByLabel(/^停止日期/).inputValue()).toBe('2026-12-31')
  await form.getByLabel(/^要表的单位/).fill('演示县委组织部')
  await form.getByLabel(/^依据/).fill('示例：演组〔2026〕1号')
  // The browser's day is not the play's.
  await form.getByLabel(/^开始日期/).fill('2026-09-08')
  await form.getByLabel(/^每填一次/).fill('60')
  await form.getByText(/× 1 次/).waitFor()
  await looked()
  await form.getByRole('button', { name: '登记填报事项', exact: true }).click()
  const registered = page.getByRole('region', { name: '2026年度社区“五星”支部创建自查表' })
  await registered.getByText('只要社区').waitFor()
  await registered.getByText(/^self-check:/).waitFor()
  await page.goBack()
  await panel.getByText('还没有分配名额').waitFor()
}
