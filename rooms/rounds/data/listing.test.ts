// The list of rounds is found through an index, however wide the post reaches: with sequential reads forbidden none is left.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { listRounds, roundsWithin } from './rounds.ts'
import { playRound } from '../trial.ts'

const trial = useTrial()

test.each([[['990101001']], [['990101', '990102']], [['9901']], [['99', '990101001']]])('scopes %j', async (scopes) => {
  const plan = await trial.sql('countyAdmin', async (db) => {
    await sql`set local enable_seqscan = off`.execute(db)
    return roundsWithin(db, { scopes, year: '2026' }).explain('json')
  })
  expect(JSON.stringify(plan)).toContain('Index')
  expect(JSON.stringify(plan)).not.toContain('Seq Scan')
})

test('scopes that overlap list a round once, and none list nothing', async () => {
  const { where } = await playRound(trial)
  const found = (scopes: string[]) => trial.sql('countyAdmin', async (db) => (await listRounds(db, { scopes })).map(({ id }) => id))
  expect(await found(['99', '990101', '990101001'])).toEqual([where.id])
  expect(await found(['990102'])).toEqual([])
  expect(await found([])).toEqual([])
})
