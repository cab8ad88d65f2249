// Views of pictures: upright, small, without data of the camera; hostile ones are refused and the next is made all the same.

import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { hugePng, phonePicture } from '#ground/trial/pictures.ts'
import { pictureMaker } from './make-views.ts'
import type { Viewed } from './picture.ts'

const maker = pictureMaker()
afterAll(() => maker.close())

const wanted = [
  { name: 'small', side: 120 },
  { name: 'large', side: 400 },
]
const make = (bytes: Uint8Array, mostPixels = 1_000_000): Promise<Viewed> => maker.make({ bytes, wanted, mostPixels })

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
