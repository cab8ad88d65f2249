// Items from before there were three sizes and prints get them at night, a few at a time, whatever was done before.

import { expect, test } from 'vitest'
import { verify } from '#ground/operations/verify.ts'
import { pagePdf, scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { completeSome } from '../jobs/complete.ts'
import { jobContext } from '../trial-jobs.ts'
import { putEvidence } from '../trial-pictures.ts'
import type { Put } from '../trial-pictures.ts'

const trial = useTrial()

const context = (hours = 2) => jobContext(trial, hours)

interface Row {
  readonly preview: string
  readonly small: string | null
  readonly zoom: string | null
  readonly prints: number
}
async function rowOf({ id }: Put): Promise<Row | undefined> {
  const { rows } = await trial.owner.query<Row>(
    'select preview, small, zoom, (select count(*)::int from evidence_prints p where p.id = i.id) as prints from evidence_items i where id = $1',
    [id],
  )
  return rows[0]
}

/** As it was before there were three sizes: views of two, and nothing that it is recognised by. */
async function plant(item: Put): Promise<void> {
  await trial.owner.query("update evidence_items set zoom = null where id = $1 and preview = 'made'", [item.id])
  await trial.owner.query('delete from evidence_prints where id = $1', [item.id])
}

test('views and prints are made, hints found, a few at a time and never twice; what was recorded just now is left to its own task', async () => {
  const picture = await scenePicture(51)
  const old = await putEvidence(trial, 'secretary', picture)
  const pdf = await putEvidence(trial, 'secretary', pagePdf(), { media: 'application/pdf' })
  const again = await putEvidence(trial, 'officer', picture, { unit: '990101001002' })
  // No worker runs here: nothing has its views yet.
  expect(await completeSome(context(0))).toBe(0)
  await trial.owner.query("update evidence_items set preview = 'none' where media = 'application/pdf'")
  expect(await completeSome(context(), 1)).toBe(1)
  expect(await completeSome(context())).toBe(2)
  expect(await completeSome(context())).toBe(0)
  for (const item of [old, pdf, again])
    expect(await rowOf(item)).toMatchObject({ preview: 'made', prints: 1, zoom: expect.any(String) as string })

  const before = await rowOf(old)
  await plant(old)
  await trial.owner.query('delete from evidence_hints')
  expect(await completeSome(context())).toBe(1)
  expect(await rowOf(old)).toEqual(before)
  const { body } = await trial.as('officer').call<{ hints: { kind: string }[] }>('evidence.get', { params: old })
  expect(body.hints.map(({ kind }) => kind)).toEqual(['elsewhere'])
  // Only the print was missing.
  await trial.owner.query('delete from evidence_prints where id = $1', [again.id])
  expect(await completeSome(context())).toBe(1)
  expect(await completeSome(context())).toBe(0)
  expect(await verify(trial.instance)).toMatchObject({ ok: true })
})

test('views outlive an original that is gone; what cannot be opened is said so once', async () => {
  const gone = await putEvidence(trial, 'secretary', await scenePicture(52))
  const broken = await putEvidence(trial, 'secretary', await scenePicture(53))
  expect(await completeSome(context())).toBe(2)
  const { rows } = await trial.owner.query<{ file: string }>('select file from evidence_items where id = $1', [gone.id])
  await plant(gone)
  await trial.instance.files.remove(rows[0]?.file ?? '')
  await plant(broken)
  await trial.owner.query("update evidence_items set preview = 'waiting', small = null, large = null where id = $1", [broken.id])
  const lost = await trial.owner.query<{ file: string }>('select file from evidence_items where id = $1', [broken.id])
  await trial.instance.files.remove(lost.rows[0]?.file ?? '')
  expect(await completeSome(context())).toBe(2)
  expect(await rowOf(gone)).toMatchObject({ preview: 'made', small: expect.any(String) as string, zoom: expect.any(String) as string })
  expect(await rowOf(broken)).toMatchObject({ preview: 'failed', small: null })
  expect(await completeSome(context())).toBe(0)
})
