import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { hugePng } from '#ground/trial/pictures.ts'
import { baseName, downloadName, mayAddAt } from './item.ts'
import { mediaOf } from './media.ts'
import { pictureSize } from './picture-size.ts'
import type { ReadAt } from './picture-size.ts'

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const readOf =
  (bytes: Uint8Array): ReadAt =>
  (offset, length) =>
    Promise.resolve(bytes.subarray(offset, offset + length))
const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#fff' } })

describe('what a file is', () => {
  test('follows from its first bytes', async () => {
    expect(mediaOf(await blank(5, 5).jpeg().toBuffer())).toBe('image/jpeg')
    expect(mediaOf(await blank(5, 5).png().toBuffer())).toBe('image/png')
    expect(mediaOf(await blank(5, 5).webp().toBuffer())).toBe('image/webp')
    expect(mediaOf(bytesOf('\0\0\0\u0018ftypheic\0\0\0\0'))).toBe('image/heic')
    expect(mediaOf(bytesOf('\0\0\0\u0018ftypisom\0\0\0\0'))).toBe('video/mp4')
    expect(mediaOf(bytesOf('\0\0\0\u0014ftypqt  \0\0\0\0'))).toBe('video/quicktime')
    expect(mediaOf(bytesOf('%PDF-1.7\n'))).toBe('application/pdf')
    for (const other of ['', 'GIF89a', '<svg', 'PK\u0003\u0004', '\0\0\0\u0018ftypM4A ', ' %PDF-1.7', 'RIFF....WAVE']) {
      expect(mediaOf(bytesOf(other)), other).toBeNull()
    }
  })

  test('is refused when it is two things', () => {
    expect(mediaOf(bytesOf('\u00ff\u00d8\u00ff\u00fe..<ScRiPt>'))).toBe('two')
    expect(mediaOf(bytesOf('\u00ff\u00d8\u00ff\u00fe..%PDF-'))).toBe('two')
    expect(mediaOf(bytesOf('%PDF-1.7 <html>'))).toBe('two')
  })
})

describe('the size of a picture', () => {
  test('is read from the header of every kind', async () => {
    const sizes = [
      ['image/jpeg', await blank(640, 480).jpeg().toBuffer()],
      ['image/jpeg', await blank(640, 480).jpeg({ progressive: true }).toBuffer()],
      ['image/png', await blank(640, 480).png().toBuffer()],
      ['image/webp', await blank(640, 480).webp().toBuffer()],
      ['image/webp', await blank(640, 480).webp({ lossless: true }).toBuffer()],
      [
        'image/webp',
        await blank(640, 480)
          .withExif({ IFD0: { Make: 'x' } })
          .webp()
          .toBuffer(),
      ],
    ] as const
    for (const [media, bytes] of sizes) expect(await pictureSize(media, readOf(bytes)), media).toEqual({ width: 640, height: 480 })
    expect(await pictureSize('image/png', readOf(hugePng(20_000, 20_000)))).toEqual({ width: 20_000, height: 20_000 })
  })

  test('of a HEIC is that of the whole, which is the largest of its parts', async () => {
    const box = (name: string, ...parts: Buffer[]): Buffer => {
      const body = Buffer.concat(parts)
      const head = Buffer.alloc(8)
      head.writeUInt32BE(body.length + 8)
      head.write(name, 4, 'latin1')
      return Buffer.concat([head, body])
    }
    const part = (width: number, height: number): Buffer => {
      const body = Buffer.alloc(12)
      body.writeUInt32BE(width, 4)
      body.writeUInt32BE(height, 8)
      return box('ispe', body)
    }
    const heic = Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0')), box('meta', Buffer.alloc(4), part(512, 512), part(4032, 3024))])
    expect(await pictureSize('image/heic', readOf(heic))).toEqual({ width: 4032, height: 3024 })
    expect(await pictureSize('image/heic', readOf(heic.subarray(0, 30)))).toBeNull()
    expect(await pictureSize('image/heic', readOf(Buffer.alloc(100)))).toBeNull()
  })

  test('stands behind megabytes of other data, too', async () => {
    const picture = await blank(64, 48).jpeg().toBuffer()
    const filler = Buffer.alloc(65_535, 32)
    filler.set([0xff, 0xe1, 0xff, 0xfd])
    const long = Buffer.concat([picture.subarray(0, 2), ...Array.from({ length: 40 }, () => filler), picture.subarray(2)])
    expect(await pictureSize('image/jpeg', readOf(long))).toEqual({ width: 64, height: 48 })
  })

  test('is none where the header is cut off or says nonsense, and the search ends', async () => {
    for (const bytes of [
      bytesOf('\u00ff\u00d8\u00ff'),
      bytesOf('\u00ff\u00d8\u00ff\u00e0\0\0'.padEnd(40, '\0')),
      Buffer.alloc(200_000, 0xff),
    ]) {
      expect(await pictureSize('image/jpeg', readOf(bytes))).toBeNull()
    }
    expect(await pictureSize('image/png', readOf(Buffer.alloc(30)))).toBeNull()
    expect(await pictureSize('image/webp', readOf(Buffer.alloc(30)))).toBeNull()
    expect(await pictureSize('application/pdf', readOf(bytesOf('%PDF-')))).toBeNull()
  })
})

test('of a name its last part is left, and nothing that turns or ends it', () => {
  expect(baseName('C:\\Users\\x\\会议 记录.pdf')).toBe('会议 记录.pdf')
  expect(baseName('../../etc/passwd')).toBe('passwd')
  expect(baseName('..')).toBe('')
  expect(baseName('\u202Egnp.exe\n"')).toBe('gnp.exe')
  expect(downloadName('小广场/铺装', '2026-09-05', 'jpg')).toBe('铺装 2026-09-05.jpg')
})

test('evidence is put down below the living units of a post, about those alone', () => {
  expect(mayAddAt({ writes: ['990101001'] }, '990101001', '990101001001')).toBe(true)
  expect(mayAddAt({ writes: ['990101001001'] }, '990101001001', '990101001002')).toBe(false)
  expect(mayAddAt({ writes: [] }, '990101001001', '990101001001')).toBe(false)
})
