// In a real browser: questions are sealed at the desk and entered by two persons; then one press draws a question for the unit
// that is on, the big screen shows it, and the public page has what is needed to draw it again.

import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playRound } from '../../../trial.ts'

const trial = useTrial()
const browser = useBrowser(trial)

test('a question is drawn in the hall with one press, for each unit another', async () => {
  const round = await playRound(trial)
  const { unit, id } = round.where
  const { page, faults } = await browser.open('officer', { width: 1400, height: 900 })
  const hall = await browser.open('nobody', { width: 1280, height: 720 })
  await hall.context.addCookies([{ name: 'lx-seat', value: round.seat('stage').device, url: trial.url }])
  await hall.page.goto(`${trial.url}/stage/round`)

  await page.goto(`${trial.url}/desk/rounds/${unit}/${id}?step=live`)
  await page.getByRole('button', { name: /^请下一个/ }).click()
  const box = page.getByRole('group', { name: '现场抽题' })
  await box.getByText('还没有封存题签。').waitFor()
  await box.getByRole('button', { name: '封存题签' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '放入题库（示例）' }).click()
  await dialog.getByRole('textbox', { name: /^随机来源/ }).fill('当场掷骰子三次的点数')
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '封存题签' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await box.getByText('题签已封存，等两个人各录入一次随机数值。').waitFor()
  await box.getByRole('button', { name: '录入数值' }).click()
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: /^当场掷骰子/ })
    .fill('4 4 6')
  await page.getByRole('dialog').getByRole('button', { name: '录入数值' }).click()
  await box.getByText('题签已有一人录入').waitFor()
  const { rows } = await trial.owner.query<{ id: string; pool: string[] }>('select id, pool from round_draws where round = $1', [id])
  const [sealed] = rows
  const witnessed = await round.ask(round.seat('supervisor'), 'witnessDraw', { draw: sealed?.id, values: ['6 4 4'] })
  expect(witnessed.status).toBe(200)

  await box.getByRole('button', { name: '现场抽一题' }).click()
  await box.getByText('抽出的第 1 题').waitFor()
  const question = (await box.locator('blockquote strong').textContent()) ?? ''
  expect(sealed?.pool).toContain(question)
  await hall.page.getByRole('heading', { name: question, level: 2 }).waitFor()
  await hall.page.locator('[data-scene="unit"]').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(await seriousFindings(hall.page)).toEqual([])

  await page.getByRole('button', { name: /^请下一个/ }).click()
  await hall.page.getByRole('heading', { name: question }).waitFor({ state: 'detached' })
  await box.getByRole('button', { name: '现场抽一题' }).click()
  await box.getByText('抽出的第 2 题').waitFor()
  const next = (await box.locator('blockquote strong').textContent()) ?? ''
  expect(next).not.toBe(question)
  await hall.page.getByRole('heading', { name: next, level: 2 }).waitFor()
  await box.getByRole('button', { name: '再抽一题' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: /理由/ }).fill('与上一单位的题相近')
  await page.getByRole('dialog').getByRole('button', { name: '再抽一题' }).click()
  await box.getByText('再抽的理由：与上一单位的题相近').waitFor()
  expect(faults).toEqual([])

  const anybody = await browser.open('nobody')
  await anybody.page.goto(`${trial.url}/rounds/${unit}/${id}/draws`)
  const table = anybody.page.getByRole('table')
  await table.getByText(question).waitFor()
  await expect.poll(() => table.getByRole('row').count()).toBe(4)
  expect(await seriousFindings(anybody.page)).toEqual([])
})
