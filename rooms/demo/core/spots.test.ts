import { expect, test } from 'vitest'
import { phases, sceneKinds, sceneOf } from './scenery.ts'
import { picturesOf } from './spots.ts'

const units = Array.from({ length: 14 }, (_each, nth) => `9901010010${String(nth + 1).padStart(2, '0')}`)

test('every picture has ids of its own, none shows a day that has not come, and a spot has two phases at least', () => {
  const all = picturesOf(units, '2026-09-08')
  expect(new Set(all.flatMap(({ id, upload }) => [id, upload])).size).toBe(all.length * 2)
  expect(all.every(({ effectiveOn }) => effectiveOn < '2026-09-08')).toBe(true)
  const spots = Map.groupBy(all, ({ unit, spot }) => `${unit} ${spot}`)
  expect(spots.size).toBe(28)
  expect([...spots.values()].every((own) => own.length >= 2)).toBe(true)
  // Some are not finished.
  expect([...spots.values()].some((own) => own.every(({ phase }) => phase !== 'after'))).toBe(true)
})

test('a scene is the same for the same seed, and another for another phase or place', () => {
  const drawn = sceneKinds.flatMap((kind) => phases.map((phase) => sceneOf(kind, phase, 'a')))
  expect(new Set(drawn).size).toBe(drawn.length)
  expect(sceneOf('pond', 'before', 'a')).toBe(sceneOf('pond', 'before', 'a'))
  expect(sceneOf('pond', 'before', 'b')).not.toBe(sceneOf('pond', 'before', 'a'))
})
