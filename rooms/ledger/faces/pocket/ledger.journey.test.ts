// The ledger on the phone, without a line: accepted, reported with pictures of before and after, the browser killed, answers lost;
// everything arrives once, and a second person closes out on the spot. And what was decided without a line while somebody else
// dealt with the entry is shown beside how it stands, to be chosen.

import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { openLine } from '#ground/trial/line.ts'
import { loseAnswers, openPhoneProcess } from '#ground/trial/misfortune.ts'
import { scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#rooms/evidence/trial-worker.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
useWorker(trial)
const shots = process.env['SHOTS']
const phoneSize = { width: 360, height: 740 }

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}

const where = { unit: '990101001', id: '' }
async function assign(problem: string, more: object = {}): Promise<typeof where> {
  const id = randomUUID()
  const body = { id, unit: where.unit, subject: '990101001001', problem, sourceKind: 'inspection', days: 5, ...more }
  expect((await trial.as('officer').call('ledger.assign', { body })).status).toBe(200)
  return { unit: where.unit, id }
}
const take = async (by: PlayerName, verb: string, params: object, body: object): Promise<void> => {
  const answer = await trial.as(by).call(`ledger.${verb}`, { params, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}
const picture = async (seed: number) => ({ name: `${seed}.jpg`, mimeType: 'image/jpeg', buffer: await scenePicture(seed) })
const stepsOf = async (id: string): Promise<string[]> =>
  (await trial.owner.query<{ verb: string }>('select verb from ledger_steps where entry = $1 order by seq', [id])).rows.map(
    ({ verb }) => verb,
  )
const citedFor = async (id: string): Promise<{ phase: string; count: number }[]> =>
  (
    await trial.owner.query<{ phase: string; count: number }>(
      `select i.phase, count(*)::int as count from evidence_citations c join evidence_items i on i.district = c.district and i.id = c.item
        where c.target = $1 and c.withdrawn_at is null group by 1 order by 1`,
      [`entry:${id}`],
    )
  ).rows
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('without a line, killed, answers lost: everything arrives once, and a second person closes out', { timeout: 240_000 }, async () => {
  const problem = '2 号楼楼道堆放杂物。'
  const entry = await assign(problem, { measure: '清理并张贴提示。', responsible: '社区副书记', supervisor: '街道党建办' })
  const late = await assign('公示栏三个月没有更新。', { days: 1 })
  trial.clock.advance(3 * 86_400_000)
  const line = await openLine(trial.url)
  const phone = await openPhoneProcess()
  const start = async () => {
    const context = await phone.start()
    await context.addCookies([{ name: 'lx-session', value: cast.secretary.token, url: line.url, httpOnly: true }])
    return context
  }
  try {
    const first = await (await start()).newPage()
    await first.goto(`${line.url}/pocket/ledger`)
    await first.getByRole('heading', { name: '■ 已逾期（1）' }).waitFor()
    await first.getByRole('heading', { name: '待接收（1）' }).waitFor()
    await first.locator('.foot').getByText('可离线', { exact: true }).waitFor()
    await shot(first, 'zh-list')
    // What happened comes along unasked, for when there is no line.
    await first.getByRole('button', { name: problem }).click()
    await first.getByText('经过（1 步）').waitFor()
    expect(await seriousFindings(first), 'entry').toEqual([])
    await shot(first, 'zh-entry')
    await line.cut()
    await first.close()

    const page = await (await start()).newPage()
    await page.goto(`${line.url}/pocket/ledger`)
    await page.getByText('未连接').waitFor()
    await page.getByRole('button', { name: problem }).click()
    await act(page, '接收').click()
    await act(page, '接收，开始整改').click()
    await page.getByText('接收：已保存在本机，连上以后自动送达').waitFor()
    await act(page, '报告整改').click()
    await page.getByLabel('整改情况', { exact: true }).fill('杂物已清走，楼道口已张贴提示。')
    await page.getByLabel('拍或选整改前').setInputFiles([await picture(41)])
    await page.getByLabel('拍或选整改后').setInputFiles([await picture(42), await picture(43)])
    await page.getByText('已保存在本机', { exact: true }).nth(2).waitFor()
    await page.getByLabel('拍或选整改后').setInputFiles([await picture(42)])
    await page.getByText('这张已经附上。').waitFor()
    expect(await seriousFindings(page), 'form').toEqual([])
    await shot(page, 'zh-form')
    await page.getByText('已保存在本机 5').waitFor()
    await phone.kill()

    // Half written when the phone died: it is there as it was, and is sent.
    const again = await (await start()).newPage()
    await again.goto(`${line.url}/pocket/ledger#${entry.id}`)
    await again.getByText('已保存在本机 5').waitFor()
    await expect.poll(() => again.getByLabel('整改情况', { exact: true }).inputValue()).toBe('杂物已清走，楼道口已张贴提示。')
    await again.locator('.tiles img').nth(2).waitFor()
    await act(again, '报告整改').click()
    await again.getByText('报告整改：已保存在本机，连上以后自动送达').waitFor()
    await shot(again, 'zh-waiting')
    expect([await stepsOf(entry.id), await citedFor(entry.id)]).toEqual([['assign'], []])
    // The line is back, but every second answer is lost on its way.
    const lost = await Promise.all(['**/accept', '**/rectify', '**/record', '**/pictures'].map((from) => loseAnswers(again, from)))
    await line.mend()
    await again.getByText('已送达 5').waitFor({ timeout: 90_000 })
    expect(lost.reduce((sum, times) => sum + times(), 0)).toBeGreaterThan(0)
    expect(await stepsOf(entry.id)).toEqual(['assign', 'accept', 'rectify'])
    expect(await citedFor(entry.id)).toEqual([
      { phase: 'after', count: 2 },
      { phase: 'before', count: 1 },
    ])
    await again.getByText('等待晨光街道到现场复核。').waitFor()
    await shot(again, 'zh-arrived')
    expect(await stepsOf(late.id)).toEqual(['assign'])
  } finally {
    await phone.remove()
    await line.cut()
  }

  const { page: second, context, faults } = await browsing.open('officer', phoneSize)
  await second.goto(`${trial.url}/pocket/ledger`)
  await second.getByRole('heading', { name: '待本单位复核（1）' }).waitFor()
  expect(await seriousFindings(second), 'list of who checks').toEqual([])
  await shot(second, 'zh-check-list')
  await second.getByRole('button', { name: problem }).click()
  await second.getByRole('region', { name: '整改后' }).locator('img').nth(1).waitFor()
  await second.getByRole('region', { name: '整改前' }).locator('img').waitFor()
  await shot(second, 'zh-check')
  await act(second, '销号').click()
  await second.getByLabel('复核情况（可不填）').fill('现场看过，已清走。')
  await shot(second, 'zh-close-out')
  await act(second, '销号').click()
  await second.getByText('销号：已送达').waitFor()
  await shot(second, 'zh-closed')
  expect(await stepsOf(entry.id)).toEqual(['assign', 'accept', 'rectify', 'closeOut'])
  expect(faults).toEqual([])
  await context.close()
})

test(
  'what was decided while somebody else dealt with the entry is shown beside how it stands, and chosen',
  { timeout: 120_000 },
  async () => {
    const entry = await assign('消防通道停放车辆。')
    const gone = await assign('与上一条重复。')
    await take('secretary', 'accept', entry, {})
    const line = await openLine(trial.url)
    const { page, context } = await browsing.open('secretary', phoneSize)
    try {
      await context.addCookies([{ name: 'lx-session', value: cast.secretary.token, url: line.url, httpOnly: true }])
      await page.goto(`${line.url}/pocket/ledger`)
      await page.getByRole('button', { name: '消防通道停放车辆。' }).click()
      await page.getByText('经过（2 步）').waitFor()
      await line.cut()
      await act(page, '报告整改').click()
      await page.getByLabel('整改情况', { exact: true }).fill('已劝离并划线。')
      await act(page, '报告整改').click()
      await page.getByRole('button', { name: '‹ 返回列表' }).click()
      await page.getByRole('button', { name: '与上一条重复。' }).click()
      await act(page, '不予接收').click()
      await page.getByLabel('依据').fill('职责清单第七条。')
      await act(page, '不予接收').click()
      await page.getByText('已保存在本机 2').waitFor()
      // Meanwhile a colleague reported it, the township returned it, and the other one was withdrawn.
      await take('secretary', 'rectify', entry, { report: '已劝离。' })
      await take('officer', 'return', entry, { reason: '没有划线。', days: 5 })
      await take('officer', 'withdraw', gone, { reason: '重复登记。' })
      await line.mend()
      await page.getByText('未收下 2').waitFor({ timeout: 60_000 })
      await page.getByRole('button', { name: '‹ 返回列表' }).click()
      const conflict = page.getByRole('region', { name: '“报告整改”没有收下' })
      await conflict.getByText('没有划线。').waitFor()
      expect(await seriousFindings(page), 'conflict').toEqual([])
      await shot(page, 'zh-conflicts')
      const other = page.getByRole('region', { name: '“不予接收”没有收下' })
      await other.getByText('重复登记。').waitFor()
      await expect.poll(() => other.getByRole('button', { name: '再办“不予接收”' }).count()).toBe(0)
      await other.getByRole('button', { name: '按现在的，不送了' }).click()
      await conflict.getByRole('button', { name: '再办“报告整改”' }).click()
      const report = page.getByLabel('整改情况', { exact: true })
      await expect.poll(() => report.inputValue()).toBe('已劝离并划线。')
      await report.fill('已劝离，消防通道已划线。')
      await act(page, '报告整改').click()
      await page.getByText('报告整改：已送达').waitFor()
      expect(await stepsOf(entry.id)).toEqual(['assign', 'accept', 'rectify', 'return', 'rectify'])
      expect(await stepsOf(gone.id)).toEqual(['assign', 'withdraw'])
      await page.getByText('未收下').waitFor({ state: 'detached' })
    } finally {
      await context.close()
      await line.cut()
    }
  },
)

test('an extension, a return and a refusal on the phone, in English and in large text', { timeout: 120_000 }, async () => {
  const entry = await assign('示例：小广场路灯不亮，夜间出行不便，已有居民多次反映，请尽快查明原因并修复。')
  const { page, context, faults } = await browsing.open('secretary', { ...phoneSize, language: 'en', large: true })
  await page.goto(`${trial.url}/pocket/ledger#${entry.id}`)
  await act(page, 'Accept').click()
  await act(page, 'Accept and begin').click()
  await page.getByText('In rectification').waitFor()
  await act(page, 'Ask for an extension').click()
  await page.getByLabel('Reason').fill('灯具月底到货。')
  await page.getByLabel('Until which day').fill('2026-10-20')
  expect(await seriousFindings(page), 'extension').toEqual([])
  await shot(page, 'en-large-extension')
  await act(page, 'Ask for an extension').click()
  await page.getByText(/asked for until/).waitFor()
  await act(page, 'Report as rectified').click()
  await page.getByLabel('What was done').fill('路灯已修复。')
  await shot(page, 'en-large-report')
  await act(page, 'Report as rectified').click()
  await page.getByText('Report as rectified: arrived').waitFor()
  expect(await seriousFindings(page), 'arrived').toEqual([])
  await shot(page, 'en-large-arrived')
  expect(faults).toEqual([])
  await context.close()
  const officer = await browsing.open('officer', { ...phoneSize, large: true })
  await officer.page.goto(`${trial.url}/pocket/ledger#${entry.id}`)
  await act(officer.page, '退回整改').click()
  await officer.page.getByLabel('哪里不合格').fill('东侧一盏仍不亮。')
  const days = officer.page.getByLabel('新期限（工作日）')
  await days.fill('')
  expect([await days.inputValue(), await act(officer.page, '退回整改').isDisabled()]).toEqual(['', true])
  await days.pressSequentially('3')
  await expect.poll(() => days.inputValue()).toBe('3')
  await shot(officer.page, 'zh-large-return')
  await act(officer.page, '退回整改').click()
  await officer.page.getByText('已送达 1').waitFor()
  expect(await stepsOf(entry.id)).toEqual(['assign', 'accept', 'askExtension', 'rectify', 'return'])
  expect(officer.faults).toEqual([])
})
