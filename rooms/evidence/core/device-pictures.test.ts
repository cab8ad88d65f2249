import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPicture, pictureCounts, picturesWhere, stoodPicture } from './device-pictures.ts'
import type { DevicePicture, DevicePictures, PictureState } from './device-pictures.ts'
import { devicePicture } from '../trial-device-pictures.ts'

test('a picture waits for what it belongs to, arrives once, and is counted once', () => {
  const acts = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<PictureState>('storing', 'waiting', 'arrived', 'refused', 'gone')),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(acts, fc.boolean(), (given, isThere) => {
      let pictures: DevicePictures<DevicePicture> = {}
      const over = new Set<string>()
      for (const [id, state] of given) {
        pictures = stoodPicture(pictures, devicePicture(id, state))
        if (state === 'arrived' || state === 'gone') over.add(id)
        const next = nextPicture(pictures, () => isThere)
        expect(next === undefined || (isThere && !over.has(next.id))).toBe(true)
      }
      const { here, arrived, refused } = pictureCounts(pictures)
      expect(here + arrived + refused).toBe(picturesWhere(pictures, () => true).length)
    }),
  )
})
