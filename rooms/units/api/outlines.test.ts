import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()

interface Answer {
  readonly own: { code: string } | null
  readonly parts: { code: string; polygons: [number, number][][][] }[]
}
const ask = (query: Record<string, string>, by: 'secretary' | 'nobody' = 'secretary') =>
  trial.as(by).call<Answer>('units.outlines', { query })

test('outlines are given level by level, to who is signed in only', async () => {
  const prefecture = (await ask({ unit: '4108' })).body
  expect(prefecture.own?.code).toBe('4108')
  expect(prefecture.parts.map((part) => part.code)).toEqual(expect.arrayContaining(['410802', '410882']))
  expect(prefecture.parts.every((part) => part.code.startsWith('4108') && (part.polygons[0]?.[0]?.length ?? 0) > 3)).toBe(true)
  expect((await ask({ unit: '41' })).body.parts).toHaveLength(18)
  expect((await ask({ unit: '41', parts: 'counties' })).body.parts).toHaveLength(157)
  expect((await ask({ unit: '990101' })).body).toMatchObject({ own: { code: '990101' }, parts: [] })
  expect((await ask({ unit: '990101001' })).body).toEqual({ own: null, parts: [], backdrop: null })
  expect((await ask({ unit: '4108' }, 'nobody')).status).toBe(401)
})
