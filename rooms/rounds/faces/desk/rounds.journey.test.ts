// In a real browser: an officer who has never been here plans a round, fixes its rules, gives out seats, opens, presents,
// freezes, reveals, publishes and closes; judges and tellers act from their own devices. Without a finding of axe on the way,
// in Chinese, and again in English and large text.

import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sound } from '#ground/trial/axe.ts'
import { cast } from '#ground/trial/cast.ts'
import type { Caller } from '#ground/trial/caller.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { deviceOf, openSeat } from '../../trial.ts'

const trial = useTrial()
let browser: Browser
let context: BrowserContext
let page: Page
/** Where the round is, once it is planned. */
let where = { unit: '', id: '' }
const devices = new Map<string, Caller>()

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  // axe brings script of its own, which the pages' policy would refuse.
  context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN', bypassCSP: true, reducedMotion: 'reduce' })
  await context.clock.setFixedTime(trial.clock.now())
  await context.addCookies([{ name: 'lx-session', value: cast.officer.token, url: trial.url }])
  page = await context.newPage()
})

afterAll(() => browser.close())

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })

/** Opens the dialog of an act, fills what it asks, and does it. */
async function act(name: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown> = async () => {}): Promise<void> {
  await button(name).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Opens a part of the page and waits until it stands there. */
async function step(name: string, heading = name): Promise<void> {
  await page.getByRole('navigation', { name: '本轮的步骤' }).getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name: heading, level: 2, exact: true }).waitFor()
}

test('an empty list says what will stand there; a round is planned', async () => {
  await page.goto(`${trial.url}/desk/rounds`)
  await page.getByText('这里将列出本单位召集的各轮亮赛比。').waitFor()
  await sound(page, 'empty list')
  await button('拟定一轮').click()
  await expect.poll(() => page.getByLabel(/^名称/).inputValue()).toBe('2026年第三季度亮赛比')
  await page.getByLabel(/^名称/).fill('第三季度亮赛比')
  await page.getByLabel(/^举行日期/).fill('2026-09-10')
  await page.getByLabel(/^本季主题/).fill('宜业兴业星')
  await sound(page, 'plan')
  await button('拟定本轮').click()
  await page.getByRole('heading', { name: '第三季度亮赛比', level: 1 }).waitFor()
  const [, unit = '', id = ''] = /rounds\/(\d+)\/([0-9a-f-]+)/.exec(page.url()) ?? []
  where = { unit, id }
})

test('units are picked below the street and put in order', async () => {
  await button('全部参加').click()
  await page.getByText('参加的 2 个单位，按此顺序').waitFor()
  await page.getByRole('button', { name: '和风社区前移' }).click()
  await sound(page, 'units')
  await button('确定参加单位').click()
  await page.getByText('核对并固定规则').waitFor()
  const { rows } = await trial.owner.query('select name, number from round_units order by number')
  expect(rows).toEqual([
    { name: '和风社区', number: 1 },
    { name: '朝霞社区', number: 2 },
  ])
})

test('rules say at once where they are wrong, and are fixed only when they hold', async () => {
  await step('规则', '评委组')
  await page.getByLabel('权重 班子成员').fill('0.5')
  await page.getByText('权重合计 1.1，应为 1').waitFor()
  await expect.poll(() => button('保存规则').isDisabled()).toBe(true)
  await sound(page, 'rules with a fault')
  await page.getByLabel('权重 班子成员').fill('0.4')
  await page.getByLabel(/^先进，总分不低于/).fill('85')
  await button('保存规则').click()
  await act('固定并公布规则')
  await page.getByText('规则已固定并公布。').waitFor()
  await sound(page, 'rules fixed')
})

test('seats: a panel by number, a list with own units, a link as QR, cards to print', async () => {
  await page.getByRole('navigation', { name: '本轮的步骤' }).getByRole('link', { name: '席位', exact: true }).click()
  await act('增加席位', async (dialog) => {
    await dialog.getByLabel(/^人数/).fill('2')
    await sound(page, 'add seats')
  })
  await page.getByRole('cell', { name: '班子成员' }).first().waitFor()
  await act('增加席位', async (dialog) => {
    await dialog.getByText('按名单', { exact: true }).click()
    await dialog.getByRole('textbox', { name: /^名单/ }).fill('演示·评委丙,朝霞社区')
  })
  await page.getByText('1 个单位').waitFor()
  await button('补齐计票人、监票人和大屏').click()
  await page.getByRole('button', { name: '大屏1' }).waitFor()
  await page.getByRole('button', { name: '评委1', exact: true }).click()
  await act('生成链接')
  await page.getByRole('img', { name: '评委1的二维码' }).waitFor()
  await expect.poll(() => page.getByLabel('地址').inputValue()).toMatch(/\/pocket\/open#.{20}/)
  await sound(page, 'seat')

  const tokens: { seat: string; token: string }[] = []
  await page.route(/seats\/[0-9a-f-]+\/invite$/, async (route) => {
    const response = await route.fetch()
    const seat = /seats\/([0-9a-f-]+)/.exec(route.request().url())?.[1] ?? ''
    tokens.push({ seat, token: ((await response.json()) as { token: string }).token })
    await route.fulfill({ response })
  })
  await button('打印全部二维码').click()
  await act('生成 6 席的二维码')
  await page.getByText('已生成 6 / 6').waitFor()
  await expect.poll(() => page.locator('.rounds-card').count()).toBe(6)
  await sound(page, 'cards')
  for (const { seat, token } of tokens) devices.set(seat, trial.withSeat(deviceOf(await openSeat(trial, token))))
  expect(devices.size).toBe(6)

  await page.goto(`${trial.url}/desk/rounds/${where.unit}/${where.id}/sheets`)
  await page.getByText('共 3 页', { exact: true }).waitFor()
  await expect.poll(() => page.locator('.rounds-paper .lx-qr').count()).toBe(5)
  await sound(page, 'sheets')
})

test('the board says what is missing; an order is drawn by two persons; the round begins', async () => {
  await page.goto(`${trial.url}/desk/rounds/${where.unit}/${where.id}`)
  await page.getByRole('heading', { name: '就绪板' }).waitFor()
  await act('封存一次抽签', async (dialog) => {
    await dialog.getByLabel(/^随机来源/).fill('9月9日福彩3D开奖号码')
    await sound(page, 'seal')
  })
  await act('录入数值', (dialog) => dialog.getByLabel(/^9月9日/).fill('3 8 1'))
  await page.getByText('一人已录入，待第二人').waitFor()
  const { rows } = await trial.owner.query<{ id: string }>('select id from round_draws')
  const params = { ...where, draw: rows[0]?.id ?? '' }
  expect((await trial.as('countyAdmin').call('rounds.enterDraw', { params, body: { values: ['3 8 1'] } })).status).toBe(200)
  await page.getByText('已抽出', { exact: true }).waitFor()
  await sound(page, 'ready')
  await act('宣布开始')
  await page.getByText('请单位上场，收齐评分表后封存').waitFor()
})

async function scoreAll(): Promise<void> {
  for (const [seat, caller] of devices) {
    type Mine = {
      seat: { kind: string; recused: string[] }
      round: { parts: { subject: string }[]; rules: { sheets: Record<string, { id: string; max: string }[]> } }
    }
    const { body } = await caller.call<Mine>('rounds.mySeat')
    if (body.seat.kind !== 'judge') continue
    const sheets = body.round.parts
      .filter(({ subject }) => !body.seat.recused.includes(subject))
      .flatMap(({ subject }) =>
        Object.entries(body.round.rules.sheets).map(([component, criteria]) => ({
          subject,
          component,
          revision: 1,
          note: '',
          points: Object.fromEntries(
            criteria.map(({ id, max }) => [id, String(Math.floor(Number(max) * (subject.endsWith('1') ? 0.95 : 0.7)))]),
          ),
        })),
      )
    expect((await caller.call('rounds.score', { body: { seat, sheets } })).status).toBe(200)
  }
}

test('units come on, a remark is taken down, sheets arrive by themselves, and scoring is frozen', async () => {
  await page.getByRole('button', { name: /^请下一个/ }).click()
  await page.getByText('正在场上').waitFor()
  await button('开始计时').click()
  await button('暂停').waitFor()
  await page.getByRole('button', { name: /^请下一个/ }).click()
  await page.getByText('各单位都已上场。').waitFor()
  await page.getByRole('textbox', { name: /^内容/ }).fill('背街小巷整治不彻底')
  await button('记下').click()
  await page.getByRole('listitem').filter({ hasText: '背街小巷整治不彻底' }).waitFor()
  await page.getByText('已齐 0 / 5').waitFor()
  await sound(page, 'live')
  await scoreAll()
  await page.getByText('已齐 5 / 5').waitFor()
  await step('封存')
  await sound(page, 'freeze')
  await act('封存评分')
  await page.getByText('评分已封存。').waitFor()
})

async function countAndSign(): Promise<void> {
  type Seats = { seats: { id: string; kind: string }[] }
  const { seats } = (await trial.as('officer').call<Seats>('rounds.seats', { params: where })).body
  const find = (kind: string) => {
    const seat = seats.find((each) => each.kind === kind)?.id ?? ''
    return { seat, caller: devices.get(seat) ?? trial.as('nobody') }
  }
  const [teller, supervisor] = [find('teller'), find('supervisor')]
  const counted = await teller.caller.call<{ id: string; inputDigest: string }>('rounds.tally', {
    body: { seat: teller.seat, id: randomUUID() },
  })
  expect(counted.status).toBe(200)
  const { id: of, inputDigest } = counted.body
  for (const { seat, caller } of [teller, supervisor])
    expect((await caller.call('rounds.sign', { body: { seat, tally: of, inputDigest } })).status).toBe(200)
}

test('the desk follows the count, then reveals, publishes and closes', async () => {
  await step('计票')
  await page.getByText('等计票人计票').waitFor()
  await expect.poll(() => page.getByRole('link', { name: /打开计票台/ }).getAttribute('href')).toBe('/pocket/count')
  await sound(page, 'count')
  await countAndSign()
  await page.getByText('两人都已签字').waitFor()
  await step('揭晓')
  await sound(page, 'reveal')
  await button('揭晓下一步').click()
  await page.getByRole('cell', { name: '先进' }).waitFor()
  await page.getByText('已全部揭晓').waitFor()
  await step('公布')
  await act('公布结果')
  await page.getByRole('heading', { name: /第 1 次公布/ }).waitFor()
  await sound(page, 'publication')
  await expect.poll(() => page.getByText('和风社区').count()).toBe(0)

  const ask = { id: randomUUID(), unit: where.unit, round: where.id, reason: '想核对环节得分' }
  await trial.as('secretary').call('rounds.askRecount', { params: { subject: '990101001001' }, body: ask })
  await step('办结')
  await page.getByText('还有 1 件复核申请待答复。').waitFor()
  await expect.poll(() => button('本轮办结').isDisabled()).toBe(true)
  await act('答复', (dialog) => dialog.getByLabel(/^答复内容/).fill('经复核，计票无误'))
  await page.getByText('不成立', { exact: true }).waitFor()
  await sound(page, 'close')
  await act('本轮办结')
  await page.getByText('本轮已办结。').waitFor()
  await page.goto(`${trial.url}/desk/rounds?period=2026`)
  await page
    .getByRole('row', { name: /第三季度亮赛比/ })
    .getByText('已办结')
    .waitFor()
  await sound(page, 'list')
})

test('in English and in large text', async () => {
  await context.addCookies([
    { name: 'lx-language', value: 'en', url: trial.url },
    { name: 'lx-text', value: 'large', url: trial.url },
  ])
  const round = `/desk/rounds/${where.unit}/${where.id}`
  const screens = [
    ['/desk/rounds?period=2026', 'Next step'],
    ['/desk/rounds/plan', 'Plan this round'],
    [`${round}?step=plan`, 'Units that take part'],
    [`${round}?step=rules`, 'The rules are fixed and published.'],
    [`${round}?step=seats`, 'Every judge, teller, supervisor and big screen has a seat.'],
    [`${round}?step=ready`, 'Every panel has judges'],
    [`${round}?step=live`, 'Which sheets are in'],
    [`${round}?step=publish`, 'Method and coverage'],
    [`${round}?step=close`, 'The round is closed.'],
    [`${round}/sheets`, 'Several units a page'],
  ] as const
  for (const [path, word] of screens) {
    await page.goto(trial.url + path)
    await page.getByText(word).first().waitFor()
    await sound(page, path)
  }
})
