// Hints: what is alike or oddly dated is told to who reviews it, with the other item only where both units are theirs;
// nobody else learns that there is a hint.

import { beforeAll, describe, expect, test, vi } from 'vitest'
import sharp from 'sharp'
import type { PlayerName } from '#ground/trial/cast.ts'
import { pagePdf, scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { citable, hintsOf } from '../offers.ts'
import { putEvidence } from '../trial-pictures.ts'
import type { Put } from '../trial-pictures.ts'
import { useWorker } from '#ground/trial/worker.ts'

const trial = useTrial()
useWorker(trial)

interface Shown {
  readonly hints: { kind: string; takenOn: string | null; others: { unit: string; id: string }[] }[]
  readonly hinted: boolean
}

const get = async (who: PlayerName, params: Put): Promise<Shown> => (await trial.as(who).call<Shown>('evidence.get', { params })).body

/** Waits until the queue is empty: everything recorded so far has been likened. */
async function likened(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await trial.owner.query<{ left: number }>(
        'select (select count(*) from evidence_items where gathering is null and erased_at is null)::int - (select count(*) from evidence_prints)::int + (select count(*) from graphile_worker.jobs)::int as left',
      )
      expect(rows[0]?.left).toBe(0)
    },
    { timeout: 20_000, interval: 50 },
  )
}

describe('the same picture, made smaller and saved anew, in another unit', () => {
  let first: Put
  let second: Put
  let far: Put

  beforeAll(async () => {
    const picture = await scenePicture(21)
    first = await putEvidence(trial, 'secretary', picture)
    await likened()
    second = await putEvidence(trial, 'officer', await sharp(picture).resize(600).jpeg({ quality: 60 }).toBuffer(), {
      unit: '990101001002',
    })
    far = await putEvidence(trial, 'outsider', picture, { unit: '990102101201' })
    await likened()
  })

  test('is told to who reviews both, with the other one', async () => {
    const { hints } = await get('officer', first)
    expect(hints).toEqual([
      { kind: 'elsewhere', takenOn: null, others: [expect.objectContaining({ unit: '990101001002', id: second.id })] },
    ])
    const back = await get('officer', second)
    expect(back.hints[0]?.others.map(({ id }) => id)).toEqual([first.id])
  })

  test('where the other unit is beyond one’s posts, only that another unit used it', async () => {
    const { hints, hinted } = await get('outsider', far)
    expect({ hints, hinted }).toEqual({ hints: [{ kind: 'elsewhere', takenOn: null, others: [] }], hinted: true })
    const control = await trial.owner.query('select 1 from evidence_hint_others where item = $1', [far.id])
    expect(control.rows).toHaveLength(2)
  })

  test('is told to nobody who does not review', async () => {
    expect(await get('secretary', first)).toMatchObject({ hints: [], hinted: false })
    expect(await get('gridWorker', first)).toMatchObject({ hints: [], hinted: false })
    const list = await trial.as('secretary').call<{ rows: Shown[] }>('evidence.list', { query: { below: '990101001001' } })
    expect(list.body.rows.some(({ hinted }) => hinted)).toBe(false)
    const theirs = await trial.as('reviewer').call<{ rows: Shown[] }>('evidence.list', { query: { below: '990101001001' } })
    expect(theirs.body.rows.some(({ hinted }) => hinted)).toBe(true)
  })

  test('is offered to rooms that show cited items, under the same eyes', async () => {
    const asReviewer = await trial.sql('officer', (db) => hintsOf(db, [first, second]))
    expect([...asReviewer.keys()].toSorted()).toEqual([first.id, second.id].toSorted())
    expect((await trial.sql('secretary', (db) => hintsOf(db, [first]))).size).toBe(0)
    expect((await trial.sql('officer', (db) => hintsOf(db, []))).size).toBe(0)
  })
})

describe('within one unit', () => {
  test('before and after that look the same, and a picture used for another day, are told; several of one moment are not', async () => {
    const picture = await scenePicture(22)
    const again = await sharp(picture).jpeg({ quality: 70 }).toBuffer()
    const spot = { spot: '北门', effectiveOn: '2026-09-01' }
    const before = await putEvidence(trial, 'secretary', picture, { ...spot, phase: 'before' })
    const after = await putEvidence(trial, 'secretary', again, { ...spot, phase: 'after', effectiveOn: '2026-09-07' })
    const burst = await scenePicture(23)
    const one = await putEvidence(trial, 'secretary', burst)
    const two = await putEvidence(trial, 'secretary', await sharp(burst).modulate({ brightness: 1.05 }).jpeg().toBuffer())
    const old = await putEvidence(trial, 'secretary', burst, { effectiveOn: '2025-09-05' })
    await likened()
    expect((await get('officer', after)).hints).toMatchObject([{ kind: 'before-after', others: [{ id: before.id }] }])
    expect((await get('officer', old)).hints).toMatchObject([{ kind: 'repeated' }])
    const { hints } = await get('officer', one)
    expect(hints.map(({ kind }) => kind)).toEqual(['repeated'])
    expect(hints[0]?.others.map(({ id }) => id)).toEqual([old.id])
    expect((await get('officer', two)).hints[0]?.others.map(({ id }) => id)).toEqual([old.id])
  })

  test('a masked copy is no hint, and takes the place of what it was made from', async () => {
    const picture = await scenePicture(24)
    const original = await putEvidence(trial, 'secretary', picture)
    const masked = await putEvidence(trial, 'secretary', await sharp(picture).blur(1).jpeg().toBuffer(), {
      effectiveOn: '2026-09-01',
      maskedFrom: original.id,
    })
    await likened()
    expect((await get('officer', masked)).hints).toEqual([])
    expect((await get('officer', masked)) as object).toMatchObject({ derivedFrom: original.id, masked: false })
    // What is offered for citing is the copy.
    const offered = (await trial.sql('secretary', (db) => citable(db, '990101001001'))).map(({ id }) => id)
    expect([offered.includes(masked.id), offered.includes(original.id)]).toEqual([true, false])
    // Reviewers and the sender still see the original; others of the unit see the copy alone.
    expect((await get('officer', original)) as object).toMatchObject({ masked: true })
    expect((await get('secretary', original)) as object).toMatchObject({ masked: true })
    expect((await trial.as('gridWorker').call('evidence.get', { params: original })).body).toMatchObject({ code: 3612 })
    expect((await trial.as('gridWorker').call('evidence.get', { params: masked })).body).toMatchObject({ derivedFrom: null })
  })

  test('only pictures are masked, and only those of the own unit', async () => {
    const pdf = await putEvidence(trial, 'secretary', pagePdf(), { media: 'application/pdf' })
    const copy = await scenePicture(25)
    await expect(putEvidence(trial, 'secretary', copy, { maskedFrom: pdf.id })).rejects.toThrow('3624')
    const theirs = await putEvidence(trial, 'officer', await scenePicture(26), { unit: '990101001002' })
    await expect(putEvidence(trial, 'secretary', await scenePicture(27), { maskedFrom: theirs.id })).rejects.toThrow('3612')
  })

  test('the camera’s day far from the stated one is told with that day', async () => {
    const odd = await putEvidence(trial, 'secretary', await scenePicture(28, { takenOn: '2024-03-04' }))
    const near = await putEvidence(trial, 'secretary', await scenePicture(29, { takenOn: '2026-09-01' }))
    await likened()
    expect((await get('officer', odd)).hints).toEqual([{ kind: 'day', takenOn: '2024-03-04', others: [] }])
    expect((await get('officer', near)).hints).toEqual([])
  })

  test('a document used by another unit is told by its bytes', async () => {
    const pdf = Buffer.concat([pagePdf(), Buffer.from('\n% one\n')])
    await putEvidence(trial, 'secretary', pdf, { media: 'application/pdf' })
    const other = await putEvidence(trial, 'officer', pdf, { media: 'application/pdf', unit: '990101001002' })
    await likened()
    expect((await get('officer', other)).hints.map(({ kind }) => kind)).toEqual(['elsewhere'])
  })
})
