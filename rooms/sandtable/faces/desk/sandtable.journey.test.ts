// The sand table at the desk, in a real browser: down and up by click and by keys, the card, the quarters.

import type { Page } from '@playwright/test'
import { beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { cast } from '#ground/trial/cast.ts'
import { useBrowser, wholeShot } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#ground/trial/worker.ts'
import { home } from '#rooms/stars/trial-cycle.ts'
import { layTable } from '../../trial-table.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
useWorker(trial)

const cardOf = (page: Page, name: string) => page.getByRole('complementary', { name: new RegExp(`^(${name}的卡片|Card of ${name})$`) })
const part = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}[：:]`) })

beforeAll(async () => {
  await layTable(trial, { stars: ['YYXY', 'PAFZ'], second: '北门' })
  // Somebody who looks from the prefecture and reads every room.
  await trial.owner.query("update posts set role = 'supervisor', unit = '9901', district = '9901' where id = $1", [cast.gridWorker.post])
}, 120_000)

test('county, township, community by click; the card shows what each of them has', { timeout: 120_000 }, async () => {
  for (const [name, options] of [
    ['zh', {}],
    ['en', { language: 'en' }],
    ['zh-large', { large: true }],
  ] as const) {
    const { page, faults } = await browsing.open('countyAdmin', { ...options, width: 1440, height: 900 })
    await page.goto(`${trial.url}/desk/sandtable`)
    await cardOf(page, '演示县').getByText('1 个单位作出 1 项承诺').or(page.getByText('1 commitments of 1 units')).waitFor()
    await page.getByText(/示意图，不是法定界线|not official borders/).waitFor()
    await wholeShot(page, `${name}-county`)
    await part(page, '晨光街道').click()
    await part(page, '朝霞社区').click()
    const card = cardOf(page, '朝霞社区')
    await card.getByText('改造背街小巷两条').waitFor()
    await card.getByText('公示栏没有更新。').waitFor()
    const divide = card.getByRole('slider')
    await divide.focus()
    await page.keyboard.press('End')
    expect(
      await card
        .locator('.lx-compare-stack img')
        .nth(1)
        .evaluate((image) => image.style.clipPath),
    ).toBe('inset(0px 0% 0px 0px)')
    await card.getByRole('button', { name: '朝霞社区 北门' }).click()
    await card.getByText('北门').first().waitFor()
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.sand-card img')].every((one) => (one as HTMLImageElement).naturalWidth > 0),
    )
    expect(await seriousFindings(page)).toEqual([])
    await wholeShot(page, `${name}-community`)
    expect(faults).toEqual([])
  }
})

test(
  'a prefecture has sums of commitments and entries, and the latest pairs, on the desk and on the stage',
  { timeout: 120_000 },
  async () => {
    for (const [name, options] of [
      ['zh', {}],
      ['en-large', { language: 'en', large: true }],
    ] as const) {
      const { page, faults } = await browsing.open('gridWorker', { ...options, width: 1440, height: 900 })
      await page.goto(`${trial.url}/desk/sandtable`)
      const card = cardOf(page, '演示市')
      await card.getByText('1 个单位作出 1 项承诺').or(card.getByText('1 commitments of 1 units')).waitFor()
      await card.getByText(/逾期 0 条 · 当季销号 0 条|0 late · 0 closed out/).waitFor()
      await card.getByText(/最近 2 个点位|The latest 2 spots/).waitFor()
      await card.getByRole('button', { name: '朝霞社区 北门' }).click()
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.sand-card img')].every((one) => (one as HTMLImageElement).naturalWidth > 0),
      )
      expect(await seriousFindings(page)).toEqual([])
      await wholeShot(page, `${name}-prefecture`)
      await page.setViewportSize({ width: 1024, height: 768 })
      await page.goto(`${trial.url}/stage/sandtable?unit=9901`)
      await page.getByText(/最近 2 处|latest 2/).waitFor()
      await wholeShot(page, `${name}-prefecture-stage`)
      await page.keyboard.press('PageDown')
      await page.locator('[data-spot="小广场"]').waitFor()
      expect(faults).toEqual([])
    }
  },
)

test('by keys alone: in by Enter, over by arrows, back by Escape and Backspace', async () => {
  const { page, faults } = await browsing.open('countyAdmin', { width: 1440, height: 900 })
  await page.goto(`${trial.url}/desk/sandtable`)
  await part(page, '晨光街道').waitFor()
  await page.keyboard.press('ArrowRight')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-code') ?? null)
  const first = await focused()
  expect(first).toMatch(/^990101\d{3}$/)
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
    await page.keyboard.press(key)
    await expect.poll(() => focused()).toMatch(/^990101\d{3}$/)
  }
  await part(page, '晨光街道').focus()
  await page.keyboard.press('Enter')
  await cardOf(page, '晨光街道').waitFor()
  await expect.poll(focused).toBe(home)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => focused()).toBe('990101001002')
  await page.keyboard.press('Enter')
  await cardOf(page, '和风社区').waitFor()
  await page.keyboard.press('Backspace')
  await cardOf(page, '晨光街道').waitFor()
  await page.keyboard.press('Escape')
  await cardOf(page, '演示县').waitFor()
  expect(faults).toEqual([])
})

test('the quarters change what is shown, and a link keeps them', async () => {
  const { page, faults } = await browsing.open('officer', { width: 1440, height: 900 })
  await page.goto(`${trial.url}/desk/sandtable?unit=${home}`)
  const card = cardOf(page, '朝霞社区')
  await card.getByText('公示栏没有更新。').waitFor()
  const time = page.locator('.sand-time input')
  await time.focus()
  await page.keyboard.press('ArrowLeft')
  await card.getByText('没有未销号的条目。').waitFor()
  await card.getByText('整治中 2026-06-20').waitFor()
  await card.getByText('这个季度没有立标，也没有认定的星。').waitFor()
  expect(page.url()).toContain('quarter=2026Q2')
  await page.reload()
  await card.getByText('整治中 2026-06-20').waitFor()
  await expect.poll(() => card.getByText('整治后 2026-09-05').count()).toBe(0)
  expect(faults).toEqual([])
})

test('an idle page has asked for the quarter beside: turning to it asks nothing', async () => {
  const { page, faults } = await browsing.open('officer', { width: 1440, height: 900 })
  const asked: string[] = []
  page.on('request', (request) => {
    const found = /\/sandtable\/(layer|card)\?.*quarter=2026Q2/.exec(request.url())
    if (found !== null) asked.push(found[1] ?? '')
  })
  const ahead = ['layer', 'card'].map((what) =>
    page.waitForResponse((answer) => new RegExp(`/sandtable/${what}\\?.*quarter=2026Q2`).test(answer.url())),
  )
  await page.goto(`${trial.url}/desk/sandtable?unit=990101001`)
  for (const answer of await Promise.all(ahead)) await answer.finished()
  await page.locator('.sand-time input').focus()
  await page.keyboard.press('ArrowLeft')
  await page.locator('.sand-columns[data-quarter="2026Q2"]').waitFor()
  // The quarter before that one is asked for next; until then nothing else was.
  await page.waitForResponse((answer) => /\/sandtable\/card\?.*quarter=2026Q1/.test(answer.url()))
  expect(asked.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['card', 'layer'])
  expect(faults).toEqual([])
})

test('a secretary sees the own community and no map of others', async () => {
  const { page, faults } = await browsing.open('secretary')
  await page.goto(`${trial.url}/desk/sandtable`)
  await cardOf(page, '朝霞社区').getByText('公示栏没有更新。').waitFor()
  await page.getByText('这个岗位只看本单位。').waitFor()
  expect(faults).toEqual([])
})
