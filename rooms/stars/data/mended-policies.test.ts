import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '../trial-cycle.ts'

const trial = useTrial()

test('what was mended is said by the unit alone, in its own name, and never changed', async () => {
  const play = playing(trial)
  await play.seat()
  await play.plan()
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  await play.fullEmployment()
  const first = await play.publicised(cycle)
  trial.clock.advance(86_400_000)
  await play.take('countyAdmin', 'certify', first)
  const attempt = (player: PlayerName, text: string) =>
    trial
      .sql(player, async (db) => Number((await sql.raw(text).execute(db)).numAffectedRows ?? 0n))
      .catch((error: { code?: string }) => error.code)
  const say = (player: PlayerName, by: PlayerName) =>
    attempt(
      player,
      `insert into star_honour_reports (district, unit, id, honour, against, said, reported_on, reported_by)
       select district, unit, gen_random_uuid(), id, 2, '改好了', '2026-09-10', '${cast[by].id}' from star_honours where unit = '${home}'`,
    )
  expect(await say('secretary', 'secretary')).toBe(1)
  for (const [player, by] of [
    ['secretary', 'officer'],
    ['officer', 'officer'],
    ['countyAdmin', 'countyAdmin'],
    ['outsider', 'outsider'],
  ] as const)
    expect(await say(player, by)).toBe('42501')
  expect(await attempt('secretary', `update star_honour_reports set said = '别的'`)).toBe('42501')
  expect(await attempt('secretary', 'delete from star_honour_reports')).toBe('42501')
})
