// The process that opens pictures may end over a sound one: it is tried again and gets its views, and only a picture over which
// it ends every time is given up.

import { beforeEach, expect, test, vi } from 'vitest'
import type { PictureMaker } from '#ground/pictures/make-views.ts'
import { scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { completeSome } from '../jobs/complete.ts'
import prepare from '../jobs/prepare.ts'
import { jobContext } from '../trial-jobs.ts'
import { putEvidence } from '../trial-pictures.ts'
import type { Put } from '../trial-pictures.ts'

/** How often the process still goes down. */
let losses = 0
vi.mock('#ground/pictures/make-views.ts', async (original) => {
  const { pictureMaker } = await original<{ pictureMaker: () => PictureMaker }>()
  return {
    pictureMaker: (): PictureMaker => {
      const maker = pictureMaker()
      return { ...maker, make: (task) => (losses-- > 0 ? Promise.resolve({ kind: 'lost' }) : maker.make(task)) }
    },
  }
})
beforeEach(() => {
  losses = 0
})

const trial = useTrial()

const context = (hours = 0) => jobContext(trial, hours)

const previewOf = async ({ id }: Put): Promise<string | undefined> =>
  (await trial.owner.query<{ preview: string }>('select preview from evidence_items where id = $1', [id])).rows[0]?.preview

test('a sound picture whose process was lost waits, fails its task so that it is tried again, and then has its views', async () => {
  const item = await putEvidence(trial, 'secretary', await scenePicture(61))
  losses = 2
  for (let tries = 0; tries < 2; tries += 1) await expect(prepare.run(item, context())).rejects.toThrow('ended over')
  expect(await previewOf(item)).toBe('waiting')
  await prepare.run(item, context())
  expect(await previewOf(item)).toBe('made')
})

test('a picture over which the process ends every time is given up after five', async () => {
  const item = await putEvidence(trial, 'secretary', await scenePicture(62))
  losses = 100
  for (let tries = 0; tries < 4; tries += 1) await expect(prepare.run(item, context())).rejects.toThrow('ended over')
  await prepare.run(item, context())
  expect(await previewOf(item)).toBe('failed')
})

test('at night one lost picture does not keep the others from theirs', async () => {
  const [first, second] = [
    await putEvidence(trial, 'secretary', await scenePicture(63)),
    await putEvidence(trial, 'secretary', await scenePicture(64)),
  ]
  losses = 1
  expect(await completeSome(context(2))).toBe(2)
  expect(new Set([await previewOf(first), await previewOf(second)])).toEqual(new Set(['made', 'waiting']))
  expect(await completeSome(context(2))).toBe(1)
  expect([await previewOf(first), await previewOf(second)]).toEqual(['made', 'made'])
})
