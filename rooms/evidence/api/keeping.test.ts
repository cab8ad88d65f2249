// Sets of a spot, 本期无, erasing and keeping: an erased item leaves a gap that says so, its bytes leave when nothing else
// names them, and the chain of acts is whole.

import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import type { FileStore } from '#ground/files/store.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { newId } from '#ground/kernel/ids.ts'
import { recorder } from '#ground/postgres/acts.ts'
import { verify } from '#ground/operations/verify.ts'
import { cast } from '#ground/trial/cast.ts'
import { pagePdf, scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import keep from '../jobs/keep.ts'
import sweep from '../jobs/sweep.ts'
import { citedBy } from '../offers.ts'
import { putEvidence } from '../trial-pictures.ts'
import { useWorker } from '#ground/trial/worker.ts'

const trial = useTrial()
useWorker(trial)

const village = '990101001001'
const stores = (hash: string): Promise<number | null> => trial.instance.files.size(hash)
/** Waits until the store has so many bytes of it, or none. */
const comesTo = (hash: string, bytes: number | null) =>
  vi.waitFor(async () => expect(await stores(hash)).toBe(bytes), { timeout: 15_000, interval: 50 })
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A task of the house, run at once and as long after the stage's beginning as wanted. */
async function run(task: JobHandler, days: number, settings: Record<string, string> = {}): Promise<void> {
  const { clock, dice, vault, postgres } = trial.instance
  // The store is away while it runs: what is decided then is done later.
  const files: FileStore = { ...trial.instance.files, remove: () => Promise.reject(new Error('the store is away')) }
  const later = { now: () => clock.now() + days * 86_400_000 }
  await task.run(null, {
    clock: later,
    dice,
    vault,
    files,
    settings,
    transaction: (scopes, work) => {
      const actor = innerActor(houseId, trial.house, scopes)
      return postgres.transaction(actor, async ({ db, later: rest }) => ({
        keep: true,
        value: await work({ db, act: recorder({ later: rest }, { actor, room: 'evidence', clock: later, dice }, []) }),
      }))
    },
  })
}

async function filesOf(id: string): Promise<string[]> {
  const row = await vi.waitFor(
    async () => {
      const { rows } = await trial.owner.query<{ file: string; small: string; large: string; zoom: string; preview: string }>(
        'select file, small, large, zoom, preview from evidence_items where id = $1',
        [id],
      )
      expect(rows[0]?.preview).toBe('made')
      return rows[0]
    },
    { timeout: 15_000, interval: 50 },
  )
  return row === undefined ? [] : [row.file, row.small, row.large, row.zoom]
}

test('a phone is told for which post and unit it takes photos in', async () => {
  const told = await trial.as('gridWorker').call('evidence.onHand')
  expect(told.body).toEqual({
    post: cast.gridWorker.post,
    unit: village,
    unitName: '朝霞社区',
    today: '2026-09-08',
    filmBytes: 209_715_200,
  })
  expect((await trial.as('supervisor').call('evidence.onHand')).status).toBe(403)
  expect((await trial.as('nobody').call('evidence.onHand')).status).toBe(401)
})

describe('one spot', () => {
  test('shows before, during and after side by side, to who may read them', async () => {
    const spot = { spot: '小广场' }
    const before = await putEvidence(trial, 'secretary', await scenePicture(31), { ...spot, phase: 'before', effectiveOn: '2026-07-01' })
    const after = await putEvidence(trial, 'secretary', await scenePicture(32), { ...spot, phase: 'after', effectiveOn: '2026-09-01' })
    await putEvidence(trial, 'secretary', await scenePicture(33), spot)
    interface Sets {
      sets: { unit: string; unitName: string; spot: string; before: { id: string }[]; during: unknown[]; after: { id: string }[] }[]
    }
    const { body } = await trial.as('officer').call<Sets>('evidence.spots', { query: { below: '990101001' } })
    expect(body.sets).toMatchObject([
      { unit: village, unitName: '朝霞社区', spot: '小广场', before: [{ id: before.id }], during: [], after: [{ id: after.id }] },
    ])
    const elsewhere = await trial.as('outsider').call<Sets>('evidence.spots', { query: { below: '990101001' } })
    expect(elsewhere.body.sets).toEqual([])
  })
})

describe('本期无', () => {
  const quarter = { from: '2026-04-01', to: '2026-06-30' }
  const state = (id: string, more: object = {}) =>
    trial.as('secretary').call('evidence.stateNothing', { body: { id, unit: village, ...quarter, ...more } })
  const listed = async (): Promise<unknown[]> =>
    (await trial.as('officer').call<{ nothing: unknown[] }>('evidence.list', { query: { below: '990101001', ...quarter } })).body.nothing

  test('is said in one step, read by those above, and gives way to evidence that comes after all', async () => {
    expect(await listed()).toEqual([])
    const said = await state('01990a00-0000-7000-8000-0000000000f1')
    expect(said).toMatchObject({ status: 200, body: { unit: village, unitName: '朝霞社区', ...quarter } })
    // Said again by another device: the first stays.
    expect((await state('01990a00-0000-7000-8000-0000000000f2')).body).toEqual(said.body)
    expect(await listed()).toMatchObject([{ unit: village, ...quarter }])
    await putEvidence(trial, 'secretary', await scenePicture(34), { effectiveOn: '2026-05-05' })
    expect(await listed()).toEqual([])
  })

  test('is refused where evidence stands, for days in the wrong order, and for another unit', async () => {
    expect((await state('01990a00-0000-7000-8000-0000000000f3')).body).toMatchObject({ code: 3622 })
    expect((await state('01990a00-0000-7000-8000-0000000000f4', { from: '2026-03-31', to: '2026-03-01' })).body).toMatchObject({
      code: 3623,
    })
    expect((await state('01990a00-0000-7000-8000-0000000000f5', { unit: '990101001002' })).status).toBe(403)
  })
})

describe('erasing', () => {
  test('takes file, views and words out, leaves a gap that says so, and the chain of acts whole', async () => {
    const picture = await scenePicture(35)
    const item = await putEvidence(trial, 'secretary', picture, { shows: '有人脸的照片', spot: '北门' })
    const target = 'commitment:c-35'
    await trial
      .as('secretary')
      .call('evidence.cite', { params: item, body: { id: newId(trial.instance.clock, trial.instance.dice), target } })
    const files = await filesOf(item.id)
    for (const who of ['secretary', 'officer', 'supervisor', 'outsider'] as const) {
      expect((await trial.as(who).call('evidence.erase', { params: item, body: { reason: '不该删' } })).status).not.toBe(200)
    }
    const erased = await trial.as('countyAdmin').call('evidence.erase', { params: item, body: { reason: '监护人要求删除' } })
    expect(erased.body).toMatchObject({ shows: '-', spot: null, original: false, citations: [{ target }], hints: [] })
    expect(erased.body['erasedAt']).not.toBeNull()
    await vi.waitFor(async () => expect(await Promise.all(files.map(stores))).toEqual(files.map(() => null)), {
      timeout: 15_000,
      interval: 50,
    })
    const left = await trial.owner.query<{ row: string }>(
      "select to_jsonb(i)::text || coalesce((select string_agg(to_jsonb(u)::text, '') from evidence_uploads u where u.file = $2), '') as row from evidence_items i where id = $1",
      [item.id, hashOf(picture)],
    )
    expect(left.rows[0]?.row).not.toMatch(/有人脸|北门|[0-9a-f]{64}/)
    expect((await trial.as('countyAdmin').call('evidence.original', { params: item })).body).toMatchObject({ code: 3621 })
    expect((await trial.as('secretary').call('evidence.view', { params: item })).body).toMatchObject({ code: 3614 })
    const again = await trial.as('countyAdmin').call('evidence.erase', { params: item, body: { reason: '再删' } })
    expect(again.body).toMatchObject({ code: 3621 })
    const cite = { params: item, body: { id: newId(trial.instance.clock, trial.instance.dice), target: 'commitment:c-36' } }
    expect((await trial.as('secretary').call('evidence.cite', cite)).body).toMatchObject({ code: 3621 })
    expect(await trial.sql('officer', (db) => citedBy(db, village, target))).toEqual([])
    const checked = await verify({ database: trial.instance.database, files: trial.instance.files })
    expect(checked.ok).toBe(true)
  })

  test('keeps a file that another item names', async () => {
    const picture = await scenePicture(36)
    const mine = await putEvidence(trial, 'secretary', picture)
    const theirs = await putEvidence(trial, 'officer', picture, { unit: '990101001002' })
    await filesOf(mine.id)
    await filesOf(theirs.id)
    await trial.as('countyAdmin').call('evidence.erase', { params: mine, body: { reason: '误传' } })
    await vi.waitFor(async () => {
      const { rows } = await trial.owner.query('select 1 from graphile_worker.jobs')
      expect(rows).toHaveLength(0)
    })
    expect(await stores(hashOf(picture))).toBe(picture.length)
    expect((await trial.as('officer').call('evidence.original', { params: theirs })).status).toBe(200)
  })

  test('the same bytes sent again afterwards are evidence again', async () => {
    const picture = await scenePicture(37)
    const mine = await putEvidence(trial, 'secretary', picture)
    await filesOf(mine.id)
    await trial.as('countyAdmin').call('evidence.erase', { params: mine, body: { reason: '误传' } })
    await vi.waitFor(async () => expect(await stores(hashOf(picture))).toBeNull(), { timeout: 15_000, interval: 50 })
    const again = await putEvidence(trial, 'secretary', picture)
    expect((await trial.as('secretary').call('evidence.original', { params: again })).bytes.length).toBe(picture.length)
  })
})

describe('keeping', () => {
  test('without the setting everything stays; with it what nothing cites goes when its days are over, with an act', async () => {
    const [loose, cited] = [await scenePicture(38), await scenePicture(39)]
    const goes = await putEvidence(trial, 'secretary', loose)
    const stays = await putEvidence(trial, 'secretary', cited)
    const citation = { id: newId(trial.instance.clock, trial.instance.dice), target: 'entry:e-39' }
    await trial.as('secretary').call('evidence.cite', { params: stays, body: citation })
    await run(keep, 4000)
    expect(await stores(hashOf(loose))).not.toBeNull()
    await run(keep, 300, { EVIDENCE_KEEP_DAYS: '1' })
    expect(await stores(hashOf(loose))).not.toBeNull()
    const files = await filesOf(goes.id)
    await run(keep, 800, { EVIDENCE_KEEP_DAYS: '730' })
    for (const file of files) await comesTo(file, null)
    expect(await stores(hashOf(cited))).toBe(cited.length)
    const { rows } = await trial.owner.query<{ verb: string; payload: unknown }>(
      'select verb, payload from acts where subject = $1 order by at',
      [`evidence:${goes.id}`],
    )
    expect(rows.map(({ verb }) => verb)).toEqual(['record', 'erase'])
    expect(rows[1]?.payload).toEqual({ keepDays: 730 })
  })

  test('what arrived and was never recorded goes with its receipt', async () => {
    const pdf = Buffer.concat([pagePdf(), Buffer.from('\n% never recorded\n')])
    const body = { unit: village, sha256: hashOf(pdf), bytes: pdf.length, media: 'application/pdf' }
    const id = newId(trial.instance.clock, trial.instance.dice)
    const secretary = trial.as('secretary')
    await secretary.call('evidence.begin', { body: { id, ...body } })
    await secretary.call('evidence.append', { params: { id }, query: { offset: 0 }, bytes: pdf })
    await secretary.call('evidence.finish', { params: { id } })
    await run(sweep, 89)
    expect(await stores(hashOf(pdf))).toBe(pdf.length)
    await run(sweep, 91)
    await comesTo(hashOf(pdf), null)
  })
})
