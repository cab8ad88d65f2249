import { expect, test } from 'vitest'
import { devicePicture } from '#rooms/evidence/trial-device-pictures.ts'
import { moved, picturesOf } from './pocket-pictures.ts'
import type { LocalPicture } from './pocket-pictures.ts'

const picture = (id: string, state: LocalPicture['state'], finding = 'f'): LocalPicture => ({
  ...devicePicture(id, state),
  finding,
  inspection: 'i',
})

test('pictures go along when a finding that was refused is noted anew; what arrived stays where it is', () => {
  const pictures = Object.fromEntries(
    [picture('b', 'arrived'), picture('a', 'waiting'), picture('c', 'gone'), picture('d', 'waiting', 'other')].map((one) => [one.id, one]),
  )
  expect(picturesOf(pictures, 'f').map(({ id }) => id)).toEqual(['a', 'b'])
  expect(moved(pictures, 'f', 'g')).toEqual([picture('a', 'waiting', 'g')])
})
