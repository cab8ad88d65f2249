// An inspector's phone without a line: items seen, pictures taken, the page opened again, the browser killed twice and answers
// lost on their way; everything arrives once, and the pictures stand at the finding, at its entry and on the desk.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorker } from '#ground/jobs/worker.ts'
import type { Worker } from '#ground/jobs/worker.ts'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { cast } from '#ground/trial/cast.ts'
import { openLine } from '#ground/trial/line.ts'
import { loseAnswers, openPhoneProcess } from '#ground/trial/misfortune.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const shots = process.env['SHOTS']
const troubles: string[] = []
const where = { unit: '990101001', id: randomUUID() }
let worker: Worker

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

beforeAll(async () => {
  worker = await startWorker(trial.instance, (error) => troubles.push(error.message))
  const plan = { title: '9 月社区日常督查', basis: '街道 2026 年督查计划', minutes: 20, checklist: 'community-daily' }
  const days = { subjects: ['990101001001'], from: '2026-09-08', to: '2026-09-30' }
  await trial.as('officer').call('inspections.plan', { body: { ...where, ...plan, ...days } })
  for (const verb of ['file', 'open'])
    expect((await trial.as('officer').call(`inspections.${verb}`, { params: where })).status, verb).toBe(200)
})
afterAll(async () => {
  await worker.close()
  expect(troubles).toEqual([])
})

const item = (page: Page, name: string) => page.locator('li.criterion', { hasText: name })
const picture = (seed: number) => phonePicture(seed).then((buffer) => ({ name: `${seed}.jpg`, mimeType: 'image/jpeg', buffer }))
const count = async (table: string): Promise<number> =>
  (await trial.owner.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count ?? -1

test('without a line, killed twice, answers lost: everything arrives once', { timeout: 240_000 }, async () => {
  const line = await openLine(trial.url)
  const phone = await openPhoneProcess()
  const start = async () => {
    const context = await phone.start()
    await context.addCookies([{ name: 'lx-session', value: cast.officer.token, url: line.url, httpOnly: true }])
    return context
  }
  try {
    const first = await start()
    const before = await first.newPage()
    await before.goto(`${line.url}/pocket/inspections`)
    await before.getByRole('button', { name: /朝霞社区/ }).waitFor()
    await before.locator('.foot').getByText('可离线', { exact: true }).waitFor()
    await line.cut()
    // Opened again without a line.
    const page = await first.newPage()
    await page.goto(`${line.url}/pocket/inspections`)
    await page.getByRole('button', { name: /朝霞社区/ }).click()
    await item(page, '公示栏按月更新').getByRole('button', { name: '无问题' }).click()
    await item(page, '消防通道畅通').getByRole('button', { name: '有问题' }).click()
    await item(page, '消防通道畅通').getByLabel('在哪里、差什么').fill('2 号楼楼道堆放杂物。')
    await item(page, '消防通道畅通').getByRole('button', { name: '附照片（可不附）' }).click()
    const adding = item(page, '消防通道畅通').getByLabel('拍照或选照片')
    await adding.setInputFiles([await picture(31), await picture(32)])
    await item(page, '消防通道畅通').getByText('已保存在本机', { exact: true }).nth(1).waitFor()
    await adding.setInputFiles([await picture(31)])
    await page.getByText('这张已经附上').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await shot(page, 'zh-phone-pictures')
    // The phone's clock is months ahead of the server's; what it notes counts as seen on the server's day.
    await page.getByText('已保存在本机 4').waitFor()
    await phone.kill()

    const again = await (await start()).newPage()
    await again.goto(`${line.url}/pocket/inspections`)
    await again.getByText('已保存在本机 4').waitFor()
    await again.getByRole('button', { name: /朝霞社区/ }).click()
    await expect.poll(() => item(again, '消防通道畅通').getByLabel('在哪里、差什么').inputValue()).toBe('2 号楼楼道堆放杂物。')
    await item(again, '消防通道畅通').locator('img').nth(1).waitFor()
    await item(again, '消防通道畅通').getByRole('button', { name: '登记并转入台账' }).click()
    await item(again, '公示栏按月更新').getByRole('button', { name: '附照片（可不附）' }).click()
    await item(again, '公示栏按月更新')
      .getByLabel('拍照或选照片')
      .setInputFiles([await picture(33)])
    await again.getByText('已保存在本机 5').waitFor()
    expect([await count('inspection_findings'), await count('evidence_items')]).toEqual([0, 0])
    // The line is back, but every second answer is lost on its way, and the phone dies in the middle.
    await loseAnswers(again, '**/record')
    await loseAnswers(again, '**/pictures')
    await line.mend()
    await expect.poll(() => count('inspection_findings'), { timeout: 60_000 }).toBeGreaterThan(0)
    await phone.kill()

    const last = await (await start()).newPage()
    const lost = await Promise.all(['**/evidence', '**/pictures'].map((from) => loseAnswers(last, from)))
    await last.goto(`${line.url}/pocket/inspections`)
    await last.getByText('已送达 5').waitFor({ timeout: 90_000 })
    expect(lost.reduce((sum, times) => sum + times(), 0)).toBeGreaterThan(0)
    expect([await count('inspection_findings'), await count('evidence_items'), await count('ledger_entries')]).toEqual([2, 3, 1])
    const { rows: days } = await trial.owner.query(`select distinct on_day::text as day from inspection_findings`)
    expect(days).toEqual([{ day: '2026-09-08' }])
    const { rows } = await trial.owner.query<{ target: string; count: number }>(
      `select split_part(target, ':', 1) as target, count(*)::int as count from evidence_citations where withdrawn_at is null group by 1 order by 1`,
    )
    expect(rows).toEqual([
      { target: 'entry', count: 2 },
      { target: 'finding', count: 3 },
    ])
    await last.getByRole('button', { name: /朝霞社区/ }).click()
    await item(last, '消防通道畅通').locator('img').nth(1).waitFor()
    await shot(last, 'zh-phone-pictures-arrived')
  } finally {
    await phone.remove()
    await line.cut()
  }
})

test('the desk shows them at the finding, and the village at the entry', { timeout: 120_000 }, async () => {
  const { page, faults } = await browsing.open('officer')
  await page.goto(`${trial.url}/desk/inspections?open=${where.unit}.${where.id}`)
  await page.getByRole('region', { name: '督查', exact: true }).locator('img').nth(2).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'zh-panel-pictures')
  // The plan was wrong: another one names it and says why.
  await page.getByRole('button', { name: '更正计划' }).click()
  const form = page.getByRole('region', { name: '更正计划' })
  await form.getByRole('button', { name: '去掉朝霞社区' }).waitFor()
  await form.getByLabel(/^名称/).fill('9 月社区督查（更正）')
  await form.getByLabel(/^更正原因/).fill('名称写错。')
  expect(await seriousFindings(page), 'revise').toEqual([])
  await shot(page, 'zh-revise')
  await form.getByRole('button', { name: '更正计划' }).click()
  const panel = page.getByRole('region', { name: '督查', exact: true })
  await panel.getByText('更正自').waitFor()
  await panel.getByText('名称写错。').waitFor()
  await shot(page, 'zh-revised')
  await panel.getByRole('button', { name: '9 月社区日常督查' }).click()
  await panel.getByText('已由它更正').waitFor()
  const { page: secretary } = await browsing.open('secretary')
  await secretary.goto(`${trial.url}/desk/ledger`)
  await secretary.getByRole('button', { name: /2 号楼楼道堆放杂物/ }).click()
  await secretary.getByRole('region', { name: '整改前' }).locator('img').nth(1).waitFor()
  expect(faults).toEqual([])
  const large = await browsing.open('officer', { language: 'en', large: true })
  await large.page.goto(`${trial.url}/desk/inspections?open=${where.unit}.${where.id}`)
  await large.page.getByText('Corrected by').waitFor()
  await large.page.locator('.inspection-pictures img').first().waitFor()
  expect(await seriousFindings(large.page)).toEqual([])
  await shot(large.page, 'en-large-panel-pictures')
})
