// Photos on a judge's phone: taken without a line, through two kills of the browser, a line that loses answers, a full
// storage; seen by a teller before the reveal, by the convener only after it.

import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { openLine } from '#ground/trial/line.ts'
import { fillStorage, loseAnswers, openPhoneProcess } from '#ground/trial/misfortune.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#ground/trial/worker.ts'
import { withoutLocation } from '#rooms/evidence/core/location.ts'
import { arrivedOf } from '../../trial-arrived.ts'
import { communities, playRound } from '../../trial.ts'
import type { PlayedRound } from '../../trial.ts'
import { bar, openSeatPage, points, seatCookie, toSheet, useJudges } from '../../trial-judges.ts'
import { putPhoto, sending, storedPhotos } from '../../trial-photos.ts'

const trial = useTrial()
useWorker(trial)
const browser = useBrowser(trial)
const judges = useJudges(trial, 4)

const jpeg = (buffer: Buffer, name = 'IMG_0012.jpg') => ({ name, mimeType: 'image/jpeg', buffer })
const add = (page: Page, buffer: Buffer): Promise<void> => page.locator('.add-photo input').setInputFiles(jpeg(buffer))
const tiles = (page: Page, words: string) => page.locator('.photos li').filter({ hasText: words })
const shown = (page: Page, where: string): Promise<boolean[]> =>
  page.locator(where).evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth > 0))

/** Noise does not pack: a picture that travels in several pieces. */
async function largePicture(): Promise<Buffer> {
  const [width, height] = [900, 700]
  const noise = Buffer.alloc(width * height * 3)
  for (let at = 0; at < noise.length; at += 1) noise[at] = (Math.imul(at, 2_654_435_761) >>> 13) & 255
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** A round with one judge whose link is not opened yet. */
async function invitedJudge(): Promise<{ round: PlayedRound; token: string; id: string }> {
  const round = await playRound(trial, { judges: { leaders: 1 }, ballots: 'anonymous' })
  const { id } = round.seat('judge')
  const { token } = (await round.move('inviteSeat', undefined, { seat: id })) as { token: string }
  await round.move('present', { subject: communities[0], component: 'field' })
  return { round, token, id }
}

describe('those who look', () => {
  test('a teller sees a photo with its sheet; the convener and the unit see it after the reveal, and nobody whose it is', async () => {
    const round = await playRound(trial, { judges: { leaders: 3 }, ballots: 'anonymous' })
    const [seat] = [round.seat('judge')]
    const photo = await putPhoto(seat, 31)
    await expect.poll(async () => (await sending(seat, photo).view()).status, { timeout: 20_000 }).toBe(200)
    await round.scoreAll((_judge, unit) => 0.9 - unit * 0.1)
    const teller = await browser.open('nobody', { width: 412, height: 915 })
    await teller.context.addCookies([seatCookie(trial, round.seat('teller'))])
    await teller.page.goto(`${trial.url}/pocket/count`)
    await teller.page.locator('.grid td button').first().click()
    await teller.page.getByText('照片 1 张').waitFor()
    await expect.poll(() => shown(teller.page, '.photos img')).toEqual([true])
    expect(await seriousFindings(teller.page)).toEqual([])
    expect(teller.faults).toEqual([])

    const address = `${trial.url}/desk/rounds/${round.where.unit}/${round.where.id}`
    const desk = await browser.open('officer')
    const pictures = desk.page.locator('.rounds-photos img')
    await round.move('freeze')
    await round.count()
    await round.move('reveal', { form: 'ranks', all: false })
    await desk.page.goto(`${address}?step=reveal`)
    await desk.page.getByText('还有 1 步').waitFor()
    await expect.poll(() => pictures.count()).toBe(0)
    await desk.page.goto(`${trial.url}/desk/evidence`)
    await desk.page.getByRole('heading', { level: 1 }).waitFor()
    await desk.page.waitForLoadState('networkidle')
    await expect.poll(() => desk.page.getByText('现场照片').count()).toBe(0)
    // They appear by themselves on the page that is open when all is revealed.
    await desk.page.goto(`${address}?step=reveal`)
    await desk.page.getByText('还有 1 步').waitFor()
    await round.move('reveal', { form: 'ranks', all: true })
    await pictures.first().waitFor()
    await expect.poll(() => shown(desk.page, '.rounds-photos img')).toEqual([true])
    expect(await desk.page.content()).not.toContain(seat.id)
    expect(await seriousFindings(desk.page)).toEqual([])
    expect(desk.faults).toEqual([])
    const own = await browser.open('secretary')
    await own.page.goto(`${trial.url}/desk/own-rounds`)
    await own.page.getByText('现场照片 1 张').click()
    await expect.poll(() => shown(own.page, '.rounds-photos img')).toEqual([true])
    expect(await seriousFindings(own.page)).toEqual([])
    expect(own.faults).toEqual([])
  })
})

describe('a judge with a camera', () => {
  test('without a line and through two kills of the browser loses no photo, and each arrives once', { timeout: 120_000 }, async () => {
    const { round, token, id } = await invitedJudge()
    const line = await openLine(trial.url)
    const phone = await openPhoneProcess()
    const open = async (address: string): Promise<Page> => {
      const page = await (await phone.start()).newPage()
      await page.goto(address)
      return page
    }
    try {
      const first = await open('about:blank')
      await first.goto(`${line.url}/pocket/open#${token}`)
      await first.getByRole('button', { name: '换到本机' }).click()
      await first.waitForURL(/\/pocket\/seat$/)
      await first.locator('.foot').getByText('可离线').waitFor()
      await line.cut()
      await toSheet(first)
      const [one, two] = [await phonePicture(1), await phonePicture(2)]
      await add(first, one)
      await bar(first, '已保存在本机 1').waitFor()
      await tiles(first, '待送达').waitFor()
      await phone.kill()

      const second = await open(`${line.url}/pocket/seat`)
      await bar(second, '未连接').waitFor()
      await bar(second, '已保存在本机 1').waitFor()
      await toSheet(second)
      await tiles(second, '待送达').waitFor()
      await expect.poll(() => shown(second, '.photos img')).toEqual([true])
      await points(second, 0).fill('17')
      await add(second, two)
      await bar(second, '已保存在本机 3').waitFor()
      await phone.kill()

      const third = await open(`${line.url}/pocket/seat`)
      await bar(third, '已保存在本机 3').waitFor()
      expect(await storedPhotos(trial, round)).toMatchObject({ kept: 0, items: 0 })
      await line.mend()
      await bar(third, '已送达 3').waitFor({ timeout: 60_000 })
      await bar(third, '已保存在本机 0').waitFor()
      await toSheet(third)
      await tiles(third, '已送达').nth(1).waitFor()
      await expect.poll(() => shown(third, '.photos img')).toEqual([true, true])
      expect(await arrivedOf(trial, { id })).toEqual([{ subject: communities[0], points: { pledges: '17' } }])
      expect(await storedPhotos(trial, round)).toEqual({ kept: 2, withdrawn: 0, items: 2, cited: 2, opened: 0, acts: 2 })
      // What left the phone is the picture without its place, and without the phone's name for it.
      const { rows } = await trial.owner.query<{ bytes: number; name: string }>(
        'select bytes, name from evidence_items where gathering = $1 order by bytes',
        [round.where.id],
      )
      const wanted = [one, two].map((picture) => withoutLocation('image/jpeg', picture).length).sort((a, b) => a - b)
      expect(rows).toEqual(wanted.map((bytes) => ({ bytes, name: '' })))
    } finally {
      await phone.remove()
      await line.cut()
    }
  })

  test('on a line that loses answers sends a picture in pieces, and a score in between goes first', async () => {
    const seat = judges.next()
    const view = await browser.open('nobody', { width: 360, height: 640 })
    await view.context.addCookies([seatCookie(trial, seat)])
    const { page } = view
    const lost = [
      await loseAnswers(page, '**/rounds/seat/photos/*/chunks*'),
      await loseAnswers(page, '**/rounds/seat/photos/*/finish'),
      await loseAnswers(page, '**/rounds/seat/photos'),
    ]
    await openSeatPage(page, judges)
    await toSheet(page)
    const picture = await largePicture()
    expect(picture.length).toBeGreaterThan(3 * 131_072)
    await add(page, picture)
    await points(page, 0).fill('11')
    await bar(page, '已送达 2').waitFor({ timeout: 60_000 })
    for (const times of lost) expect(times()).toBeGreaterThan(0)
    expect(await arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '11' } }])
    const { rows } = await trial.owner.query(
      'select p.id, i.bytes from round_photos p join evidence_items i on i.id = p.id where p.seat = $1',
      [seat.id],
    )
    expect(rows).toMatchObject([{ bytes: picture.length }])
    // Taken off, it is gone here and at the server, and stays so on a fresh page.
    await page.getByRole('button', { name: '移除第 1 张照片' }).click()
    await bar(page, '已送达 1').waitFor()
    await expect
      .poll(async () => (await trial.owner.query(`select state from round_photos where seat = $1`, [seat.id])).rows)
      .toEqual([{ state: 'withdrawn' }])
    await page.reload()
    await toSheet(page)
    await page.locator('.add-photo').waitFor()
    await expect.poll(() => page.locator('.photos li').count()).toBe(0)
  })

  test('whose storage is full is told in plain words, and nothing that was typed is lost', async () => {
    const seat = judges.next()
    const { page, context } = await browser.open('nobody', { width: 360, height: 640 })
    await context.addCookies([seatCookie(trial, seat)])
    await fillStorage(context, page, judges.line.url)
    await openSeatPage(page, judges)
    await toSheet(page)
    await points(page, 0).fill('13')
    await bar(page, '已送达 1').waitFor()
    await judges.line.cut()
    await add(page, await phonePicture(3))
    await page.getByText('本机存储已满，这张照片没有存下').waitFor()
    await points(page, 1).fill('20')
    await bar(page, '本机存储已满，1 项只在本页').waitFor()
    await expect.poll(() => page.locator('.photos li').count()).toBe(0)
    await judges.line.mend()
    await bar(page, '已送达 1').waitFor()
    await expect.poll(() => arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '13', change: '20' } }])
    // What is no picture is not taken in, whatever it is called.
    await page.locator('.add-photo input').setInputFiles(jpeg(Buffer.from('%PDF-1.7 not a picture')))
    await page.getByText('不是 JPEG、PNG 或 WebP 照片').waitFor()
  })

  test('whose line breaks before the code for photos has come scores all the same, and gets it with the line', async () => {
    const seat = judges.next()
    const { page, context } = await browser.open('nobody', { width: 360, height: 640 })
    await context.addCookies([seatCookie(trial, seat)])
    // As over plain http: nothing of the face lies on the device.
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
    let refused = 0
    await page.route(/\/assets\/pocket\/(photo|seat-photos)/, (route) => {
      refused += 1
      return route.abort()
    })
    await openSeatPage(page, judges)
    await toSheet(page)
    await expect.poll(() => refused).toBeGreaterThan(1)
    await points(page, 0).fill('16')
    await bar(page, '已送达 1').waitFor()
    await expect.poll(() => page.locator('.add-photo').count()).toBe(0)
    await page.unrouteAll()
    await judges.line.cut()
    await bar(page, '未连接').waitFor()
    await judges.line.mend()
    await page.locator('.add-photo').waitFor()
    await add(page, await phonePicture(8))
    await bar(page, '已送达 2').waitFor()
    expect(await arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '16' } }])
  })

  test('finds room for six on a sheet, in large text and in both languages', async () => {
    const seat = judges.next()
    const view = await browser.open('nobody', { width: 360, height: 640, large: true, language: 'en' })
    await view.context.addCookies([seatCookie(trial, seat)])
    const { page } = view
    await openSeatPage(page, judges)
    await toSheet(page)
    for (let nth = 1; nth <= 6; nth += 1) {
      await add(page, await phonePicture(10 + nth))
      await page.getByText(`${6 - nth} more possible`).waitFor()
    }
    await bar(page, 'Arrived 6').waitFor()
    await expect.poll(() => page.locator('.add-photo input').isDisabled()).toBe(true)
    const low = await page
      .locator('main button, main a, main input')
      .evaluateAll((all) => Math.min(...all.map((one) => (one as HTMLElement).offsetHeight)))
    expect(low).toBeGreaterThanOrEqual(60)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await seriousFindings(page)).toEqual([])
    expect(view.faults).toEqual([])
  })
})
