// Views of pictures: upright, small, without data of the camera; hostile ones are refused and the next is made all the same.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { hugePng, pagePdf, phonePicture, scenePicture } from '#ground/trial/pictures.ts'
import { pictureMaker } from './make-views.ts'
import type { Opener, Viewed } from './picture.ts'
import { printDistance } from './print.ts'

const maker = pictureMaker()
afterAll(() => maker.close())

const wanted = [
  { name: 'small', side: 120 },
  { name: 'large', side: 400 },
]
const make = (bytes: Uint8Array, mostPixels = 1_000_000, opener: Opener = 'picture'): Promise<Viewed> =>
  maker.make({ bytes, opener, wanted, mostPixels })
const fixture = (name: string): Promise<Buffer> => readFile(join(import.meta.dirname, 'fixture', name))

async function made(bytes: Uint8Array, opener: Opener = 'picture') {
  const viewed = await make(bytes, 1_000_000, opener)
  if (viewed.kind !== 'made') throw new Error('not made')
  return viewed
}

/** Red and blue of one point of a view. */
async function pointOf(view: Uint8Array | undefined, left: number, top: number): Promise<readonly [number, number]> {
  const [red = 0, , blue = 0] = await sharp(view).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return [red, blue]
}

describe('views', () => {
  test('stand upright, fit their side and carry nothing of the camera', async () => {
    const viewed = await make(await phonePicture())
    if (viewed.kind !== 'made') throw new Error('not made')
    expect([viewed.width, viewed.height]).toEqual([400, 600])
    expect(viewed.views.map(({ name, width, height }) => [name, width, height])).toEqual([
      ['small', 80, 120],
      ['large', 267, 400],
    ])
    for (const { bytes } of viewed.views) {
      const seen = await sharp(bytes).metadata()
      expect([seen.format, seen.exif, seen.orientation, seen.xmp, seen.iptc]).toEqual(['jpeg', undefined, undefined, undefined, undefined])
    }
    const top = await sharp(viewed.views[1]?.bytes).extract({ left: 100, top: 50, width: 1, height: 1 }).raw().toBuffer()
    // Turned clockwise: what was left is on top.
    expect(top[0]).toBeGreaterThan(200)
    expect(top[2]).toBeLessThan(60)
  })

  test('a small picture is not blown up, and what is transparent becomes white', async () => {
    const png = await sharp({ create: { width: 30, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer()
    const viewed = await make(png)
    if (viewed.kind !== 'made') throw new Error('not made')
    expect(viewed.views[0]).toMatchObject({ width: 30, height: 20 })
    expect([...(await sharp(viewed.views[0]?.bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255])
  })
})

describe('hostile pictures', () => {
  test('of too many pixels, cut short, or no picture at all are unreadable; the next one is made', async () => {
    const picture = await phonePicture()
    const bomb = hugePng(20_000, 20_000)
    expect(bomb.length).toBeLessThan(1_000_000)
    const before = performance.now()
    expect(await make(bomb, 60_000_000)).toEqual({ kind: 'unreadable' })
    expect(performance.now() - before).toBeLessThan(5_000)
    expect(await make(picture.subarray(0, picture.length / 2))).toEqual({ kind: 'unreadable' })
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'
    expect(await make(new TextEncoder().encode(svg))).toEqual({ kind: 'unreadable' })
    expect(await make(new Uint8Array())).toEqual({ kind: 'unreadable' })
    expect((await make(picture)).kind).toBe('made')
  })

  test('tasks asked at once are all answered', async () => {
    const picture = await phonePicture()
    const answers = await Promise.all([make(picture), make(new Uint8Array([1])), make(picture)])
    expect(answers.map(({ kind }) => kind)).toEqual(['made', 'unreadable', 'made'])
  })
})

test('a process that ends over a picture says nothing of it: it is lost, and made when asked again', async () => {
  const own = pictureMaker()
  const task = { bytes: await phonePicture(), opener: 'picture', wanted, mostPixels: 1_000_000 } as const
  const first = own.make(task)
  // Started by then, and far from an answer.
  await new Promise((resolve) => setImmediate(resolve))
  own.close()
  expect(await first).toEqual({ kind: 'lost' })
  expect((await own.make(task)).kind).toBe('made')
  own.close()
})

describe('a HEIC', () => {
  test('is opened as the phone means it to be seen', async () => {
    const level = await made(await fixture('level.heic'), 'heic')
    expect([level.width, level.height, level.takenOn]).toEqual([240, 160, '2026-09-03'])
    const turned = await made(await fixture('turned.heic'), 'heic')
    expect([turned.width, turned.height]).toEqual([160, 240])
    const large = turned.views[1]?.bytes
    const [top, bottom] = [await pointOf(large, 80, 20), await pointOf(large, 80, 220)]
    expect(top[0] > 200 && top[1] < 60 && bottom[0] < 60 && bottom[1] > 200).toBe(true)
    const seen = await sharp(large).metadata()
    expect([seen.format, seen.exif, seen.xmp]).toEqual(['jpeg', undefined, undefined])
  })

  test('that is cut short, too large or something else is unreadable', async () => {
    const level = await fixture('level.heic')
    expect(await make(level.subarray(0, 900), 1_000_000, 'heic')).toEqual({ kind: 'unreadable' })
    expect(await make(level, 1000, 'heic')).toEqual({ kind: 'unreadable' })
    expect(await make(await phonePicture(), 1_000_000, 'heic')).toEqual({ kind: 'unreadable' })
    expect((await make(level, 1_000_000, 'heic')).kind).toBe('made')
  })
})

describe('what lets a picture be recognised', () => {
  test('stays nearly the same when it is made smaller, lighter and saved anew, and differs for another picture', async () => {
    const [one, two] = [await scenePicture(1, { takenOn: '2026-09-02' }), await scenePicture(2)]
    const again = await sharp(one).resize(500).modulate({ brightness: 1.1 }).jpeg({ quality: 55 }).toBuffer()
    const [first, second, third] = [await made(one), await made(again), await made(two)]
    if (first.print === null || second.print === null || third.print === null) throw new Error('no print')
    expect(printDistance(first.print, second.print)).toBeLessThanOrEqual(4)
    expect(printDistance(first.print, third.print)).toBeGreaterThan(12)
    expect(first.takenOn).toBe('2026-09-02')
    expect(second.takenOn).toBeNull()
  })

  test('is not there where there is nothing to see', async () => {
    const wall = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#ddd' } })
      .jpeg()
      .toBuffer()
    expect((await made(wall)).print).toBeNull()
  })
})

describe('a PDF', () => {
  test('shows its first page', async () => {
    const page = await made(pagePdf(), 'pdf')
    const large = page.views[1]
    expect([large?.width, large?.height, page.print]).toEqual([282, 400, null])
    expect(await pointOf(large?.bytes, 140, 100)).toEqual([254, 0])
    expect((await pointOf(large?.bytes, 140, 300))[1]).toBeGreaterThan(250)
  })

  test('that is cut short before its pages, or no PDF is unreadable', async () => {
    expect(await make(pagePdf().subarray(0, 60), 1_000_000, 'pdf')).toEqual({ kind: 'unreadable' })
    expect(await make(await phonePicture(), 1_000_000, 'pdf')).toEqual({ kind: 'unreadable' })
    expect((await made(pagePdf(), 'pdf')).kind).toBe('made')
  })
})
