// What cites an item is called by its own room, with where it stands; a record that the reader does not see is not told of.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { targetKinds } from '../core/item.ts'
import { putEvidence } from '../trial-pictures.ts'

const trial = useTrial()

interface Said {
  readonly citations: readonly { readonly target: string; readonly called: { readonly words: string; readonly path: string } | null }[]
}

test('an entry that cites it is named by what it is about and leads there; who does not see the entry reads that alone', async () => {
  const item = await putEvidence(trial, 'secretary', await scenePicture(71))
  const entry = { id: randomUUID(), unit: '990101001', subject: '990101001001', problem: '公示栏没有更新。', sourceKind: 'remark', days: 5 }
  expect((await trial.as('officer').call('ledger.assign', { body: entry })).status).toBe(200)
  const cited = await trial
    .as('officer')
    .call<Said>('evidence.cite', { params: item, body: { id: randomUUID(), target: `entry:${entry.id}` } })
  const called = { words: '公示栏没有更新。', path: `/desk/ledger?unit=990101001&open=990101001.${entry.id}` }
  expect(cited.body.citations).toMatchObject([{ target: `entry:${entry.id}`, called }])
  const seen = async (who: 'secretary' | 'officer') =>
    (await trial.as(who).call<Said>('evidence.get', { params: item })).body.citations.map((one) => one.called)
  expect(await seen('secretary')).toEqual([called])
  // An entry of the next community is none of the secretary's.
  const next = { ...entry, id: randomUUID(), subject: '990101001002', problem: '别的社区的事。' }
  expect((await trial.as('officer').call('ledger.assign', { body: next })).status).toBe(200)
  await trial.as('officer').call('evidence.cite', { params: item, body: { id: randomUUID(), target: `entry:${next.id}` } })
  expect((await trial.as('secretary').call('ledger.get', { params: { unit: next.unit, id: next.id } })).status).toBe(404)
  expect(new Set((await seen('officer')).map((one) => one?.words))).toEqual(new Set([called.words, next.problem]))
  expect(new Set(await seen('secretary'))).toEqual(new Set([called, null]))
})

test('records that are not there, and targets of any form, are cited and called nothing', async () => {
  const item = await putEvidence(trial, 'secretary', await scenePicture(72))
  const targets = Object.keys(targetKinds).flatMap((kind) => [`${kind}:${randomUUID()}`, `${kind}:e-1`, `${kind}:${'0'.repeat(32)}.1-2`])
  for (const target of targets) {
    const { status } = await trial.as('officer').call('evidence.cite', { params: item, body: { id: randomUUID(), target } })
    expect(status, target).toBe(200)
  }
  const { body } = await trial.as('officer').call<Said>('evidence.get', { params: item })
  expect(body.citations.map((one) => one.called)).toEqual(targets.map(() => null))
})
