// In a real browser: the county installs the sample, copies it, edits its workbook, imports it, compares, issues and prints the
// wall charts; the township adds a criterion, which its secretary reads. Every screen without a finding of axe, also in English
// and in large text.

import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBook } from '#ground/sheets/table.ts'
import { writeWorkbook } from '#ground/sheets/xlsx-book.ts'
import { sound } from '#ground/trial/axe.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'

const trial = useTrial()
let browser: Browser

beforeAll(async () => {
  // An officer of the county drafts; its administrator is the second person, who issues.
  await trial.owner.query("update posts set role = 'county-officer' where id = $1", [cast.reviewer.post])
  browser = await chromium.launch(await launchOptions())
})

afterAll(() => browser.close())

async function pageOf(player: PlayerName, cookies: Readonly<Record<string, string>> = {}): Promise<Page> {
  // axe brings script of its own, which the pages' policy would refuse.
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'zh-CN',
    bypassCSP: true,
    reducedMotion: 'reduce',
  })
  const all = { 'lx-session': cast[player].token, ...cookies }
  await context.addCookies(Object.entries(all).map(([name, value]) => ({ name, value, url: trial.url })))
  return context.newPage()
}

const sample = 'sample/five-star/2022-community'
const mine = 'yanshi/five-star/2027'

/** The downloaded workbook with the words of every rule of a bottom line replaced. */
async function edited(path: string, from: string, to: string): Promise<Buffer> {
  const book = await readBook(readFileSync(path))
  if (!book.ok) throw new Error(book.problem.detail.en)
  const changed = (sheet: string, cells: readonly string[]): string[] =>
    cells.map((cell, index) => (sheet === '底线' && index === 3 ? cell.replace(from, to) : cell))
  return Buffer.from(
    await writeWorkbook(
      book.value.map(({ sheet, header, rows }) => ({ sheet, header, rows: rows.map(({ cells }) => changed(sheet, cells)) })),
    ),
  )
}

test('from a shipped sample to an edition of one’s own, on the wall', async () => {
  const admin = await pageOf('countyAdmin')
  await admin.goto(`${trial.url}/desk/standards`)
  await admin.getByText('还没有标准版本').waitFor()
  await sound(admin, 'empty')
  await admin.getByRole('button', { name: '安装随附标准' }).click()
  await admin.getByRole('menuitem', { name: '社区“五星”支部创建标准（示例）' }).click()
  await admin.getByRole('region', { name: '社区“五星”支部创建标准（示例）' }).waitFor()
  const county = await pageOf('reviewer')
  await county.goto(`${trial.url}/desk/standards?open=${encodeURIComponent(sample)}`)
  const panel = county.getByRole('region', { name: '社区“五星”支部创建标准（示例）' })
  await panel.getByText('5 颗星 · 13 项任务 · 24 条创建标准 · 8 条底线要求').waitFor()
  await panel.getByText('示例（非官方）').waitFor()
  await sound(county, 'panel')

  await panel.getByRole('button', { name: '复制为新版本' }).click()
  const copy = county.getByRole('dialog')
  await copy.getByLabel(/^新版本编号/).fill(mine)
  await copy.getByLabel(/^新版本名称/).fill('演示县社区创建标准（2027）')
  await sound(county, 'copy')
  await copy.getByRole('button', { name: '复制为新版本' }).click()
  const draft = county.getByRole('region', { name: '演示县社区创建标准（2027）' })
  await draft.getByText('草稿', { exact: true }).waitFor()

  await draft.getByRole('button', { name: '导出' }).click()
  const downloading = county.waitForEvent('download')
  await county.getByRole('menuitem', { name: 'XLSX：可编辑的工作簿' }).click()
  const path = await (await downloading).path()
  const choose = async (buffer: Buffer): Promise<void> => {
    await county.getByRole('dialog').locator('input[type=file]').setInputFiles({
      name: '标准.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    })
  }
  await draft.getByRole('button', { name: '导入修改' }).click()
  await choose(await edited(path, 'NO merchant-complaint WITHIN 12 MONTHS', '近 24 个月无 merchant-complain'))
  await county
    .getByRole('dialog')
    .getByText(/没有 merchant-complain。是不是“merchant-complaint”/)
    .waitFor()
  await county
    .getByRole('dialog')
    .getByText(/底线!D\d+/)
    .first()
    .waitFor()
  await choose(await edited(path, 'NO merchant-complaint WITHIN 12 MONTHS', '近 24 个月无 merchant-complaint'))
  await county.getByRole('dialog').getByText('底线要求').waitFor()
  await sound(county, 'import')
  await county.getByRole('dialog').getByRole('button', { name: '导入修改' }).click()
  await county
    .getByRole('dialog')
    .getByText(/导入完成/)
    .first()
    .waitFor()
  await county.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()

  await draft.getByRole('link', { name: '与上一版本比较' }).click()
  await county.getByText('沿用 36 条，修改 1 条，取消 0 条，新增 0 条').waitFor()
  await county.getByText('按新版本写明的对照关系比较').waitFor()
  await county.getByText('没有创建周期采用原版本').waitFor()
  await county.getByRole('button', { name: '一年内没有出现辖区企业、商户投诉社区现象' }).click()
  const differs = county.getByRole('region', { name: '一年内没有出现辖区企业、商户投诉社区现象' })
  await differs.getByText('近 12 个月无 merchant-complaint').waitFor()
  await differs.getByText('近 24 个月无 merchant-complaint').waitFor()
  await sound(county, 'compare')
  await county.getByRole('link', { name: '返回版本列表' }).click()
  await county.getByRole('button', { name: '演示县社区创建标准（2027）' }).click()
  await draft.getByText('要由另一位有发布权限的同志核对后发布').waitFor()
  await expect.poll(() => draft.getByRole('button', { name: '发布', exact: true }).count()).toBe(0)
  await admin.getByRole('button', { name: '演示县社区创建标准（2027）' }).click()
  const second = admin.getByRole('region', { name: '演示县社区创建标准（2027）' })
  await second.getByRole('button', { name: '发布', exact: true }).click()
  await sound(admin, 'issue')
  await admin.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await second.getByText('已发布').waitFor()
  await draft.getByText('已发布').waitFor()

  await draft.getByRole('link', { name: '查看内容' }).click()
  await county.getByText('宜业兴业星', { exact: true }).first().click()
  await county.getByText('近 24 个月没有商户投诉成立').first().waitFor()
  await county.getByRole('button', { name: 'B2', exact: true }).click()
  await county.getByText('任一（B2a：证书 “充分就业社区” 县级以上', { exact: false }).waitFor()
  await sound(county, 'edition')

  await county.getByRole('link', { name: '上墙图表' }).first().click()
  await county.getByRole('table', { name: '宜业兴业星创建标准一览表' }).waitFor()
  await county.getByRole('img', { name: /^宜业兴业星创建流程图：摸清底数.* → .*认定/ }).waitFor()
  await sound(county, 'charts')
  await county.emulateMedia({ media: 'print' })
  await county.getByText(/打印于/).waitFor()
  await expect.poll(() => county.getByRole('button', { name: '打印', exact: true }).isVisible()).toBe(false)
})

const next = 'yanshi/five-star/2028'
const draftOf = (id: string, rest: string): string => `${trial.url}/desk/standards/draft?id=${encodeURIComponent(id)}&${rest}`

test('a draft is edited row by row: the checker speaks beside the field, what is right is saved by itself', async () => {
  const page = await pageOf('reviewer')
  const copied = await trial
    .as('reviewer')
    .call('standards.copy', { body: { unit: '990101', from: mine, id: next, title: '演示县社区创建标准（2028）' } })
  expect(copied.status).toBe(200)
  await page.goto(`${trial.url}/desk/standards?open=${encodeURIComponent(next)}`)
  await page.getByRole('link', { name: '逐条修改' }).click()
  await page.getByText('内容都已保存').waitFor()
  await sound(page, 'stars of a draft')
  await page.getByText('底线', { exact: true }).click()
  await page
    .getByRole('row', { name: /^B1 .*商户/ })
    .getByRole('button', { name: 'B1' })
    .click()
  const row = page.getByRole('region', { name: '底线 B1' })
  await row.getByText('意思是：近 24 个月没有商户投诉成立').waitFor()
  await row.getByLabel('规则', { exact: true }).fill('近 36 个月无 merchant-complain')
  await row.getByRole('alert').getByText('是不是“merchant-complaint”').waitFor()
  await page.getByText('有 1 处不对，改好后自动保存').waitFor()
  await page.getByText('底线（1 处不对）').waitFor()
  await sound(page, 'a fault')
  // What was typed is kept on this device, also when the page is gone.
  await page.reload()
  await row.getByRole('alert').getByText('是不是“merchant-complaint”').waitFor()
  await row.getByLabel('规则', { exact: true }).fill('近 36 个月无 merchant-complaint')
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor()
  const { body } = await trial
    .as('countyAdmin')
    .call<{ pack: { stars: { code: string; bottomLines: { rule: string }[] }[] } }>('standards.get', { query: { id: next } })
  expect(body.pack.stars.find(({ code }) => code === 'YYXY')?.bottomLines[0]?.rule).toBe('近 36 个月无 merchant-complaint')

  await page.getByText('创建标准', { exact: true }).last().click()
  await page.getByRole('button', { name: '加一行' }).click()
  const added = page.getByRole('region', { name: '创建标准' })
  await added.getByLabel('编号', { exact: true }).fill('XFHX-9')
  await added.getByLabel('内容', { exact: true }).fill('每月一次邻里议事')
  await added.getByText('规则怎么写').click()
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor()
  await page.getByRole('button', { name: 'XFHX-9' }).waitFor()
  await sound(page, 'a new criterion')
  // A bottom line follows its star; a criterion that differs is said to have changed, in one tap.
  await page.getByRole('button', { name: 'YYXY-2', exact: true }).click()
  await page.getByRole('region', { name: '创建标准 YYXY-2' }).getByLabel('规则', { exact: true }).fill('job-fairs ≥ 3 场')
  await page.getByText('对照', { exact: true }).click()
  await page.getByRole('button', { name: '按内容核对对照' }).click()
  await page.getByRole('row', { name: /^YYXY-2 .*有修改/ }).waitFor()
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor()
  await sound(page, 'mapping')
  await page.getByRole('link', { name: '与上一版本比较' }).click()
  await page.getByText('沿用 35 条，修改 2 条，取消 0 条，新增 1 条').waitFor()
})

test('what another wrote meanwhile is never overwritten: one chooses', async () => {
  const [mineTyped, theirs] = [await pageOf('reviewer'), await pageOf('countyAdmin')]
  const place = draftOf(next, 'sheet=stages&open=0')
  await mineTyped.goto(place)
  await theirs.goto(place)
  const field = (page: Page) => page.getByRole('region', { name: /^阶段/ }).getByLabel('工作', { exact: true })
  await field(theirs).waitFor()
  // A fault keeps it on this device while the other one saves.
  await mineTyped.getByRole('region', { name: /^阶段/ }).getByLabel('开始', { exact: true }).fill('13-01')
  await mineTyped.getByText('有 1 处不对').waitFor()
  await field(theirs).fill('示例：县里另写的工作')
  await theirs.getByText(/^已保存 \d\d:\d\d$/).waitFor()
  await mineTyped.getByRole('region', { name: /^阶段/ }).getByLabel('开始', { exact: true }).fill('01-02')
  await mineTyped.getByText('打开之后，别处又改了这份草稿').waitFor()
  await sound(mineTyped, 'moved')
  await mineTyped.getByRole('button', { name: '用别处改的' }).click()
  await expect.poll(() => field(mineTyped).inputValue()).toBe('示例：县里另写的工作')
  await mineTyped.getByText('内容都已保存').waitFor()
})

test('the editor in English and in large text; an issued edition has none', async () => {
  const page = await pageOf('reviewer', { 'lx-language': 'en', 'lx-text': 'large' })
  await page.goto(draftOf(next, 'sheet=criteria&star=YYXY&open=7'))
  await page.getByText('Everything is saved').waitFor()
  await page.getByRole('region', { name: /^Criteria YYXY-/ }).waitFor()
  await sound(page, 'editor, English, large')
  await page.goto(draftOf(mine, ''))
  await page.getByText('This edition cannot be edited').waitFor()
})

test('a township adds a criterion; its secretary reads it, in English and in large text, and can change nothing', async () => {
  const officer = await pageOf('officer')
  await officer.goto(`${trial.url}/desk/standards/edition?id=${encodeURIComponent(sample)}&star=YYXY`)
  await officer.getByRole('button', { name: '加严' }).click()
  const dialog = officer.getByRole('dialog')
  await dialog.getByLabel(/^标准编号/).fill('CG-1')
  await dialog.getByLabel(/^内容/).fill('每季度走访商户')
  await sound(officer, 'add')
  await dialog.getByRole('button', { name: '加严' }).click()
  await officer.getByText('每季度走访商户').waitFor()

  const own = await pageOf('secretary')
  await own.goto(`${trial.url}/desk/standards/edition?id=${encodeURIComponent(sample)}&star=YYXY`)
  await own.getByRole('button', { name: '试评', exact: true }).click()
  await own.getByText('没有商户投诉成立，底线 B1 满足', { exact: false }).waitFor()
  await own.getByText(/朝霞社区，截至 .*：0 颗星成立/).waitFor()
  await sound(own, 'try-out')

  const secretary = await pageOf('secretary', { 'lx-language': 'en', 'lx-text': 'large' })
  await secretary.goto(`${trial.url}/desk/standards/edition?id=${encodeURIComponent(sample)}&star=YYXY`)
  await secretary.getByText('每季度走访商户').waitFor()
  await secretary.getByText('In one year no complaint of a business or merchant against the community').first().waitFor()
  await secretary.getByText('no case of “complaint of a merchant” upheld in the last 12 months').first().waitFor()
  await expect.poll(() => secretary.getByRole('button', { name: 'Add a criterion' }).count()).toBe(0)
  await sound(secretary, 'English, large')
  await secretary.getByText('Lead office: Human Resources and Social Security Bureau').waitFor()
  await secretary.getByText('Task force: Task force for Good for Work and Business').waitFor()
  await secretary.goto(`${trial.url}/desk/standards/charts?id=${encodeURIComponent(sample)}&star=YYXY`)
  await secretary.getByRole('img', { name: /Take stock; see what the standards ask .* → .*certification/i }).waitFor()
  await secretary.getByText('Set up the organisation, take stock, draw up the plan').waitFor()
  await sound(secretary, 'charts, English, large')
  await secretary.goto(`${trial.url}/desk/standards?open=${encodeURIComponent(sample)}`)
  await secretary.getByRole('link', { name: 'See what it asks' }).waitFor()
  await expect.poll(() => secretary.getByRole('button', { name: /^(Copy into|Issue$|Retire$|Import)/ }).count()).toBe(0)
  await sound(secretary, 'list, English, large')
})
