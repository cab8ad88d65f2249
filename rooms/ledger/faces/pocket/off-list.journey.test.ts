// What was written on a phone about an entry that is not on its list any more is neither lost nor out of sight: it has a line or a
// card of its own, is gone on with where that is still possible, and leaves the phone when it is sent or given up.

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser, wholeShot } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const phoneSize = { width: 360, height: 740 }

/** An entry that the village has accepted. */
async function rectifying(problem: string): Promise<string> {
  const id = randomUUID()
  const body = { id, unit: '990101001', subject: '990101001001', problem, sourceKind: 'inspection', days: 5 }
  expect((await trial.as('officer').call('ledger.assign', { body })).status).toBe(200)
  expect((await trial.as('secretary').call('ledger.accept', { params: { unit: '990101001', id }, body: {} })).status).toBe(200)
  return id
}
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** How many things that lie on the phone name an entry. */
const about = (page: Page, id: string): Promise<number> =>
  page.evaluate(
    (named) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('lx-ledger')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
        opening.addEventListener('success', () => {
          const asking = opening.result.transaction('values').objectStore('values').getAll()
          asking.addEventListener('success', () => {
            opening.result.close()
            resolve(asking.result.filter((one) => JSON.stringify(one).includes(named)).length)
          })
        })
      }),
    id,
  )

/** Writes half a report of an entry and goes back to the list. */
async function writeHalf(page: Page, id: string, said: string): Promise<void> {
  await page.goto(`${trial.url}/pocket/ledger#${id}`)
  await act(page, '报告整改').click()
  await page.getByLabel('整改情况', { exact: true }).fill(said)
  await page.getByText('已保存在本机 1').waitFor()
  await act(page, '‹ 返回列表').click()
}
const withdrawn = async (id: string): Promise<void> => {
  const call = { params: { unit: '990101001', id }, body: { reason: '重复登记。' } }
  expect((await trial.as('officer').call('ledger.withdraw', call)).status).toBe(200)
}
const offList = (page: Page) => page.getByRole('heading', { name: '不在清单上，本机还有没办完的（1）' })

test(
  'half written on an entry that left the list, it has a line, is shown, and goes when somebody says so',
  { timeout: 120_000 },
  async () => {
    const problem = '宣传栏玻璃破损。'
    const id = await rectifying(problem)
    const { page, context } = await browsing.open('secretary', phoneSize)
    try {
      await writeHalf(page, id, '已量尺寸，等玻璃。')
      await withdrawn(id)
      await offList(page).waitFor()
      expect(await seriousFindings(page), 'list').toEqual([])
      await wholeShot(page, 'zh-off-list')
      const line = page.getByRole('button', { name: problem })
      await line.getByText('写了一半').waitFor()
      await line.click()
      const half = page.getByRole('region', { name: '报告整改：写了一半，没有送' })
      await half.getByText('已量尺寸，等玻璃。').waitFor()
      await half.getByText('这一步现在办不了').waitFor()
      expect(await seriousFindings(page), 'entry').toEqual([])
      await wholeShot(page, 'zh-half-written')
      await half.getByRole('button', { name: '不要这份草稿' }).click()
      await half.getByRole('button', { name: '删除' }).click()
      await page.getByText('已保存在本机 0').waitFor()
      await act(page, '‹ 返回列表').click()
      await offList(page).waitFor({ state: 'detached' })
      await page.reload()
      await expect.poll(() => about(page, id), { timeout: 20_000 }).toBe(0)
    } finally {
      await context.close()
    }
  },
)

test('nor is it lost where the entry itself cannot be opened on the phone', { timeout: 120_000 }, async () => {
  const id = await rectifying('井盖松动。')
  const { page, context } = await browsing.open('secretary', { ...phoneSize, language: 'en', large: true })
  const unseen = { type: 'about:blank', title: 'No such entry', status: 404, detail: 'No such entry.', code: 3800 }
  try {
    await page.route(`**/ledger/990101001/${id}`, (route) =>
      route.fulfill({ status: 404, contentType: 'application/problem+json', body: JSON.stringify(unseen) }),
    )
    await page.goto(`${trial.url}/pocket/ledger#${id}`)
    await act(page, 'Report as rectified').click()
    await page.getByLabel('What was done', { exact: true }).fill('已垫实。')
    await act(page, '‹ Back to the list').click()
    await withdrawn(id)
    const half = page.getByRole('region', { name: 'Report as rectified: half written, not sent' })
    await half.getByText('已垫实。').waitFor()
    await half.getByText('cannot be opened on this phone').waitFor()
    expect(await seriousFindings(page), 'alone').toEqual([])
    await wholeShot(page, 'en-large-alone')
    await half.getByRole('button', { name: 'Throw this draft away' }).click()
    await wholeShot(page, 'en-large-alone-asked')
    await half.getByRole('button', { name: 'Delete' }).click()
    await half.waitFor({ state: 'detached' })
    await page.getByText('On this phone 0').waitFor()
  } finally {
    await context.close()
  }
})

test('on an entry that a longer list leaves out it is gone on with', { timeout: 120_000 }, async () => {
  const id = await rectifying('道路坑洼。')
  const { page, context } = await browsing.open('secretary', phoneSize)
  try {
    await writeHalf(page, id, '已填平。')
    // As if a hundred others were due before it.
    await page.route('**/ledger/on-hand', async (route) => {
      const response = await route.fetch()
      const hand = (await response.json()) as { readonly rows: readonly { readonly id: string }[] }
      await route.fulfill({ response, json: { ...hand, rows: hand.rows.filter((row) => row.id !== id), more: true } })
    })
    await page.reload()
    await offList(page).waitFor()
    await page.getByRole('button', { name: '道路坑洼。' }).click()
    await expect.poll(() => page.getByLabel('整改情况', { exact: true }).inputValue()).toBe('已填平。')
    await act(page, '报告整改').click()
    await page.getByText('报告整改：已送达').waitFor()
    await act(page, '‹ 返回列表').click()
    await page.reload()
    // Sent, nothing of it stays here, however long the list is.
    await expect.poll(() => about(page, id), { timeout: 20_000 }).toBe(0)
  } finally {
    await context.close()
  }
})
