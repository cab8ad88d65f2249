// The map of the board, in a real browser: outlines where the packs have them, cells inside where not, each a button.

import { beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '../../../trial-cycle.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const plan = { strengths: '', met: '', gaps: '', goal: '', measures: '' }

beforeAll(async () => {
  const play = playing(trial)
  await play.seat()
  const cycle = await play.open()
  const body = { cycle: cycle.id, quarter: '2026Q3', stars: ['YYXY', 'PAFZ'], plan }
  await play.done('secretary', 'stars.setTarget', { params: { unit: home }, body })
})

test('a county is drawn with its townships as cells; one of them leads down to its communities', async () => {
  const { page } = await browsing.open('countyAdmin', { width: 1440, height: 900 })
  await page.goto(`${trial.url}/desk/stars`)
  await page.getByText('星级分布示意').click()
  const map = page.getByRole('group', { name: '星级分布示意' })
  const town = map.getByRole('button', { name: '晨光街道：立标 2 星，已认定 0 星' })
  await town.waitFor()
  await page.getByText('按立标').click()
  await expect.poll(() => town.getAttribute('class')).toContain('lx-map-2')
  expect((await seriousFindings(page)).map((one) => `map: ${one}`)).toEqual([])
  // By the keyboard, as by the mouse.
  await town.focus()
  await page.keyboard.press('Enter')
  // A township has no outline: a tidy grid of named cells.
  const cell = page.getByRole('list', { name: '星级分布示意' }).getByRole('button', { name: '朝霞社区：立标 2 星，已认定 0 星' })
  await cell.waitFor()
  await cell.click()
  await page.waitForURL(/\/desk\/stars\/queue\?/)
})

test('in English and in large text', async () => {
  const { page } = await browsing.open('countyAdmin', { language: 'en', large: true, width: 1440, height: 900 })
  await page.goto(`${trial.url}/desk/stars`)
  await page.getByText('Stars by place').click()
  await page.getByRole('group', { name: 'Stars by place' }).getByRole('button', { name: '晨光街道: 2 aimed for, 0 certified' }).waitFor()
  await page.getByText('Schematic; not official borders').waitFor()
  expect((await seriousFindings(page)).map((one) => `map: ${one}`)).toEqual([])
})
