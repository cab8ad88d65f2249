import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { Scene } from '../core/showing.ts'
import { addShowing, saveEnd, saveScene } from './queries.ts'

const trial = useTrial()
const scene: Scene = { unit: '990101001', quarter: null, spot: null, compared: false, blank: false }
const idOf = (number: number): string => `00000000-0000-7000-9700-00000000000${number}`
const showing = (number: number, unit: string) => ({ unit, id: idOf(number), code: '000001', scene, turnedAt: new Date(0) })
const ofStreet = showing(1, '990101001')
const ofNeighbour = showing(2, '990102')
const ended = showing(3, '990101001')

beforeAll(async () => {
  await trial.sql(
    'officer',
    async (db) => {
      await addShowing(db, ofStreet)
      await addShowing(db, ended)
      await saveEnd(db, ended, new Date(1))
    },
    true,
  )
  await trial.sql('outsider', (db) => addShowing(db, ofNeighbour), true)
})

const seenBy = (player: PlayerName | 'nobody'): Promise<string> =>
  trial.sql(player, async (db) => {
    const { rows } = await sql<{ id: string }>`select id from sandtable_showings order by id`.execute(db)
    return rows.map((row) => row.id.slice(-1)).join('')
  })

test('a showing is seen by posts over its unit alone', async () => {
  const { rows } = await trial.owner.query('select id from sandtable_showings')
  expect(rows).toHaveLength(3)
  const readers = ['officer', 'countyAdmin', 'outsider', 'secretary', 'gridWorker', 'resident', 'nobody'] as const
  const seen = await Promise.all(readers.map(async (player) => [player, await seenBy(player)]))
  expect(Object.fromEntries(seen)).toEqual({
    officer: '13',
    countyAdmin: '13',
    outsider: '2',
    secretary: '',
    gridWorker: '',
    resident: '',
    nobody: '',
  })
})

test('nobody begins one for a unit beyond their post, turns another one, or turns what has ended', async () => {
  await expect(trial.sql('secretary', (db) => addShowing(db, showing(4, '990101001')))).rejects.toThrow(/row-level security/)
  await expect(trial.sql('gridWorker', (db) => addShowing(db, showing(5, '990101001001')))).rejects.toThrow(/row-level security/)
  const turned = (player: PlayerName, of: typeof ofStreet) => trial.sql(player, (db) => saveScene(db, of, scene, new Date(2)))
  expect((await turned('countyAdmin', ofStreet))?.version).toBe(2)
  expect(await turned('outsider', ofStreet)).toBeUndefined()
  expect(await turned('secretary', ofStreet)).toBeUndefined()
  expect(await turned('officer', ended)).toBeUndefined()
})
