// Departments, Party organisations and links: kept by those whose units they serve, seen inside one's posts.

import { describe, expect, test } from 'vitest'
import { linkedOf } from '../offers.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'

const trial = useTrial()

interface Listed {
  readonly organisations: readonly { id: string; name: string; unit: string; unitName: string; parent: string | null; to: string | null }[]
}

const run = <T = Record<string, unknown>>(endpoint: string, input: object, player: PlayerName = 'countyAdmin') =>
  trial.as(player).call<T>(`units.${endpoint}`, input)
const effective = '2026-01-01'
const reason = '按批复调整'

const made: Record<string, string> = {}

async function make(key: string, body: object, player: PlayerName = 'countyAdmin'): Promise<void> {
  const answer = await run<{ id: string }>('createOrganisation', { body: { effective, ...body } }, player)
  expect([key, answer.status]).toEqual([key, 200])
  made[key] = answer.body.id
}

const listed = async (player: PlayerName, query: object = { unit: '99' }): Promise<string[]> =>
  (await run<Listed>('organisations', { query }, player)).body.organisations.map((each) => each.name)

describe('second trees', () => {
  test('are made from the top: departments, committees, branches', async () => {
    await make('bureau', { unit: '990101', type: 'department', host: 'office', name: '演示县人社局' })
    await make('committee', { unit: '990101001', type: 'committee', host: 'office', name: '晨光街道党工委' }, 'officer')
    await make(
      'branch',
      { unit: '990101001001', type: 'branch', host: 'community', name: '朝霞社区党支部', parent: made['committee'] },
      'officer',
    )
    await make(
      'building',
      { unit: '990101001001', type: 'grid-branch', host: 'building', name: '朝霞社区1号楼院党支部', parent: made['branch'] },
      'officer',
    )
    await make('neighbour', { unit: '990102', type: 'department', host: 'office', name: '邻县人社局' }, 'outsider')
    expect(await listed('countyAdmin')).toEqual(['演示县人社局', '晨光街道党工委', '朝霞社区党支部', '朝霞社区1号楼院党支部'])
  })

  test('are seen inside one’s posts and above them, never beside', async () => {
    expect(await listed('secretary')).toEqual(['演示县人社局', '晨光街道党工委', '朝霞社区党支部', '朝霞社区1号楼院党支部'])
    expect(await listed('outsider')).toEqual(['邻县人社局'])
    expect((await run('organisations', { query: { unit: '99' } }, 'resident')).status).toBe(403)
    expect((await trial.as('nobody').call('units.organisations', { query: { unit: '99' } })).status).toBe(401)
    const { rows } = await trial.owner.query('select name from organisations')
    expect(rows).toHaveLength(5)
  })

  test('follow the rules of who belongs to whom', async () => {
    const codeOf = async (endpoint: string, input: object): Promise<unknown> => (await run(endpoint, input)).body['code']
    const body = { unit: '990101001001', host: 'community', name: '某支部', effective }
    expect(await codeOf('createOrganisation', { body: { ...body, type: 'branch', parent: made['bureau'] } })).toBe(1031)
    expect(await codeOf('createOrganisation', { body: { ...body, type: 'branch', parent: cast.operator.id } })).toBe(1030)
    expect(await codeOf('createOrganisation', { body: { ...body, unit: '990101777', type: 'branch' } })).toBe(1000)
    expect(await codeOf('moveOrganisation', { params: { id: made['branch'] }, body: { parent: made['building'], effective } })).toBe(1031)
    expect(await codeOf('endOrganisation', { params: { id: made['branch'] }, body: { effective: '2026-06-01', reason } })).toBe(1033)
    expect(await codeOf('endOrganisation', { params: { id: made['building'] }, body: { effective, reason } })).toBe(1034)
    expect(await codeOf('renameOrganisation', { params: { id: made['neighbour'] }, body: { name: '改名', effective } })).toBe(1030)
  })

  test('change by acts: name, place, end', async () => {
    expect(
      (await run('renameOrganisation', { params: { id: made['branch'] }, body: { name: '朝霞社区第一党支部', effective: '2026-05-01' } }))
        .status,
    ).toBe(200)
    expect(
      (await run('moveOrganisation', { params: { id: made['building'] }, body: { parent: made['committee'], effective: '2026-05-01' } }))
        .status,
    ).toBe(200)
    expect((await run('endOrganisation', { params: { id: made['branch'] }, body: { effective: '2026-06-01', reason } })).status).toBe(200)
    expect(await listed('countyAdmin', { unit: '990101001001' })).toEqual(['朝霞社区1号楼院党支部'])
    expect(await listed('countyAdmin', { unit: '990101001001', asOf: '2026-05-31', type: 'branch' })).toEqual(['朝霞社区第一党支部'])
    expect(
      (await run('renameOrganisation', { params: { id: made['branch'] }, body: { name: '再改', effective: '2026-07-01' } })).body['code'],
    ).toBe(1032)
    const { rows } = await trial.owner.query<{ verb: string }>(`select verb from acts where subject = $1 order by verb`, [
      `organisation:${made['branch']}`,
    ])
    expect(rows.map((row) => row.verb)).toEqual(['createOrganisation', 'endOrganisation', 'renameOrganisation'])
  })

  test.each(['secretary', 'reviewer', 'judge', 'gridWorker', 'supervisor', 'resident', 'outsider'] as const)(
    '%s keeps none here',
    async (player) => {
      const id = made['bureau']
      expect(
        (
          await run(
            'createOrganisation',
            { body: { unit: '990101001001', type: 'branch', host: 'community', name: '某支部', effective } },
            player,
          )
        ).status,
      ).toBe(403)
      for (const [endpoint, body] of [
        ['renameOrganisation', { name: '改名', effective }],
        ['moveOrganisation', { parent: null, effective }],
        ['endOrganisation', { effective: '2026-06-01', reason }],
      ] as const) {
        expect([403, 404]).toContain((await run(endpoint, { params: { id }, body }, player)).status)
      }
      expect((await trial.owner.query('select name, valid_to from organisations where id = $1', [id])).rows).toEqual([
        { name: '演示县人社局', valid_to: null },
      ])
    },
  )
})

describe('linked officers', () => {
  const link = { unit: '990101001001', person: cast.judge.id, role: '包村领导', effective }

  test('one person is responsible for a unit once at a time', async () => {
    const answer = await run<{ id: string }>('linkOfficer', { body: link }, 'officer')
    expect(answer.status).toBe(200)
    made['link'] = answer.body.id
    expect((await run('linkOfficer', { body: { ...link, effective: '2026-05-01' } })).body['code']).toBe(1041)
    expect((await run('linkOfficer', { body: { ...link, unit: '990101777' } })).body['code']).toBe(1000)
    const list = await run('linkedOfficers', { query: { unit: '990101' } }, 'reviewer')
    expect(list.body).toMatchObject({
      links: [{ unit: '990101001001', unitName: '朝霞社区', person: cast.judge.id, role: '包村领导', from: effective, to: null }],
    })
  })

  test('is known where recusal asks, by the person as by the convener', async () => {
    expect(await trial.sql('judge', (db) => linkedOf(db, cast.judge.id, '2026-09-08'))).toEqual(['990101001001'])
    expect(await trial.sql('countyAdmin', (db) => linkedOf(db, cast.judge.id, '2026-09-08', '990101'))).toEqual(['990101001001'])
    expect(await trial.sql('outsider', (db) => linkedOf(db, cast.judge.id, '2026-09-08'))).toEqual([])
    expect(await trial.sql('countyAdmin', (db) => linkedOf(db, cast.judge.id, '2025-12-31'))).toEqual([])
  })

  test('is read inside one’s posts only', async () => {
    expect((await run('linkedOfficers', { query: { unit: '990101' } }, 'outsider')).status).toBe(403)
    expect((await run('linkedOfficers', { query: { unit: '990102' } }, 'outsider')).body).toEqual({ links: [] })
    expect((await run('linkedOfficers', { query: { unit: '990101001001' } }, 'resident')).status).toBe(403)
    expect((await trial.as('nobody').call('units.linkedOfficers', { query: { unit: '990101' } })).status).toBe(401)
  })

  test.each(['secretary', 'reviewer', 'judge', 'gridWorker', 'supervisor', 'resident', 'outsider'] as const)(
    '%s neither makes nor ends one',
    async (player) => {
      expect((await run('linkOfficer', { body: { ...link, person: cast.officer.id } }, player)).status).toBe(403)
      expect(
        (await run('unlinkOfficer', { params: { unit: link.unit, id: made['link'] }, body: { effective: '2026-08-01' } }, player)).status,
      ).toBe(403)
      expect((await trial.owner.query('select valid_to from linked_officers')).rows).toEqual([{ valid_to: null }])
    },
  )

  test('ends the day before', async () => {
    const end = (day: string) => run('unlinkOfficer', { params: { unit: link.unit, id: made['link'] }, body: { effective: day } })
    expect((await end(effective)).body['code']).toBe(1034)
    expect((await end('2026-08-01')).status).toBe(200)
    expect((await end('2026-08-01')).body['code']).toBe(1040)
    expect((await run('linkedOfficers', { query: { unit: '990101', asOf: '2026-07-31' } })).body).toMatchObject({
      links: [{ to: '2026-07-31' }],
    })
    expect((await run('linkedOfficers', { query: { unit: '990101' } })).body).toEqual({ links: [] })
  })
})
