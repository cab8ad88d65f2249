// By desk as on the phone: a finding whose answer was lost is one finding, though the page was left and opened again.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const browsing = useBrowser(trial)

test('recorded by desk, its answer lost and the page left, it is there once', { timeout: 120_000 }, async () => {
  const id = randomUUID()
  const params = { unit: '990101001', id }
  const days = { from: '2026-09-08', to: '2026-09-30' }
  const about = { title: '9 月社区日常督查', basis: '街道 2026 年督查计划', minutes: 20, checklist: 'community-daily' }
  const plan = { id, unit: params.unit, subjects: ['990101001001'], ...days, ...about }
  expect((await trial.as('officer').call('inspections.plan', { body: plan })).status).toBe(200)
  for (const verb of ['file', 'open']) expect((await trial.as('officer').call(`inspections.${verb}`, { params })).status).toBe(200)
  const rows = async () => (await trial.owner.query<{ item: string; note: string }>('select item, note from inspection_findings')).rows

  const { page } = await browsing.open('officer')
  let lost = 0
  await page.route('**/record', async (route) => {
    await route.fetch()
    lost += 1
    await route.abort()
  })
  const open = async () => {
    await page.goto(`${trial.url}/desk/inspections?open=${params.unit}.${id}`)
    const panel = page.getByRole('region', { name: '督查', exact: true })
    const unit = panel.locator('details', { hasText: '朝霞社区' })
    // Open already where something was seen.
    if (!(await unit.evaluate((one) => (one as HTMLDetailsElement).open))) await unit.locator('summary').click()
    await panel.getByRole('button', { name: '登记所见' }).click()
    return page.getByRole('dialog')
  }
  const first = await open()
  await first.getByRole('textbox', { name: /^日期/ }).fill('2026-09-08')
  await first.getByLabel(/^在哪里、差什么/).fill('值班表已上墙。')
  await first.getByRole('button', { name: '登记所见' }).click()
  await expect.poll(() => lost, { timeout: 20_000 }).toBeGreaterThan(0)
  await page.unroute('**/record')
  expect(await rows()).toHaveLength(1)

  await page.reload()
  const again = await open()
  await expect.poll(() => again.getByLabel(/^在哪里、差什么/).inputValue()).toBe('值班表已上墙。')
  await again.getByRole('button', { name: '登记所见' }).click()
  await again.waitFor({ state: 'hidden' })
  expect(await rows()).toHaveLength(1)
  // The next one is another.
  const next = await open()
  await next.getByRole('textbox', { name: /^日期/ }).fill('2026-09-08')
  await next.getByRole('button', { name: '登记所见' }).click()
  await next.waitFor({ state: 'hidden' })
  expect(await rows()).toHaveLength(2)
})
