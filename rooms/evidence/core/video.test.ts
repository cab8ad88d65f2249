import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mediaOf } from './media.ts'
import type { Media } from './media.ts'
import { blanked, blankedSource, readFilm } from './video.ts'

const fixture = (name: string): Promise<Buffer> => readFile(join(import.meta.dirname, '../../../ground/pictures/fixture', name))
const reader = (bytes: Uint8Array) => async (offset: number, length: number) => bytes.subarray(offset, offset + length)
const film = (media: Media, bytes: Uint8Array) => readFilm(media, reader(bytes), bytes.length)
const place = '+35.2161+113.2418/'

test.each([
  ['film.mp4', 'video/mp4'],
  ['film.mov', 'video/quicktime'],
] as const)('%s is known by its first bytes, is walked whole, and names its place no more when it is blanked', async (name, media) => {
  const bytes = await fixture(name)
  expect(mediaOf(bytes.subarray(0, 2048))).toBe(media)
  const found = await film(media, bytes)
  expect(found).toMatchObject({ width: 160, height: 120 })
  expect(bytes.includes(place)).toBe(true)
  const whole = blanked(bytes, 0, found?.blanks ?? [])
  expect(Buffer.from(whole).includes(place)).toBe(false)
  expect(whole.length).toBe(bytes.length)
  // The same in pieces of any size, and still a film: nothing moved.
  const source = blankedSource({ size: bytes.length, read: reader(bytes) }, found?.blanks ?? [])
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += 777) pieces.push(await source.read(at, Math.min(777, bytes.length - at)))
  expect(Buffer.concat(pieces).equals(Buffer.from(whole))).toBe(true)
  expect(await film(media, whole)).toEqual({ width: 160, height: 120, blanks: [] })
})

test('a WebM is known by what its head says it is; another matroska is none of ours', async () => {
  const bytes = await fixture('film.webm')
  expect(mediaOf(bytes.subarray(0, 2048))).toBe('video/webm')
  expect(await film('video/webm', bytes)).toEqual({ width: null, height: null, blanks: [] })
  const other = Buffer.from(bytes)
  other.write('mkvX', other.indexOf('webm'), 'latin1')
  expect(mediaOf(other.subarray(0, 2048))).toBeNull()
})

test('what is cut off, holds only sound, lies about its sizes or is a page besides is no film', async () => {
  const bytes = await fixture('film.mp4')
  expect(await film('video/mp4', bytes.subarray(0, bytes.length - 1))).toBeNull()
  expect(await film('video/mp4', bytes.subarray(0, 400))).toBeNull()
  expect(await film('video/mp4', await fixture('sound.mp4'))).toBeNull()
  const lying = Buffer.from(bytes)
  lying.writeUInt32BE(0xff_ff_ff_f0, lying.indexOf('trak') - 4)
  expect(await film('video/mp4', lying)).toBeNull()
  const page = Buffer.concat([bytes.subarray(0, 24), Buffer.from('<script>alert(1)</script>'), bytes.subarray(24)])
  expect(mediaOf(page.subarray(0, 2048))).toBe('two')
})

test('a track of data over time goes as a whole: it may hold the way that was gone', async () => {
  const bytes = await fixture('film.mp4')
  const data = Buffer.from(bytes)
  data.write('meta', data.indexOf('vide', data.indexOf('hdlr')), 'latin1')
  // The only track is no picture any more.
  expect(await film('video/mp4', data)).toBeNull()
})
