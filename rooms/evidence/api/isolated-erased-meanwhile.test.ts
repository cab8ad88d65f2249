// Opening a picture takes a second, and likening it to all others some more, in which it may be erased: then nothing that was made
// of it or found about it is kept.

import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { PictureMaker } from '#ground/pictures/make-views.ts'
import { scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type * as Hints from '../data/hints.ts'
import { eraseItem } from '../data/keeping.ts'
import { savePreview } from '../data/queries.ts'
import compare from '../jobs/compare.ts'
import { completeSome } from '../jobs/complete.ts'
import drop from '../jobs/drop.ts'
import prepare from '../jobs/prepare.ts'
import { ViewsGone } from './leaving.ts'
import { jobContext } from '../trial-jobs.ts'
import { putEvidence } from '../trial-pictures.ts'
import type { Put } from '../trial-pictures.ts'

/** What happens while a picture is open. */
let meanwhile: () => Promise<unknown> = () => Promise.resolve()
vi.mock('#ground/pictures/make-views.ts', async (original) => {
  const { pictureMaker } = await original<{ pictureMaker: () => PictureMaker }>()
  return {
    pictureMaker: (): PictureMaker => {
      const maker = pictureMaker()
      return {
        ...maker,
        make: async (task) => {
          const viewed = await maker.make(task)
          await meanwhile()
          return viewed
        },
      }
    },
  }
})

/** What happens between the search for lookalikes and the writing of hints. */
let searched: () => Promise<unknown> = () => Promise.resolve()
vi.mock('../data/hints.ts', async (original) => {
  const real = await original<typeof Hints>()
  return {
    ...real,
    findLookalikes: async (...given: Parameters<typeof Hints.findLookalikes>) => {
      const found = await real.findLookalikes(...given)
      await searched()
      return found
    },
  }
})

const trial = useTrial()
/** The views that were put into the store. */
let put: string[] = []

beforeEach(() => {
  meanwhile = () => Promise.resolve()
  searched = () => Promise.resolve()
  put = []
})

const context = (hours = 0) =>
  jobContext(trial, hours, {
    ...trial.instance.files,
    put: async (...given) => {
      const stored = await trial.instance.files.put(...given)
      if (stored.ok) put.push(stored.value.hash)
      return stored
    },
  })

const erase = async (params: Put): Promise<void> => {
  const { status, body } = await trial.as('countyAdmin').call('evidence.erase', { params, body: { reason: '当事人要求删除' } })
  expect(status, JSON.stringify(body)).toBe(200)
}
const queued = async (): Promise<unknown[]> =>
  (
    await trial.owner.query<{ payload: unknown }>(
      "delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'evidence.drop' returning payload",
    )
  ).rows.map(({ payload }) => payload)

/** Nothing of it is left: no view, nothing it is recognised by, no hint, and no bytes once what was queued is done. */
async function nothingLeft({ id }: Put): Promise<void> {
  const { rows } = await trial.owner.query(
    `select small, large, zoom, (select count(*)::int from evidence_prints p where p.id = i.id) as prints,
      (select count(*)::int from evidence_hints h where h.item = i.id) as hints from evidence_items i where id = $1`,
    [id],
  )
  expect(rows).toEqual([{ small: null, large: null, zoom: null, prints: 0, hints: 0 }])
  for (const payload of await queued()) await drop.run(payload, context())
  expect(put.length).toBeGreaterThan(0)
  for (const hash of put) expect(await trial.instance.files.size(hash)).toBeNull()
}

test('a picture that is erased while its views are made leaves none of them', async () => {
  const item = await putEvidence(trial, 'secretary', await scenePicture(71))
  meanwhile = () => erase(item)
  await prepare.run(item, context())
  await nothingLeft(item)
})

test('nor one that is erased while views are made at night', async () => {
  const item = await putEvidence(trial, 'secretary', await scenePicture(72))
  meanwhile = () => erase(item)
  expect(await completeSome(context(2))).toBe(1)
  await nothingLeft(item)
})

test('views of the same picture that are shown elsewhere stay there', async () => {
  const picture = await scenePicture(73)
  const item = await putEvidence(trial, 'secretary', picture)
  const other = await putEvidence(trial, 'officer', picture, { unit: '990101001002' })
  meanwhile = async () => {
    meanwhile = () => Promise.resolve()
    await prepare.run(other, context())
    await erase(item)
  }
  await prepare.run(item, context())
  for (const payload of await queued()) await drop.run(payload, context())
  for (const hash of put) expect(await trial.instance.files.size(hash)).not.toBeNull()
  expect((await trial.as('officer').call('evidence.view', { params: other, query: { size: 'large' } })).status).toBe(200)
})

test('views that left with another item of the same bytes are made anew, never named', async () => {
  const picture = await scenePicture(75)
  const item = await putEvidence(trial, 'secretary', picture)
  await prepare.run(item, context())
  for (const hash of put) await trial.instance.files.remove(hash)
  const other = await putEvidence(trial, 'officer', picture, { unit: '990101001002' })
  const preview = async (): Promise<unknown> =>
    (await trial.owner.query('select preview from evidence_items where id = $1', [other.id])).rows
  expect(await preview()).toEqual([{ preview: 'waiting' }])
  await expect(prepare.run(other, context())).rejects.toThrow(ViewsGone)
  expect(await preview()).toEqual([{ preview: 'waiting' }])
  await erase(item)
  await prepare.run(other, context())
  expect(await preview()).toEqual([{ preview: 'made' }])
  expect((await trial.as('officer').call('evidence.view', { params: other, query: { size: 'large' } })).status).toBe(200)
})

test('an erasure names the views that were saved after it looked', async () => {
  const item = await putEvidence(trial, 'secretary', await scenePicture(74))
  const views = { small: 'a'.repeat(64), large: 'b'.repeat(64), zoom: 'c'.repeat(64) }
  const had = await context().transaction(['990101'], async ({ db }) => {
    await savePreview(db, { ...item, ...views, preview: 'made', width: 1, height: 1 })
    return eraseItem(db, item, new Date(0))
  })
  expect(had).toMatchObject(views)
  expect(await context().transaction(['990101'], ({ db }) => eraseItem(db, { ...item, id: randomUUID() }, new Date(0)))).toBeUndefined()
})

/** Two items of the same picture in two units, the first of them likened already. */
async function pair(seed: number): Promise<{ readonly early: Put; readonly late: Put }> {
  const picture = await scenePicture(seed)
  const early = await putEvidence(trial, 'secretary', picture)
  await prepare.run(early, context())
  return { early, late: await putEvidence(trial, 'officer', picture, { unit: '990101001002' }) }
}
/** How many hints there are about each, with what they rest on, and by what each is recognised. */
async function told(...items: readonly Put[]): Promise<readonly unknown[]> {
  const counted = items.map(({ id }) =>
    trial.owner.query(
      `select (select count(*)::int from evidence_hints where item = $1) as hints,
        (select count(*)::int from evidence_hint_others where item = $1 or other_item = $1) as others,
        (select count(*)::int from evidence_prints where id = $1) as prints`,
      [id],
    ),
  )
  return (await Promise.all(counted)).map(({ rows }) => rows[0] as unknown)
}
const nothing = { hints: 0, others: 0, prints: 0 }
const print = { ...nothing, prints: 1 }

test.each(['early', 'late'] as const)(
  'no hint is left of the %s one of two pictures that is erased while they are likened',
  async (which) => {
    const both = await pair(which === 'early' ? 76 : 77)
    searched = async () => {
      searched = () => Promise.resolve()
      await erase(both[which])
      for (const payload of await queued()) await drop.run(payload, context())
    }
    await compare.run(both.late, context())
    const { early, late } = both
    expect(await told(early, late)).toEqual(which === 'early' ? [nothing, print] : [print, nothing])
  },
)

test('two that stay are told of each other', async () => {
  const { early, late } = await pair(78)
  await compare.run(late, context())
  const hinted = { hints: 1, others: 2, prints: 1 }
  expect(await told(early, late)).toEqual([hinted, hinted])
})

test('hints wait for an erasure that is under way, and are then not written', async () => {
  const { early, late } = await pair(79)
  await compare.run(late, context())
  await trial.owner.query('delete from evidence_hints')
  let end = (): void => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  let begin = (): void => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const erasing = context().transaction(['990101'], async ({ db }) => {
    await eraseItem(db, early, new Date(0))
    begin()
    await ended
  })
  await begun
  const likening = compare.run(late, context())
  await vi.waitFor(
    async () => {
      const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
      expect((await trial.owner.query(waiting)).rows).toHaveLength(1)
    },
    { timeout: 10_000, interval: 20 },
  )
  end()
  await Promise.all([erasing, likening])
  expect(await told(early, late)).toEqual([print, print])
})
