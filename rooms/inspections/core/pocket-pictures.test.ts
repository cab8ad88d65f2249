import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved, pictureCounts, picturesOf, pictureToSend, stoodPicture } from './pocket-pictures.ts'
import type { LocalPicture, LocalPictures, PictureState } from './pocket-pictures.ts'

const picture = (id: string, state: PictureState, finding = 'f'): LocalPicture => ({
  id,
  item: `i${id}`,
  finding,
  unit: '990101001',
  inspection: 'i',
  subject: '990101001001',
  media: 'image/jpeg',
  bytes: 3,
  sha256: '',
  made: id.codePointAt(0) ?? 0,
  state,
  refused: null,
})

test('a picture waits for its finding, arrives once, and is counted once', () => {
  const acts = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<PictureState>('storing', 'waiting', 'arrived', 'refused', 'gone')),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(acts, fc.boolean(), (given, isThere) => {
      let pictures: LocalPictures = {}
      const over = new Set<string>()
      for (const [id, state] of given) {
        pictures = stoodPicture(pictures, picture(id, state))
        if (state === 'arrived' || state === 'gone') over.add(id)
        const next = pictureToSend(pictures, () => isThere)
        expect(next === undefined || (isThere && !over.has(next.id))).toBe(true)
      }
      const { here, arrived, refused } = pictureCounts(pictures)
      expect(here + arrived + refused).toBe(picturesOf(pictures, 'f').length)
    }),
  )
})

test('pictures go along when a finding that was refused is noted anew; what arrived stays where it is', () => {
  const pictures = Object.fromEntries([picture('a', 'waiting'), picture('b', 'arrived'), picture('c', 'gone')].map((one) => [one.id, one]))
  expect(moved(pictures, 'f', 'g')).toEqual([picture('a', 'waiting', 'g')])
})
