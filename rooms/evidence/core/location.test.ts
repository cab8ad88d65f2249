// No place leaves the device: searched in the bytes of what comes out, which are still the same picture.

import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { phonePicture } from '#ground/trial/pictures.ts'
import { withoutLocation } from './location.ts'
import type { Media } from './media.ts'

const pixels = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer()
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="35,12.0N"/></rdf:RDF></x:xmpmeta>`

/** A picture with a place in EXIF and another in XMP. */
const placed = async (format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> =>
  sharp(await phonePicture())
    .keepExif()
    .withXmp(xmp)
    .toFormat(format)
    .toBuffer()

describe('a picture without its place', () => {
  test.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
  ] as const)('%s', async (format, media) => {
    const before = await placed(format)
    expect((await sharp(before).metadata()).xmp).toBeDefined()
    const after = withoutLocation(media, before)
    const seen = await sharp(after).metadata()
    expect(seen.xmp).toBeUndefined()
    expect(Buffer.from(after).includes('GPSLatitude')).toBe(false)
    expect((await pixels(after)).equals(await pixels(before))).toBe(true)
    expect(seen.format).toBe(format)
  })

  test('keeps how it is to be turned and loses the figures of its place, whichever way its numbers are written', async () => {
    const before = await phonePicture()
    const exif = (await sharp(before).metadata()).exif
    if (exif === undefined) throw new Error('the picture has EXIF')
    // 35° as a fraction, in the order of bytes that this EXIF has.
    const little = exif.includes(Buffer.from([35, 0, 0, 0, 1, 0, 0, 0]))
    const figure = Buffer.from(little ? [35, 0, 0, 0, 1, 0, 0, 0] : [0, 0, 0, 35, 0, 0, 0, 1])
    expect(before.includes(figure)).toBe(true)
    const after = Buffer.from(withoutLocation('image/jpeg', before))
    expect(after.includes(figure)).toBe(false)
    const seen = await sharp(after).metadata()
    expect(seen.orientation).toBe(6)
    expect(seen.exif?.toString('latin1')).toContain('Trial')
    expect((await pixels(after)).equals(await pixels(before))).toBe(true)
  })

  test('loses the film that hangs behind it', async () => {
    const before = await phonePicture()
    const film = Buffer.concat([before, Buffer.from('....ftypmp42 ©xyz+35.2+113.1/')])
    expect(Buffer.from(withoutLocation('image/jpeg', film)).toString('latin1')).not.toContain('+35.2')
    expect((await pixels(withoutLocation('image/jpeg', film))).equals(await pixels(before))).toBe(true)
  })

  test('a HEIC keeps its length and every other byte', async () => {
    const exif = (await sharp(await phonePicture()).metadata()).exif
    if (exif === undefined) throw new Error('the picture has EXIF')
    const little = exif.includes(Buffer.from([35, 0, 0, 0, 1, 0, 0, 0]))
    const figure = Buffer.from(little ? [35, 0, 0, 0, 1, 0, 0, 0] : [0, 0, 0, 35, 0, 0, 0, 1])
    const parts = [
      Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1'),
      Buffer.from([0, 0, 0, 6]),
      exif,
      Buffer.from(xmp),
      Buffer.alloc(50, 7),
    ]
    const before = Buffer.concat(parts)
    const after = Buffer.from(withoutLocation('image/heic', before))
    expect(before.includes(figure)).toBe(true)
    expect(after.includes(figure)).toBe(false)
    expect(after.includes('GPSLatitude')).toBe(false)
    expect(after.length).toBe(before.length)
    expect(after.includes('Trial')).toBe(true)
    expect(after.subarray(-50).equals(Buffer.alloc(50, 7))).toBe(true)
  })

  test('damaged or empty, it ends, whatever comes out', async () => {
    const whole = await phonePicture()
    for (const media of ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as Media[]) {
      for (const bytes of [new Uint8Array(), whole.subarray(0, 30), whole.subarray(0, 700), whole]) {
        expect(withoutLocation(media, bytes)).toBeInstanceOf(Uint8Array)
      }
    }
  })
})
