import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { beside, home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
type Reader = PlayerName | 'nobody'

let open: Where & { readonly publicity: string }
let waiting: Where

beforeAll(async () => {
  const play = playing(trial)
  await play.seat()
  await play.plan()
  const sampled = await play.open({ parameters: { samplingPercent: 50 } })
  await play.agreed(sampled)
  const sample = { sample: randomUUID(), below: '990101', sources: ['9月9日福彩3D开奖号码'] }
  await play.done('supervisor', 'stars.sealSample', { params: { ...sampled }, body: sample })
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  await play.done('countyAdmin', 'stars.allot', {
    params: { ...cycle },
    body: { quotas: [{ unit: '990101', star: 'YYXY', most: 3, hard: true }] },
  })
  const plan = { strengths: '商户多', met: '', gaps: '', goal: '', measures: '' }
  await play.done('secretary', 'stars.setTarget', {
    params: { unit: home },
    body: { cycle: cycle.id, quarter: '2026Q3', stars: ['YYXY'], plan },
  })
  await play.fullEmployment()
  const first = await play.publicised(cycle)
  trial.clock.advance(dayMs)
  const honour = await play.take('countyAdmin', 'certify', first)
  const filing = { filing: randomUUID(), document: '演组〔2026〕20号', honours: [{ unit: home, id: honour.id }] }
  await play.done('countyAdmin', 'stars.file', { params: { ...cycle }, body: filing })
  const award = { id: randomUUID(), subject: home, kind: 'red-banner', title: '流动红旗', basis: '先进', on: '2026-09-08' }
  const format = { version: 0, name: '上级平台报表', list: 'held', sheet: '表', columns: [{ header: '牌匾', field: 'plaque' }] }
  await play.done('countyAdmin', 'stars.keepFormat', { params: { unit: '990101', id: randomUUID() }, body: format })
  await play.done('officer', 'stars.award', { params: { unit: '990101001' }, body: award })
  await play.done('countyAdmin', 'stars.honourStep', {
    params: { unit: home, id: honour.id },
    body: { verb: 'warn', basis: '检查', document: '演组〔2026〕7号' },
  })
  await play.done('countyAdmin', 'stars.honourStep', {
    params: { unit: home, id: honour.id },
    body: { verb: 'order', basis: '检查', document: '演组〔2026〕8号', due: '2026-09-20' },
  })
  await play.done('secretary', 'stars.appealHonour', {
    params: { unit: home, id: honour.id },
    body: { appeal: randomUUID(), reason: '已改好' },
  })
  await play.done('secretary', 'stars.reportMended', {
    params: { unit: home, id: honour.id },
    body: { report: randomUUID(), said: '已改好' },
  })
  waiting = await play.submitted(await play.open())
  open = await play.publicised(await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 3 } }))
  const body = { unit: '990101', publicity: open.publicity, candidacy: open.id, text: '有投诉', nonce: 'abcdefghijklmnop1' }
  await play.done('nobody', 'stars.object', { body })
})

const everybody: readonly Reader[] = [
  'countyAdmin',
  'officer',
  'secretary',
  'reviewer',
  'supervisor',
  'gridWorker',
  'resident',
  'outsider',
  'nobody',
]
/** Posts over 朝霞社区 with stars.read; the grid worker sits in the prefecture in these plays. */
const above: readonly Reader[] = ['countyAdmin', 'officer', 'secretary', 'reviewer', 'supervisor', 'gridWorker']

const readers: readonly (readonly [table: string, readers: readonly Reader[]])[] = [
  ['star_cycles', everybody],
  ['star_quotas', [...above, 'outsider']],
  ['star_targets', everybody],
  ['star_plans', above],
  ['star_candidacies', above],
  ['star_steps', above],
  ['self_check_rows', ['secretary']],
  ['self_check_submissions', above],
  ['star_publicities', everybody],
  ['star_notices', everybody],
  ['star_samples', everybody],
  ['star_objections', ['countyAdmin', 'supervisor', 'gridWorker']],
  ['star_honours', everybody],
  ['star_honour_steps', above],
  ['star_honour_appeals', above],
  ['star_honour_reports', above],
  ['star_filings', everybody],
  ['star_awards', everybody],
  ['star_report_formats', [...above, 'outsider']],
]

const seen = (player: Reader, table: string): Promise<number> =>
  trial.sql(player, async (db) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)
    return rows[0]?.count ?? 0
  })

describe.each(readers)('%s', (table, allowed) => {
  test('is read by those who reach the unit, or by all where it says so, and by nobody else', async () => {
    const all = (await trial.owner.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count ?? 0
    expect(all).toBeGreaterThan(0)
    for (const player of everybody) {
      const count = await seen(player, table)
      if (allowed.includes(player)) expect(count, `${player} reads ${table}`).toBeGreaterThan(0)
      else expect(count, `${player} reads ${table}`).toBe(0)
    }
  })
})

test('star_totals are read within the post, and written by the house alone', async () => {
  const put = (player: PlayerName) =>
    trial
      .sql(player, async (db) => {
        await sql`insert into star_totals (district, unit, id, cycle, quarter, parts, as_of)
          values ('990101', '990101', ${randomUUID()}, ${randomUUID()}, '', '{}', now())`.execute(db)
        return 'written'
      })
      .catch((error: { code?: string }) => error.code)
  for (const player of ['countyAdmin', 'supervisor', 'officer', 'secretary', 'operator'] as const) expect(await put(player)).toBe('42501')
  await trial.owner.query(`insert into star_totals (district, unit, id, cycle, quarter, parts, as_of)
    values ('990101', '990101', gen_random_uuid(), gen_random_uuid(), '', '{}', now())`)
  expect([await seen('countyAdmin', 'star_totals'), await seen('supervisor', 'star_totals')]).toEqual([1, 1])
  expect([await seen('officer', 'star_totals'), await seen('outsider', 'star_totals'), await seen('nobody', 'star_totals')]).toEqual([
    0, 0, 0,
  ])
})

test('a draft of a cycle is seen by posts over the unit that plans it, not by the villages', async () => {
  const drafts = (player: Reader) =>
    trial.sql(player, async (db) => (await sql`select id from star_cycles where state = 'draft'`.execute(db)).rows.length)
  const all = await trial.owner.query(`select id from star_cycles where state = 'draft'`)
  expect(all.rows).toHaveLength(1)
  expect([
    await drafts('countyAdmin'),
    await drafts('supervisor'),
    await drafts('officer'),
    await drafts('secretary'),
    await drafts('nobody'),
  ]).toEqual([1, 1, 0, 0, 0])
})

/** What an update did: how many rows, or the state of the error. */
async function changes(player: Reader, set: string, id: string): Promise<number | string> {
  try {
    return await trial.sql(player, async (db) => {
      const { numAffectedRows } = await sql.raw(`update star_candidacies set ${set} where district = '990101' and id = '${id}'`).execute(db)
      return Number(numAffectedRows ?? 0n)
    })
  } catch (error) {
    return (error as { code?: string }).code ?? 'thrown'
  }
}

describe('a candidacy', () => {
  test('is moved by the level on whose table it lies, to where that level may move it', async () => {
    expect(await changes('officer', `state = 'office'`, waiting.id)).toBe(1)
    expect(await changes('officer', `state = 'joint'`, waiting.id)).toBe('42501')
    expect(await changes('reviewer', `state = 'joint'`, waiting.id)).toBe(0)
    expect(await changes('countyAdmin', `state = 'agreed'`, waiting.id)).toBe(0)
    expect(await changes('outsider', `state = 'office'`, waiting.id)).toBe(0)
    expect(await changes('nobody', `state = 'office'`, waiting.id)).toBe(0)
    // The unit may withdraw it, and do nothing else with it.
    expect(await changes('secretary', `state = 'withdrawn'`, waiting.id)).toBe(1)
    expect(await changes('secretary', `state = 'agreed'`, waiting.id)).toBe('42501')
  })

  test('is certified by whoever decides, after the last day of its publicity, and by no one else', async () => {
    const certified = `state = 'certified', certified_on = public_until + 1`
    expect(await changes('countyAdmin', certified, open.id)).toBe(1)
    expect(await changes('countyAdmin', `state = 'certified', certified_on = public_until`, open.id)).toBe('23514')
    for (const player of ['secretary', 'officer', 'reviewer', 'outsider'] as const)
      expect(await changes(player, certified, open.id)).toBe(0)
  })
})

test('steps are written by whose verb it is, under the own account, and never changed', async () => {
  const step = (player: PlayerName, verb: string, by: string) =>
    trial
      .sql(player, async (db) => {
        await sql`insert into star_steps (district, unit, id, candidacy, seq, at, on_day, verb, by, by_unit, by_role, rows, reason)
          values ('990101', ${home}, ${randomUUID()}, ${waiting.id}, 90, now(), '2026-09-08', ${verb}, ${by}, '990101', '', '[]', '')`.execute(
          db,
        )
        return 'written'
      })
      .catch((error: { code?: string }) => error.code)
  expect(await step('officer', 'pass', cast.officer.id)).toBe('written')
  expect(await step('officer', 'pass', cast.secretary.id)).toBe('42501')
  expect(await step('officer', 'certify', cast.officer.id)).toBe('42501')
  expect(await step('secretary', 'pass', cast.secretary.id)).toBe('42501')
  expect(await step('secretary', 'appeal', cast.secretary.id)).toBe('written')
  expect(await step('countyAdmin', 'certify', cast.countyAdmin.id)).toBe('written')
  const rewritten = trial.sql('countyAdmin', (db) => sql`update star_steps set reason = 'x' where district = '990101'`.execute(db))
  await expect(rewritten).rejects.toMatchObject({ code: '42501' })
})

test('filings and awards are written by those who decide and commend, over their own units', async () => {
  const written = (player: PlayerName, unit: string) =>
    trial
      .sql(player, async (db) => {
        await sql`insert into star_awards (district, unit, id, subject, kind, title, basis, document, on_day)
          values (${unit.slice(0, 6)}, ${unit}, ${randomUUID()}, ${unit}, 'progress', '进步奖', '依据', '', '2026-09-08')`.execute(db)
        return 'written'
      })
      .catch((error: { code?: string }) => error.code)
  const filed = (player: PlayerName) =>
    trial
      .sql(player, async (db) => {
        await sql`insert into star_filings (district, unit, id, cycle, number, filed_on, document, honours)
          values ('990101', '990101', ${randomUUID()}, ${randomUUID()}, 1, '2026-09-08', '文号', ${[randomUUID()]})`.execute(db)
        return 'written'
      })
      .catch((error: { code?: string }) => error.code)
  expect([await written('officer', '990101001'), await written('officer', '990101101'), await written('secretary', home)]).toEqual([
    'written',
    '42501',
    '42501',
  ])
  expect([await filed('countyAdmin'), await filed('officer'), await filed('outsider')]).toEqual(['written', '42501', '42501'])
})

test('formats are kept by whoever convenes, at the own unit, and by nobody below', async () => {
  const written = (player: PlayerName, unit: string) =>
    trial
      .sql(player, async (db) => {
        await sql`insert into star_report_formats (district, unit, id, name, system, list, content, version, changed_at)
          values (${unit.slice(0, 6)}, ${unit}, ${randomUUID()}, '表', '', 'held', '{}', 1, now())`.execute(db)
        return 'written'
      })
      .catch((error: { code?: string }) => error.code)
  expect([await written('countyAdmin', '990101'), await written('countyAdmin', '9901'), await written('officer', '990101001')]).toEqual([
    'written',
    '42501',
    '42501',
  ])
  const renamed = await trial.sql('officer', (db) => sql`update star_report_formats set name = 'x' where district = '990101'`.execute(db))
  expect(renamed.numAffectedRows).toBe(0n)
})

test('a secretary writes drafts, targets and plans of the own unit only', async () => {
  const row = (unit: string) =>
    trial
      .sql('secretary', async (db) => {
        await sql`insert into self_check_rows (district, unit, id, candidacy, row, answer, reason, revision, changed_at)
          values ('990101', ${unit}, ${randomUUID()}, ${waiting.id}, 'NEW', 'met', '', 1, now())`.execute(db)
        return 'written'
      })
      .catch((error: { code?: string }) => error.code)
  expect(await row(home)).toBe('written')
  expect(await row(beside)).toBe('42501')
})

test('an appeal is filed by the unit about itself and answered by whoever decides, never by the account that filed it', async () => {
  const attempt = (player: PlayerName, text: string) =>
    trial
      .sql(player, async (db) => Number((await sql.raw(text).execute(db)).numAffectedRows ?? 0n))
      .catch((error: { code?: string }) => error.code)
  const { id, filed_by: filer } = (
    await trial.owner.query<{ id: string; filed_by: string }>('select id, filed_by from star_honour_appeals')
  ).rows[0] ?? { id: '', filed_by: '' }
  const answer = (by: string) =>
    `update star_honour_appeals set upheld = false, answer = '不', answered_on = '2026-09-10', answered_by = '${by}', answered_at = '990101' where id = '${id}'`
  // The unit may take it back, and not answer it.
  expect(await attempt('secretary', answer(filer))).toBe('42501')
  expect(await attempt('officer', answer(cast.officer.id))).toBe(0)
  expect(await attempt('countyAdmin', answer(filer))).toBe('42501')
  expect(await attempt('countyAdmin', answer(cast.countyAdmin.id))).toBe(1)
  const takeBack = `update star_honour_appeals set withdrawn_on = '2026-09-10' where id = '${id}'`
  expect([await attempt('secretary', takeBack), await attempt('countyAdmin', takeBack)]).toEqual([1, '42501'])
  expect([await attempt('officer', takeBack), await attempt('outsider', takeBack)]).toEqual([0, 0])
  const file = (player: PlayerName, by: string) =>
    attempt(
      player,
      `insert into star_honour_appeals (district, unit, id, honour, against, verb, reason, filed_on, filed_by)
       select district, unit, gen_random_uuid(), id, 9, 'order', '是', '2026-09-10', '${by}' from star_honours where unit = '${home}'`,
    )
  expect(await file('countyAdmin', cast.countyAdmin.id)).toBe('42501')
  expect(await file('secretary', cast.countyAdmin.id)).toBe('42501')
  expect(await file('secretary', cast.secretary.id)).toBe(1)
})
