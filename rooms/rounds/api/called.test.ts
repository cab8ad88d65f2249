// A round that evidence names leads to its page where that opens, and is named alone where it does not.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { putEvidence } from '#rooms/evidence/trial-pictures.ts'
import { playRound } from '../trial.ts'

const trial = useTrial()

interface Said {
  readonly citations: readonly { readonly called: { readonly words: string; readonly path: string | null } | null }[]
}

test('who cites evidence for a round reads its name; only posts that read rounds are led to its page', async () => {
  const round = await playRound(trial)
  const { unit, id } = round.where
  const item = await putEvidence(trial, 'secretary', await scenePicture(91))
  const cited = await trial.as('officer').call('evidence.cite', { params: item, body: { id: randomUUID(), target: `round:${id}` } })
  expect(cited.status).toBe(200)
  const calledBy = async (who: PlayerName) => (await trial.as(who).call<Said>('evidence.get', { params: item })).body.citations[0]?.called
  const words = '第三季度亮赛比'
  const opens = async (who: PlayerName) => (await trial.as(who).call('rounds.get', { params: round.where })).status === 200
  for (const who of ['officer', 'countyAdmin', 'supervisor'] as const)
    expect([who, await opens(who), await calledBy(who)]).toEqual([who, true, { words, path: `/desk/rounds/${unit}/${id}` }])
  for (const who of ['secretary', 'gridWorker'] as const)
    expect([who, await opens(who), await calledBy(who)]).toEqual([who, false, { words, path: null }])
})
