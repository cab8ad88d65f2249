import { expect, test } from 'vitest'
import { dayToRecord, isHere, photoToSend, shownPhotos, standingOf, stoodPhoto } from './pocket-photo.ts'
import type { PhotoState, PocketPhoto, PocketPhotos } from './pocket-photo.ts'

const photo = (id: string, state: PhotoState, order = 0): PocketPhoto => ({
  id,
  item: `i-${id}`,
  unit: '990101001001',
  media: 'image/jpeg',
  bytes: 1,
  sha256: `h-${id}`,
  order,
  state,
  refused: null,
  shows: '试验',
  spot: '',
  phase: null,
  effectiveOn: '2026-09-08',
})
const all = (...photos: PocketPhoto[]): PocketPhotos => Object.fromEntries(photos.map((one) => [one.id, one]))

test('photos are sent in the order of taking in, and none before it lies on the disk', () => {
  const photos = all(photo('b', 'waiting', 2), photo('a', 'storing', 1), photo('c', 'waiting', 3), photo('d', 'arrived', 0))
  expect(photoToSend(photos)?.id).toBe('b')
  expect(photoToSend(all(photo('a', 'storing')))).toBeUndefined()
  expect(standingOf(photos)).toEqual({ kept: 2, arrived: 1, refused: 0 })
})

test('what is further on stands, whichever page says so', () => {
  const arrived = all(photo('a', 'arrived'))
  expect(stoodPhoto(arrived, photo('a', 'waiting'))).toBe(arrived)
  expect(stoodPhoto(all(photo('a', 'waiting')), photo('a', 'arrived'))['a']?.state).toBe('arrived')
  expect(stoodPhoto(arrived, photo('b', 'storing'))['b']?.state).toBe('storing')
})

test('the same picture is here once; one that was taken off may come again', () => {
  expect(isHere(all(photo('a', 'waiting')), 'h-a')).toBe(true)
  expect(isHere(all(photo('a', 'gone')), 'h-a')).toBe(false)
})

test('refused photos stand first, arrived ones are only counted', () => {
  const photos = all(photo('a', 'waiting', 1), photo('b', 'refused', 2), photo('c', 'arrived', 0), photo('d', 'gone', 3))
  expect(shownPhotos(photos).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('a day that has not come becomes the server’s day', () => {
  expect(dayToRecord('2026-09-10', '2026-09-08')).toBe('2026-09-08')
  expect(dayToRecord('2026-09-01', '2026-09-08')).toBe('2026-09-01')
})
