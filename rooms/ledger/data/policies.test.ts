import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { assigned } from '../core/state.ts'
import type { Step, Verb } from '../core/state.ts'
import { countBelow } from './counting.ts'
import type { EntryRow, StepRow } from './queries.ts'
import { addEntry, addStep, findEntry, saveEntry } from './queries.ts'

const trial = useTrial()

const idOf = (number: number): string => `00000000-0000-7000-9400-00000000000${number}`

const opened = (by: PlayerName): Step => ({
  verb: 'assign',
  on: '2026-09-08',
  by: cast[by].id,
  days: 10,
  due: '2026-09-21',
  granted: null,
  text: '',
  plan: null,
  other: null,
  level: null,
  told: null,
})

const entryOf = (number: number, by: PlayerName, unit: string, subject: string): EntryRow => ({
  ...assigned(opened(by)),
  unit,
  id: idOf(number),
  subject,
  kind: 'problem',
  sourceKind: 'remark',
  source: null,
  star: null,
  criterion: null,
  problem: '公示栏没有更新。',
  particulars: {},
  steps: 1,
})

const stepOf = (row: EntryRow, number: number, verb: Verb, by: PlayerName): StepRow => ({
  ...opened(by),
  verb,
  granted: verb === 'arbitrate' ? true : null,
  text: '依据',
  id: idOf(number).replace('9400', '9401'),
  at: new Date('2026-09-08T01:00:00Z'),
  byUnit: row.unit,
  byRole: null,
  evidence: [],
})

const ofTownship = entryOf(1, 'officer', '990101001', '990101001001')
const nextVillage = entryOf(2, 'officer', '990101001', '990101001002')
const ofCounty = entryOf(3, 'countyAdmin', '990101', '990101101201')
const elsewhere = entryOf(4, 'outsider', '990102', '990102101201')
const put: readonly (readonly [PlayerName, EntryRow])[] = [
  ['officer', ofTownship],
  ['officer', nextVillage],
  ['countyAdmin', ofCounty],
  ['outsider', elsewhere],
]

beforeAll(async () => {
  for (const [by, row] of put) {
    await trial.sql(
      by,
      async (db) => {
        await addEntry(db, row)
        await addStep(db, row, stepOf(row, Number(row.id.slice(-1)), 'assign', by))
      },
      true,
    )
  }
})

const seenBy = (player: PlayerName | 'nobody'): Promise<{ entries: string; steps: string }> =>
  trial.sql(player, async (db) => {
    const entries = await sql<{ id: string }>`select id from ledger_entries order by id`.execute(db)
    const steps = await sql<{ entry: string }>`select entry from ledger_steps order by entry`.execute(db)
    return { entries: entries.rows.map((row) => row.id.slice(-1)).join(''), steps: steps.rows.map((row) => row.entry.slice(-1)).join('') }
  })

test('a village reads what is said about itself, and nothing of the village beside it', async () => {
  const { rows } = await trial.owner.query<{ count: number }>('select count(*)::int as count from ledger_entries')
  expect(rows).toEqual([{ count: 4 }])
  expect(await seenBy('secretary')).toEqual({ entries: '1', steps: '1' })
  expect(await seenBy('gridWorker')).toEqual({ entries: '1', steps: '1' })
})

test('who owns the entry, and every level above, reads it; the next county reads its own', async () => {
  expect(await seenBy('officer')).toEqual({ entries: '12', steps: '12' })
  for (const player of ['countyAdmin', 'reviewer', 'supervisor'] as const)
    expect(await seenBy(player)).toEqual({ entries: '123', steps: '123' })
  expect(await seenBy('outsider')).toEqual({ entries: '4', steps: '4' })
})

test('judges, residents and the public read nothing', async () => {
  for (const player of ['judge', 'resident', 'nobody'] as const) expect(await seenBy(player), player).toEqual({ entries: '', steps: '' })
  const { rows } = await trial.owner.query<{ count: number }>('select count(*)::int as count from ledger_steps')
  expect(rows).toEqual([{ count: 4 }])
})

test('nobody assigns in a name not the own, outside the own units, or a state that is decided already', async () => {
  const fresh = entryOf(5, 'officer', '990101001', '990101001001')
  await trial.sql('officer', (db) => addEntry(db, fresh))
  await expect(trial.sql('countyAdmin', (db) => addEntry(db, fresh))).rejects.toThrow('row-level security')
  await expect(trial.sql('secretary', (db) => addEntry(db, { ...fresh, assignedBy: cast.secretary.id }))).rejects.toThrow(
    'row-level security',
  )
  await expect(trial.sql('outsider', (db) => addEntry(db, { ...fresh, assignedBy: cast.outsider.id }))).rejects.toThrow(
    'row-level security',
  )
  await expect(trial.sql('officer', (db) => addEntry(db, { ...fresh, state: 'checking' }))).rejects.toThrow('row-level security')
  await expect(trial.sql('officer', (db) => addEntry(db, { ...fresh, subject: '990101101201' }))).rejects.toThrow('ledger_entries_subject')
})

test('the unit that mends answers while it is its turn, and can neither close out nor withdraw', async () => {
  await trial.sql('secretary', (db) => saveEntry(db, { ...ofTownship, state: 'rectifying', steps: 2 }))
  const closing = { ...ofTownship, state: 'closed', closedOn: '2026-09-09', closedBy: cast.secretary.id } as const
  // The trigger speaks first (one-step-policies.test.ts); without it the policy still holds.
  const past = async (row: EntryRow): Promise<void> => {
    await expect(trial.sql('secretary', (db) => saveEntry(db, row))).rejects.toThrow('a ledger entry goes')
    await trial.owner.query('alter table ledger_entries disable trigger ledger_entries_step')
    await expect(trial.sql('secretary', (db) => saveEntry(db, row))).rejects.toThrow('row-level security')
    await trial.owner.query('alter table ledger_entries enable trigger ledger_entries_step')
  }
  await past(closing)
  await past({ ...ofTownship, state: 'withdrawn' })
  await expect(trial.sql('secretary', (db) => saveEntry(db, { ...nextVillage, state: 'rectifying' }))).rejects.toThrow('was not saved')
  expect(await trial.sql('secretary', (db) => findEntry(db, '990101001', nextVillage.id))).toBeUndefined()
  expect(await trial.sql('officer', (db) => findEntry(db, '990101001', nextVillage.id))).toBeDefined()
})

test('steps are written by the side whose verb it is, in the own name, and are never changed', async () => {
  const row = { ...ofTownship, steps: 2 }
  const write = (player: PlayerName, verb: Verb, by = player): Promise<void> =>
    trial.sql(player, (db) => addStep(db, row, stepOf(row, 9, verb, by)))
  await write('secretary', 'rectify')
  await write('officer', 'closeOut')
  await write('countyAdmin', 'arbitrate')
  for (const [player, verb, by] of [
    ['secretary', 'closeOut', 'secretary'],
    ['secretary', 'rectify', 'officer'],
    ['supervisor', 'closeOut', 'supervisor'],
    ['reviewer', 'arbitrate', 'reviewer'],
    ['outsider', 'closeOut', 'outsider'],
    ['judge', 'rectify', 'judge'],
  ] as const)
    await expect(write(player, verb, by), `${player} ${verb}`).rejects.toThrow('row-level security')
  for (const statement of ["update ledger_steps set text = 'x'", 'delete from ledger_steps', 'delete from ledger_entries'])
    await expect(
      trial.sql('countyAdmin', (db) => sql.raw(statement).execute(db)),
      statement,
    ).rejects.toThrow('permission denied')
})

test('only the house escalates, once a term and level, and in nobody’s name', async () => {
  const house = innerActor(houseId, trial.house, ['990101'])
  const row = { ...ofTownship, steps: 2, alarm: 1, told: '990101001' } as const
  const step = { ...stepOf(row, 8, 'escalate', 'officer'), by: null, level: 1, told: '990101001' } as const
  await trial.sql(house, async (db) => {
    await addStep(db, row, step)
    await saveEntry(db, row)
  })
  const twice = trial.sql(house, async (db) => {
    await addStep(db, row, step)
    await addStep(db, { ...row, steps: 3 }, { ...step, id: idOf(9) })
  })
  await expect(twice).rejects.toThrow('ledger_steps_once')
  await expect(trial.sql(house, (db) => addStep(db, row, { ...step, by: houseId }))).rejects.toThrow(
    /ledger_steps_escalated|row-level security/,
  )
  for (const player of ['countyAdmin', 'officer', 'secretary', 'supervisor'] as const)
    await expect(
      trial.sql(player, (db) => addStep(db, row, step)),
      player,
    ).rejects.toThrow('row-level security')
})

test('the database itself refuses a close-out by whoever rectified or answers for it', async () => {
  const putAs = (rectifier: string, responsible: string | null) =>
    trial.owner.query(
      `update ledger_entries set state = 'checking', rectifiers = array[$1::uuid], responsible_account = $2 where id = $3 and district = '990101'`,
      [rectifier, responsible, ofTownship.id],
    )
  const close = (rectifiers: readonly string[], responsibleAccount: string | null): Promise<void> => {
    const ends = { state: 'closed', closedOn: '2026-09-09', closedBy: cast.officer.id, steps: 2 } as const
    return trial.sql('officer', (db) => saveEntry(db, { ...ofTownship, ...ends, rectifiers, responsibleAccount }))
  }
  await putAs(cast.officer.id, null)
  await expect(close([cast.officer.id], null)).rejects.toThrow('a ledger entry goes from checking to closed')
  await putAs(cast.secretary.id, cast.officer.id)
  await expect(close([cast.secretary.id], cast.officer.id)).rejects.toThrow('a ledger entry goes from checking to closed')
  await putAs(cast.secretary.id, null)
  await close([cast.secretary.id], null)
  // Whoever owns the database is held by the check of the table.
  await expect(
    trial.owner.query(`update ledger_entries set state = 'closed', closed_on = '2026-09-09', closed_by = rectifiers[1] where id = $1`, [
      ofTownship.id,
    ]),
  ).rejects.toThrow('ledger_entries_second')
  await trial.owner.query(`update ledger_entries set state = 'assigned', rectifiers = '{}' where id = $1`, [ofTownship.id])
})

test('counts see no further than lists', async () => {
  const count = (player: PlayerName) => trial.sql(player, (db) => countBelow(db, ['990101'], '2026-07-01', '2026-09-30', '2026-09-22'))
  expect(await count('countyAdmin')).toEqual({ due: 3, closed: 0, overdue: 3, open: 3 })
  expect(await count('secretary')).toEqual({ due: 1, closed: 0, overdue: 1, open: 1 })
  expect(await count('outsider')).toEqual({ due: 0, closed: 0, overdue: 0, open: 0 })
})
