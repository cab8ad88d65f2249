// The whole way of one star in a real browser: the county plans a cycle and is refused until the self-check is registered; a
// secretary sets a target, answers row by row (one row without a connection), submits, mends what came back; each level passes;
// the county publicises; a stranger objects without script and follows the code; the county answers, certifies, warns; a
// stranger verifies the plaque.

import type { Locator, Page } from '@playwright/test'
import { beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing, rowsOfYyxy } from '../../trial-cycle.ts'
import type { Where } from '../../trial-cycle.ts'
import { recordPicture } from '../../trial-picture.ts'
import { registerByScreen } from '../../trial-register.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const dayMs = 86_400_000
const editionTitle = '社区“五星”支部创建标准（示例）'
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  await play.done('countyAdmin', 'standards.install', { body: { unit: '990101', pack: 'sample/five-star/2022-community' } })
})

const pages = new Map<string, Page>()
/** One window a player, opened when first needed. */
async function windowOf(player: PlayerName): Promise<Page> {
  const before = pages.get(player)
  if (before !== undefined) return before
  const { page } = await browsing.open(player, { width: 1440, height: 900 })
  pages.set(player, page)
  return page
}
async function at(player: PlayerName, path: string): Promise<Page> {
  const page = await windowOf(player)
  await page.goto(`${trial.url}${path}`)
  return page
}
const button = (where: Page | Locator, name: string | RegExp): Locator =>
  where.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
/** Opens the verb's dialog, fills it in and takes the step; the dialog closes. */
async function take(page: Page, verb: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await button(page, verb).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await button(dialog, verb).click()
  await dialog.waitFor({ state: 'hidden' })
}
const sound = async (page: Page, where: string): Promise<void> => {
  expect((await seriousFindings(page)).map((one) => `${where}: ${one}`)).toEqual([])
}
async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click()
  await page.locator('.ant-select-dropdown:visible').getByText(option).first().click()
}

let cycle: Where
let candidacy: Where
let panelAddress = ''

/** The sheet as the server has it. */
const sheet = () => play.done('secretary', 'stars.check', { params: { ...candidacy } })
const unanswered = async () => (await sheet())['unanswered']
const patient = { timeout: 20_000 }

test('the county plans a cycle, is refused while the self-check stands in no register, opens it and allots a hard quota', async () => {
  const page = await at('countyAdmin', '/desk/stars/cycles')
  await page.getByText('这里将列出创建周期').waitFor()
  await sound(page, 'no cycles')
  await button(page, '拟定周期').click()
  const form = page.getByRole('region', { name: '拟定周期' })
  await form.getByLabel(/^名称/).fill('2026年度社区“五星”支部创建')
  await choose(page, form.getByLabel(/^标准版本/), editionTitle)
  await button(form, '再加一个阶段').click()
  await form.getByLabel(/^阶段名称/).fill('落实措施')
  await form.getByLabel(/^开始/).fill('2026-07-01')
  await form.getByLabel(/^结束/).fill('2026-12-31')
  await form.getByLabel(/^公示天数/).fill('5')
  await choose(page, form.getByLabel(/^公示按/), '工作日')
  await choose(page, form.getByLabel(/^认定机关/), '县（区）')
  await form.getByLabel(/^抽查比例/).fill('0')
  await form.getByLabel(/^申诉期限/).fill('10')
  await form.getByLabel(/^监督联系方式/).fill('演示县委组织部 000-0000000')
  await sound(page, 'plan')
  await button(form, '拟定周期').click()
  const panel = page.getByRole('region', { name: '2026年度社区“五星”支部创建' })
  await panel.getByText('还没有分配名额').waitFor()
  const id = new URL(page.url()).searchParams.get('open')?.split('.')[1] ?? ''
  cycle = { unit: '990101', id }
  await button(page, '开始周期').click()
  await button(page.getByRole('dialog'), '开始周期').click()
  await page.getByRole('dialog').getByText('自查表还没有登记').waitFor()
  await button(page.getByRole('dialog'), '返回').click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await registerByScreen(page, panel, () => sound(page, 'register the self-check'))
  await take(page, '开始周期')
  await panel.getByText('进行中').waitFor()
  await take(page, '分配名额', async (dialog) => {
    await choose(page, dialog.getByLabel(/^星/), '宜业兴业星')
    await dialog.getByLabel(/^名额数/).fill('1')
  })
  await panel.getByText('宜业兴业星 0/1').waitFor()
  await sound(page, 'cycle')
})

test('the secretary sets a target with the sums before their eyes, begins a star and answers row by row, one without a connection', async () => {
  await recordPicture(trial, 'secretary', home, '秋季招聘会')
  const page = await at('secretary', '/desk/stars/target')
  await page.getByRole('checkbox', { name: /宜业兴业星/ }).check()
  await page.getByRole('checkbox', { name: /平安法治星/ }).check()
  const sums = page.getByRole('region', { name: /目标合计/ })
  await sums.getByText('1 个单位立标，2星 1个，合计 2 星 两边相等').first().waitFor()
  await page.getByLabel('自身优势是什么').fill('商户多，驿站已建。')
  await sound(page, 'target')
  await button(page, '保存目标').click()
  await page.getByText('目标已保存').waitFor()
  await take(page, '申报宜业兴业星', async (dialog) => choose(page, dialog.getByLabel(/^批次/), '第2批'))
  await page.waitForURL(/\/desk\/stars\/check\//)
  candidacy = { unit: home, id: new URL(page.url()).pathname.split('/').at(-1) ?? '' }
  const row = (id: string): Locator => page.locator(`#row-${id}`)
  await row('B1').getByText('按数据').waitFor()
  await sound(page, 'self-check')
  const [last = '', ...others] = rowsOfYyxy.toReversed()
  for (const id of others) await row(id).getByRole('radio', { name: '已达到' }).check()
  await page.getByText('还有 1 条没有填').waitFor()
  await expect.poll(() => button(page, '提交申报').isDisabled()).toBe(true)
  await button(row('YYXY-2'), /引用佐证/).click()
  await button(row('YYXY-2'), '引用：秋季招聘会').click()
  await button(row('YYXY-2'), '撤回引用：秋季招聘会').waitFor()
  await expect.poll(unanswered, patient).toEqual([last])

  await page.context().setOffline(true)
  await row(last).getByRole('radio', { name: '不涉及' }).check()
  await row(last)
    .getByLabel(/为什么不涉及/)
    .fill('本季度没有突发情况')
  await page.getByText('已保存在本机，连上后自动送出').waitFor()
  expect(await unanswered()).toEqual([last])
  // Meanwhile the same row is answered on another device: nothing is written over, and the person chooses.
  const other = { rows: [{ row: last, answer: 'not-yet', reason: '另一台设备写的', revision: 1 }] }
  expect((await trial.as('secretary').call('stars.keepRows', { params: { ...candidacy }, body: other })).status).toBe(200)
  await page.context().setOffline(false)
  await row(last).getByText('另一台设备已改过这一条').waitFor()
  await row(last).getByText('另一台设备写的').first().waitFor()
  await button(row(last), '用本机的').click()
  await expect
    .poll(async () => (await sheet())['rows'], patient)
    .toContainEqual(expect.objectContaining({ row: last, answer: 'not-applicable', reason: '本季度没有突发情况' }))
  await expect.poll(unanswered, patient).toEqual([])
  await page.getByText('可以提交审核').waitFor()
  await take(page, '提交申报')
  await page.getByText('待乡镇初审').first().waitFor()
})

test('the township returns one row; the secretary sees which and why, mends it, and the township sees what changed', async () => {
  const page = await at('officer', '/desk/stars/queue')
  await button(page, '朝霞社区').click()
  const panel = page.getByRole('region', { name: '朝霞社区 · 宜业兴业星' })
  await panel.getByText('秋季招聘会').waitFor()
  await panel.getByText('第 1 件，共 1 件').waitFor()
  await panel.getByText('第2批').waitFor()
  panelAddress = `/desk/stars/queue?mine=no&open=${candidacy.unit}.${candidacy.id}`
  await sound(page, 'panel')
  await take(page, '退回修改', async (dialog) => {
    await choose(page, dialog.getByLabel(/^条目/), /^YYXY-3/)
    await dialog.getByLabel(/^原因/).fill('走访记录只到八月')
    await dialog.getByLabel(/^改到哪一天/).fill('2026-09-20')
  })
  await panel.getByText('退回修改').first().waitFor()

  const own = await at('secretary', '/desk')
  await own.getByRole('link', { name: '星级申报退回待修改', exact: true }).waitFor()
  await own.goto(`${trial.url}${panelAddress}`)
  await own.getByText('走访记录只到八月').first().waitFor()
  await button(own, '填写自查').click()
  const row = own.locator('#row-YYXY-3')
  await row.getByText('退回原因：走访记录只到八月').waitFor()
  await own.getByText('改到 2026-09-20').waitFor()
  await row.getByRole('radio', { name: '尚未达到' }).check()
  await row.getByLabel(/^说明/).fill('九月走访已补记')
  await expect.poll(async () => JSON.stringify((await sheet())['rows']), patient).toContain('九月走访已补记')
  await take(own, '提交申报')
  await own.getByText('待乡镇初审').first().waitFor()

  await panel.getByText('与上次提交相比，有 1 条变动').waitFor()
  await panel.getByText('上次：已达到').waitFor()
  await take(page, '审核通过', async (dialog) => dialog.getByLabel(/^意见/).fill('材料齐全'))
  await panel.getByText('待专班审核').first().waitFor()
})

test('the office passes with a conclusion, the county in joint review, and the list is publicised', async () => {
  const office = await at('reviewer', '/desk/stars/queue')
  await button(office, '朝霞社区').click()
  await take(office, '审核通过', async (dialog) => {
    await dialog.getByRole('radiogroup', { name: '审核结论 YYXY-4' }).getByText('达到', { exact: true }).click()
  })
  await office.getByRole('region', { name: '朝霞社区 · 宜业兴业星' }).getByText('待县级联审').first().waitFor()
  const county = await at('countyAdmin', '/desk/stars/joint')
  await county.getByText('未达标').waitFor()
  await sound(county, 'joint review')
  await county.getByRole('checkbox').nth(1).check()
  await take(county, '选中的全部通过')
  await county.getByText('这里将列出等待县级联审的单位').waitFor()
  await at('countyAdmin', '/desk/stars/publicity')
  await county.getByRole('checkbox').nth(1).check()
  await sound(county, 'publicity')
  await play.fullEmployment()
  await take(county, '公示选中的')
  await county.getByText('这里将列出联审通过的星').waitFor()
})

let code = ''

test('a stranger without script reads the publicity, objects, and follows the code; the county answers', async () => {
  const { page, faults } = await browsing.open('nobody', { script: false })
  await page.goto(`${trial.url}/stars`)
  await page.getByText('还有 7 天（含今天）').waitFor()
  await page.getByText('监督联系方式：演示县委组织部 000-0000000').waitFor()
  await page.getByRole('link', { name: '提异议' }).click()
  await page.getByRole('link', { name: '对朝霞社区的宜业兴业星提异议' }).click()
  await page.getByLabel('有什么不同意见').fill('上月还有投诉没有处理')
  await page.getByRole('button', { name: '提交异议' }).click()
  code = await page.locator('.code').innerText()
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  await page.locator('.qr').waitFor()
  await page.getByRole('link', { name: '看办理情况' }).click()
  await page.getByText('待答复').waitFor()

  const county = await at('countyAdmin', '/desk/stars/publicity')
  await button(county.getByRole('region', { name: '收到的异议' }), '朝霞社区').click()
  await take(county, '答复异议', async (dialog) => dialog.getByRole('textbox', { name: /^答复/ }).fill('已核实，该投诉八月办结'))
  await county.getByText('未支持').first().waitFor()

  await page.reload()
  await page.getByText('已核实，该投诉八月办结').waitFor()
  expect(faults).toEqual([])
})

test('certification is refused with its hindrances in words, goes through after the term, and the plaque tells the truth', async () => {
  const county = await at('countyAdmin', panelAddress)
  await county.getByText('公示到 2026-09-14，还没有期满').waitFor()
  await sound(county, 'to certify')
  await button(county, '认定').click()
  await button(county.getByRole('dialog'), '认定').click()
  await county.getByRole('dialog').getByText('还不能认定', { exact: true }).waitFor()
  trial.clock.advance(7 * dayMs)
  await at('countyAdmin', '/desk/stars/publicity')
  await county.getByRole('region', { name: '公示中，期满后认定' }).getByRole('checkbox').nth(1).check()
  await take(county, '认定选中的', async (dialog) => dialog.getByLabel(/^文号/).fill('演组〔2026〕18号'))
  await at('countyAdmin', panelAddress)
  await county.getByRole('region', { name: '朝霞社区 · 宜业兴业星' }).getByText('已认定').first().waitFor()

  await at('countyAdmin', '/desk/stars/honours')
  await button(county, '朝霞社区').click()
  const link = county.getByRole('link', { name: /\/plaque\// })
  const plaque = (await link.innerText()).split('/').at(-1) ?? ''
  await sound(county, 'honours')
  await take(county, '提醒', async (dialog) => {
    await dialog.getByLabel(/^依据/).fill('底线B1接近预警')
    await dialog.getByLabel(/^文号/).fill('演组〔2026〕19号')
  })
  await county.getByText('已提醒').first().waitFor()

  const { page } = await browsing.open('nobody', { script: false })
  await page.goto(`${trial.url}/stars`)
  await page.getByLabel('牌匾编号').fill(plaque.toLowerCase())
  await page.getByRole('button', { name: '核验' }).click()
  await page.getByText('朝霞社区的宜业兴业星现在有效。').waitFor()
  await expect.poll(() => page.getByText('提醒').count()).toBe(0)
})

test('the board of the county and the wall chart stand in English and in large text without a finding', async () => {
  const { page } = await browsing.open('countyAdmin', { language: 'en', large: true, width: 1440 })
  for (const path of ['/desk/stars', '/desk/stars/wall', '/desk/stars/queue?mine=no', '/desk/stars/honours', '/desk/stars/cycles']) {
    await page.goto(`${trial.url}${path}`)
    await page.getByText('晨光街道').or(page.getByText('朝霞社区')).or(page.getByText('演示县')).first().waitFor()
    await sound(page, path)
  }
})

test('in the list J and K, and the buttons of the panel, lead from one candidacy to the next', async () => {
  for (const star of ['PAFZ', 'ZBGY']) await play.begin(cycle, star)
  const page = await at('secretary', '/desk/stars/queue?mine=no')
  const panel = page.locator('.lx-panel')
  await button(page.getByRole('region', { name: '申报列表' }), '朝霞社区')
    .first()
    .click()
  await panel.getByText('第 1 件，共 3 件').waitFor()
  await page.keyboard.press('j')
  await panel.getByText('第 2 件，共 3 件').waitFor()
  await button(panel, '下一件').click()
  await panel.getByText('第 3 件，共 3 件').waitFor()
  await expect.poll(() => button(panel, '下一件').isDisabled()).toBe(true)
  await page.keyboard.press('k')
  await panel.getByText('第 2 件，共 3 件').waitFor()
})
