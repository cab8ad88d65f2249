// A whole round in real browsers: one desk, one stage, a tellers' table, and ten judges' phones, of which seven meet with a
// misfortune and one stands on plain http in a chat program. What the judges saw arrive is what was published, once each.

import { createHash, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '#ground/operations/verify.ts'
import { startSealer } from '#ground/postgres/sealer.ts'
import type { Sealer } from '#ground/postgres/sealer.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { runCommand } from '#ground/trial/command.ts'
import { openLine } from '#ground/trial/line.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { secondTally } from '../../core/second-tally.ts'
import type { TallyInput, TallyOutput } from '../../core/tally-shapes.ts'
import { enter, hallName, score, seatJudges, seenArrived } from '../../trial-phones.ts'
import type { Judge } from '../../trial-phones.ts'
import { street } from '../../trial.ts'

const trial = useTrial()
const browser = useBrowser(trial, [`--host-resolver-rules=MAP ${hallName} 127.0.0.1`])
const names = ['朝霞', '和风', '安宁', '康乐', '锦绣', '新苑', '望江', '槐荫', '滨河', '长青', '福源'].map((name) => `${name}社区`)
const codeOf = (name: string): string => `${street}${String(names.indexOf(name) + 1).padStart(3, '0')}`
const maxima = [20, 30, 20, 15, 10, 5]

beforeAll(async () => {
  for (const name of names.slice(2)) {
    const body = { code: codeOf(name), name, effective: '2026-01-01', document: '演政文〔2025〕9号', reason: '新设社区' }
    expect((await trial.as('countyAdmin').call('units.create', { body })).status).toBe(200)
  }
})

let sealer: Sealer
const ends: (() => Promise<unknown>)[] = [() => sealer.close()]
beforeAll(() => {
  const { database, hub } = trial.instance
  const fail = (error: Error): void => expect.unreachable(error.message)
  sealer = startSealer({ url: () => database.urlOf('liangxing_sealer'), hub, clock: trial.clock, onError: fail })
})
afterAll(async () => {
  for (const end of ends) await end()
})

interface Seat {
  readonly id: string
  readonly label: string
  readonly token: string
}
let desk: Page
let where = { unit: street, id: '' }
const judges: Judge[] = []
const seats = new Map<string, Seat>()
let stage: Page
let stageSeen: () => Promise<string[]>
/** Every byte that came to the big screen, and as many of them as came before the reveal. */
let wire = ''
let hidden = ''

const step = (name: string) => desk.getByRole('navigation', { name: '本轮的步骤' }).getByRole('link', { name, exact: true }).click()
const button = (name: string) => desk.getByRole('button', { name, exact: true })
/** Opens the dialog of an act, fills what it asks, and does it. */
async function act(name: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown> = async () => {}): Promise<void> {
  await button(name).first().click()
  const dialog = desk.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
async function decide<T>(verb: string, body: unknown, params: object = {}): Promise<T> {
  const answer = await trial.as('officer').call<T>(`rounds.${verb}`, { params: { ...where, ...params }, body })
  expect(answer.status, verb).toBe(200)
  return answer.body
}
/** Notes every heading of the first level that is ever on the page, from now on. */
async function noteHeadings(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    const look = (): void => {
      for (const { textContent } of document.querySelectorAll('h1')) if (seen.at(-1) !== textContent) seen.push(textContent)
    }
    look()
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(globalThis, { seenHeadings: seen })
  })
  return () => page.evaluate(() => (globalThis as unknown as { seenHeadings: string[] }).seenHeadings)
}

const tokenOf = (label: string): string => seats.get(label)?.token ?? ''

test('an officer plans the round, fixes its rules, gives out seats and begins', async () => {
  desk = (await browser.open('officer', { width: 1400, height: 900 })).page
  await desk.goto(`${trial.url}/desk/rounds`)
  await button('拟定一轮').click()
  await desk.getByLabel(/^名称/).fill('第三季度亮赛比')
  await desk.getByLabel(/^举行日期/).fill('2026-09-10')
  await button('拟定本轮').click()
  await desk.getByRole('heading', { name: '第三季度亮赛比', level: 1 }).waitFor()
  where = { unit: street, id: /rounds\/\d+\/([0-9a-f-]+)/.exec(desk.url())?.[1] ?? '' }
  await button('全部参加').click()
  await desk.getByText('参加的 11 个单位，按此顺序').waitFor()
  await button('确定参加单位').click()
  await step('规则')
  await act('固定并公布规则')
  const panels = [...Array.from({ length: 7 }, () => 'leaders'), 'offices', 'offices', 'secretaries']
  const wanted = [
    ...panels.map((panel) => ({ kind: 'judge', panel })),
    ...['teller', 'supervisor', 'stage'].map((kind) => ({ kind, panel: null })),
  ].map((seat) => ({ ...seat, id: randomUUID(), holder: '演示·席位', person: null, home: null }))
  const added = await decide<{ seats: { id: string; label: string }[] }>('addSeats', { seats: wanted })
  for (const { id, label } of added.seats) {
    const { token } = await decide<{ token: string }>('inviteSeat', undefined, { seat: id })
    seats.set(label, { id, label, token })
  }
  await step('就绪')
  await act('宣布开始')
  await step('进行')
  await button(`请下一个：${names[0]}`).waitFor()
})

test('ten judges score eleven units, whatever befalls their phones', { timeout: 300_000 }, async () => {
  const line = await openLine(trial.url, (bytes) => (wire += bytes.toString('latin1')))
  ends.push(() => line.cut())
  stage = (await browser.open('nobody', { width: 1280, height: 720 })).page
  await enter(stage, line.url, tokenOf('大屏1'))
  await stage.locator('[data-scene="idle"]').waitFor()
  stageSeen = await noteHeadings(stage)
  const token = (number: number): string => tokenOf(`评委${number}`)
  judges.push(...(await seatJudges({ browser, url: trial.url, units: names, token, ends })))
  for (const name of names) {
    await button(`请下一个：${name}`).click()
    await stage.getByRole('heading', { level: 1, name }).waitFor()
    await Promise.all(judges.map((judge) => score(judge, name, maxima)))
  }
  for (const judge of judges) await judge.end()
  for (const judge of judges) {
    const sums = [...judge.typed].map(([name, values]) => `${name} ${values.reduce((sum, value) => sum + Number(value), 0)}`)
    expect(await seenArrived(judge), `评委${judge.number}`).toEqual(sums)
  }
  expect((await stageSeen()).filter((heading) => names.includes(heading))).toEqual(names)
})

test('the round is frozen, counted, signed twice, revealed and published', async () => {
  await desk.getByText('已齐 110 / 110').waitFor()
  await step('封存')
  await act('封存评分')
  const [teller, supervisor] = [(await browser.open('nobody')).page, (await browser.open('nobody')).page]
  await enter(teller, trial.url, tokenOf('计票人1'))
  await enter(supervisor, trial.url, tokenOf('监票人1'))
  const result = (page: Page) => page.locator('.tabs').getByRole('button', { name: '结果', exact: true }).click()
  await Promise.all([result(teller), result(supervisor)])
  await teller.getByRole('button', { name: '计票', exact: true }).click()
  await teller.getByRole('button', { name: '核对无误，签字' }).click()
  await supervisor.getByRole('button', { name: '核对无误，签字' }).click()
  await supervisor.getByText('● 已签字').waitFor()
  await step('计票')
  await desk.getByText('两人都已签字').waitFor()
  hidden = wire
  await step('揭晓')
  await desk.getByText(/^名次：/).click()
  await button('揭晓下一步').click()
  await desk.getByText('还有 10 步').waitFor()
  await act('全部揭晓')
  await desk.getByText('已全部揭晓').waitFor()
  await step('公布')
  await act('公布结果', (dialog) => dialog.getByLabel(/^理由/).fill('街道党工委会议决定公布名次'))
  await desk.getByRole('heading', { name: /第 1 次公布/ }).waitFor()
  await stage.locator('[data-scene="board"]').waitFor()
})

test('what was published is what anybody counts from what the judges saw arrive', async () => {
  const exported = await runCommand(trial, ['rounds', 'export', where.id])
  const printed = await runCommand(trial, ['tally', '-'], exported.stdout)
  expect([exported.code, printed.code]).toEqual([0, 0])
  const input = JSON.parse(exported.stdout) as TallyInput
  const result = JSON.parse(printed.stdout) as TallyOutput
  const again = secondTally(input, (text) => createHash('sha256').update(text, 'utf8').digest('hex'))
  expect(again).toEqual(result)
  const criteria = input.sheets['field']?.map(({ id }) => id) ?? []
  const typed = judges.flatMap(({ number, typed: sheets }) =>
    [...sheets].flatMap(([name, values]) => values.map((value, nth) => `${codeOf(name)} 评委${number} field ${criteria[nth]} ${value}`)),
  )
  const counted = input.scores.map(({ unit, judge, component, criterion, points: given }) =>
    [unit, judge, component, criterion, given].join(' '),
  )
  expect(counted).toHaveLength(10 * 11 * 6)
  expect(counted.toSorted()).toEqual(typed.toSorted())

  type Published = {
    publications: { places: { subject: string; rank: number; total: string }[]; inputDigest: string; methodDigest: string }[]
  }
  const { body } = await trial.as('nobody').call<Published>('rounds.published', { params: where })
  const [publication] = body.publications
  expect(publication?.places.map(({ subject, rank, total }) => [subject, rank, total])).toEqual(
    result.results.map(({ unit, rank, total }) => [unit, rank, total]),
  )
  expect([publication?.inputDigest, publication?.methodDigest]).toEqual([result.input.digest, result.method.digest])

  // What the big screen was sent until the reveal holds no score; the same search finds the totals in what came after.
  const figures = result.results.flatMap(({ total, components, panels }) => [
    total,
    ...Object.values(components),
    ...Object.values(panels).flatMap((byPanel) => Object.values(byPanel).filter((one) => one !== null)),
  ])
  const halves = counted.map((line) => `"${line.split(' ').at(-1)}"`).filter((one) => one.includes('.'))
  expect([...figures, ...halves].filter((secret) => hidden.includes(secret))).toEqual([])
  expect(hidden).not.toMatch(/"(points|total|rank|spread|band|scores|deviation)"\s*:/)
  expect(hidden).toContain('"verb":"score"')
  for (const { unit, total } of result.results) {
    expect(hidden).toContain(unit)
    expect(wire.slice(hidden.length)).toContain(total)
  }

  await sealer.now()
  expect(await verify({ database: trial.instance.database })).toMatchObject({ ok: true, value: { unsealed: 0 } })
})
