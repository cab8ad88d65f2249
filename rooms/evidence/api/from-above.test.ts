// The prefecture looks at what its counties show, and no further: originals and hints are for those who review.

import { beforeAll, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { hintsOf } from '../offers.ts'
import { putEvidence } from '../trial-pictures.ts'
import type { Put } from '../trial-pictures.ts'

const trial = useTrial()
let item: Put

beforeAll(async () => {
  await trial.owner.query("update posts set role = 'prefecture-officer', unit = '9901', district = '9901' where id = $1", [
    cast.supervisor.post,
  ])
  item = await putEvidence(trial, 'secretary', await scenePicture(81))
  await trial.owner.query(
    "insert into evidence_hints (district, unit, item, kind, taken_on, found_at) values (left($1, 6), $1, $2, 'day', '2026-01-01', now())",
    [item.unit, item.id],
  )
})

test('an officer of the prefecture sees evidence without its original and without hints', async () => {
  const seen = await trial.as('supervisor').call<{ original: boolean; hints: unknown[] }>('evidence.get', { params: item })
  expect([seen.status, seen.body.original, seen.body.hints]).toEqual([200, false, []])
  expect((await trial.as('supervisor').call<{ code: number }>('evidence.original', { params: item })).body.code).toBe(3615)
  // It is there for who reviews.
  const reviewed = await trial.as('officer').call<{ original: boolean; hints: unknown[] }>('evidence.get', { params: item })
  expect([reviewed.body.original, reviewed.body.hints.length]).toEqual([true, 1])
  expect(await trial.sql('supervisor', (db) => hintsOf(db, [item]))).toEqual(new Map())
})
