// From the first line of a plan to the open round: what is taken, what is refused and how that is said.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { rulesDigest } from '../core/rules-check.ts'
import type { Rules } from '../core/rules.ts'
import { communities, playRound, refusal, street } from '../trial.ts'

const trial = useTrial()

const plan = {
  name: '第三季度亮赛比',
  quarter: '2026-Q3',
  theme: '宜业兴业星',
  heldOn: '2026-09-10',
  place: '街道会议室',
  mode: 'field',
  ballots: 'named',
  spotCheck: false,
  agenda: ['抽签', '逐点察看'],
}
const newRound = () => ({ ...plan, id: randomUUID(), template: 'T2' })

describe('planning', () => {
  test('a round takes the rules of its template; the same id again is the same round', async () => {
    const officer = trial.as('officer')
    const body = newRound()
    const first = await officer.call('rounds.plan', { params: { unit: street }, body })
    expect(first.body).toMatchObject({ ...plan, id: body.id, state: 'planned', version: 1, rulesDigest: null, parts: [] })
    expect((first.body['rules'] as Rules).components.map(({ id }) => id)).toEqual(['field', 'stage'])
    const again = await officer.call('rounds.plan', { params: { unit: street }, body: { ...body, name: '别的名字' } })
    expect(again.body).toEqual(first.body)
    const { rows } = await trial.owner.query(`select 1 from acts where verb = 'plan' and subject = $1`, [`round:${body.id}`])
    expect(rows).toHaveLength(1)
  })

  test('a template that is not there, a unit of another county, a post that may not', async () => {
    const officer = trial.as('officer')
    const unknown = await refusal(officer, 'plan', { params: { unit: street }, body: { ...newRound(), template: 'T9' } })
    expect(unknown).toMatchObject({ code: 4102, status: 422 })
    expect(unknown.zh).toContain('没有这个模板')
    expect(unknown.en).toContain('No such template')
    for (const player of ['outsider', 'secretary', 'supervisor', 'judge'] as const) {
      const answer = await trial.as(player).call('rounds.plan', { params: { unit: street }, body: newRound() })
      expect(answer.status, player).toBe(403)
    }
    expect(await refusal(trial.as('countyAdmin'), 'plan', { params: { unit: '990101999' }, body: newRound() })).toMatchObject({
      code: 4105,
    })
  })

  test('the list shows what lies within the post, by quarter, year and place', async () => {
    const body = { ...newRound(), quarter: '2025-Q1', heldOn: '2025-03-10' }
    await trial.as('officer').call('rounds.plan', { params: { unit: street }, body })
    const ids = async (player: 'officer' | 'countyAdmin' | 'outsider', query: Record<string, string>) => {
      const { body: list } = await trial.as(player).call<{ rows: { id: string }[] }>('rounds.list', { query })
      return list.rows.map(({ id }) => id)
    }
    expect(await ids('officer', { quarter: '2025-Q1' })).toEqual([body.id])
    expect(await ids('countyAdmin', { year: '2025', below: '990101' })).toEqual([body.id])
    expect(await ids('countyAdmin', { year: '2025', below: '990101101' })).toEqual([])
    expect(await ids('officer', { year: '2024' })).toEqual([])
    expect(await ids('outsider', {})).toEqual([])
    expect(await ids('officer', { below: '990102' })).toEqual([])
  })

  test('templates are offered with their sheets and a bank of questions', async () => {
    const { body } = await trial
      .as('officer')
      .call<{ templates: { id: string; sample: boolean; questions: string[] }[] }>('rounds.templates')
    expect(body.templates.map(({ id, sample }) => [id, sample])).toEqual([
      ['T1', true],
      ['T2', true],
      ['T3', true],
    ])
    expect(body.templates.every(({ questions }) => questions.length > 0)).toBe(true)
  })

  test('a plan is revised until the rules are fixed', async () => {
    const round = await playRound(trial, { fix: false })
    await round.move('revise', { ...plan, name: '改期', heldOn: '2026-09-11' })
    const read = await trial.as('officer').call('rounds.get', { params: round.where })
    expect(read.body).toMatchObject({ name: '改期', heldOn: '2026-09-11' })
    await round.move('fixRules')
    const late = await refusal(trial.as('officer'), 'revise', { params: round.where, body: plan })
    expect(late).toMatchObject({ code: 4101, status: 409 })
    expect(late.zh).toContain('规则已定')
    expect(late.en).toContain('rules fixed')
  })
})

describe('units that take part', () => {
  test('only what lies below the convening unit, once each', async () => {
    const round = await playRound(trial, { fix: false })
    const officer = trial.as('officer')
    const include = (subjects: readonly string[]) => refusal(officer, 'include', { params: round.where, body: { subjects } })
    expect(await include(['990101001001', '990101001001'])).toMatchObject({ code: 4107 })
    expect(await include([street])).toMatchObject({ code: 4106 })
    expect(await include(['990101101201'])).toMatchObject({ code: 4106 })
    const unknown = await include(['990101001009'])
    expect(unknown).toMatchObject({ code: 4105 })
    expect(unknown.zh).toContain('990101001009')
    expect(unknown.en).toContain('990101001009')
    const set = await round.move('include', { subjects: ['990101001002', '990101001001'] })
    expect(set['parts']).toMatchObject([
      { number: 1, subject: '990101001002', name: '和风社区' },
      { number: 2, subject: '990101001001', name: '朝霞社区' },
    ])
  })
})

describe('rules', () => {
  const broken = (rules: Rules): Rules => ({
    ...rules,
    components: rules.components.map((component) => ({ ...component, weight: '0.9' })),
    bands: { advanced: '80', good: '90' },
    sheets: { ...rules.sheets, other: rules.sheets['field'] ?? [] },
  })

  test('rules that cannot be counted are refused, every fault with its path', async () => {
    const round = await playRound(trial, { fix: false })
    const rules = (await round.rules()) as unknown as Rules
    const answer = await trial.as('officer').call<{ code: number; errors: { path: string; detail: string }[] }>('rounds.setRules', {
      params: round.where,
      body: { rules: broken(rules) },
    })
    expect(answer.body.code).toBe(4103)
    const paths = answer.body.errors.map(({ path }) => path)
    expect(paths).toContain('body.rules.sheets.other')
    expect(paths).toContain('body.rules.bands')
    expect(paths.some((path) => path.startsWith('body.rules.components'))).toBe(true)
    const mended = { ...rules, bands: { advanced: '88', good: '75' } }
    await round.move('setRules', { rules: mended })
    expect(await round.rules()).toEqual(mended)
  })

  test('fixing publishes them: from then on anybody reads plan and rules, and the digest is that of the tally', async () => {
    const round = await playRound(trial, { fix: false })
    const page = () => trial.as('nobody').call('rounds.published', { params: round.where })
    expect((await page()).body['code']).toBe(4100)
    const fixed = await round.move('fixRules')
    const rules = (await round.rules()) as unknown as Rules
    expect(fixed['rulesDigest']).toBe(rulesDigest(rules))
    expect((await page()).body).toMatchObject({ state: 'fixed', rulesDigest: fixed['rulesDigest'], publications: [] })
    const listed = await trial.as('nobody').call<{ rows: { id: string }[] }>('rounds.announced', { query: { below: street } })
    expect(listed.body.rows.map(({ id }) => id)).toContain(round.where.id)
    expect(await refusal(trial.as('officer'), 'setRules', { params: round.where, body: { rules } })).toMatchObject({ code: 4101 })
    expect(await refusal(trial.as('officer'), 'include', { params: round.where, body: { subjects: communities } })).toMatchObject({
      code: 4101,
    })
  })

  test('nothing is fixed without units, nothing opens without a judge', async () => {
    const officer = trial.as('officer')
    const body = newRound()
    await officer.call('rounds.plan', { params: { unit: street }, body })
    const where = { params: { unit: street, id: body.id }, body: {} }
    expect(await refusal(officer, 'fixRules', where)).toMatchObject({ code: 4104 })
    await officer.call('rounds.include', { ...where, body: { subjects: communities } })
    expect((await officer.call('rounds.fixRules', where)).status).toBe(200)
    expect(await refusal(officer, 'open', where)).toMatchObject({ code: 4108 })
  })

  test('a change after fixing is an act with its reason, and refused when scores that are in would not fit', async () => {
    const round = await playRound(trial, { judges: { leaders: 1 } })
    const rules = (await round.rules()) as unknown as Rules
    const heavier = { ...rules, bonusCap: '3' }
    const changed = await round.move('changeRules', { rules: heavier, reason: '会议决定' })
    expect(changed['rulesDigest']).toBe(rulesDigest(heavier))
    await round.scoreAll()
    const field = rules.sheets['field'] ?? []
    const smaller = { ...heavier, sheets: { field: field.filter(({ id }) => id !== 'theme') } }
    const params = round.where
    const officer = trial.as('officer')
    expect(await refusal(officer, 'changeRules', { params, body: { rules: smaller, reason: '减项' } })).toMatchObject({ code: 4109 })
    const fewer = { ...heavier, panels: heavier.panels.filter(({ id }) => id !== 'leaders').map((panel) => ({ ...panel, weight: '0.3' })) }
    fewer.panels = fewer.panels.map((panel, index) => ({ ...panel, weight: index === 0 ? '0.4' : '0.3' }))
    expect(await refusal(officer, 'changeRules', { params, body: { rules: fewer, reason: '减组' } })).toMatchObject({ code: 4109 })
    expect(await refusal(officer, 'changeRules', { params, body: { rules: broken(rules), reason: '错的' } })).toMatchObject({ code: 4103 })
    const { rows } = await trial.owner.query<{ reason: string }>(`select reason from acts where verb = 'changeRules' and subject = $1`, [
      `round:${round.where.id}`,
    ])
    expect(rows).toEqual([{ reason: '会议决定' }])
  })
})

describe('before the beginning', () => {
  test('readiness says what is missing, by colour and by name, and forbids nothing', async () => {
    const round = await playRound(trial, { fix: false, judges: { leaders: 2 }, others: ['teller'] })
    const board = async () => {
      const { body } = await trial
        .as('officer')
        .call<{ items: { key: string; state: string; missing: string[] }[]; secure: boolean }>('rounds.readiness', { params: round.where })
      return { reported: body.secure, ...Object.fromEntries(body.items.map(({ key, state, missing }) => [key, [state, ...missing]])) }
    }
    expect(await board()).toMatchObject({
      reported: true,
      secure: ['green'],
      units: ['green'],
      rules: ['red'],
      tellers: ['amber', 'supervisor'],
      devices: ['green'],
      offline: ['amber', '评委1', '评委2'],
      stage: ['grey'],
      commitments: ['amber', '朝霞社区', '和风社区'],
    })
    await round.ask(round.seat('judge', 1), 'seatReady', { offline: true })
    await round.ask(round.seat('judge', 2), 'seatReady', { offline: false })
    await round.move('fixRules')
    expect(await board()).toMatchObject({ rules: ['green'], offline: ['amber', '评委2'] })
    await round.move('open')
  })

  test('readiness is red where a phone could not work offline: plain http to another name than this machine', async () => {
    const { where } = await playRound(trial)
    const ask = async (host: string): Promise<unknown> => {
      const asked = get(`${trial.url}/api/v1/rounds/${where.unit}/${where.id}/readiness`, {
        headers: { host, cookie: `lx-session=${cast.officer.token}` },
      })
      const [response] = (await once(asked, 'response')) as [IncomingMessage]
      return ((await new Response(response as never).json()) as { secure: boolean }).secure
    }
    expect([await ask('localhost'), await ask('127.0.0.1:8080'), await ask('liangxing.example'), await ask('localhost.example')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('a round is cancelled with its reason; its seats open nothing any more and the public list forgets it', async () => {
    const round = await playRound(trial)
    await round.move('cancel', { reason: '改为线上通报' })
    expect(await refusal(trial.as('officer'), 'open', { params: round.where, body: {} })).toMatchObject({ code: 4101 })
    const listed = await trial.as('nobody').call<{ rows: { id: string }[] }>('rounds.announced')
    expect(listed.body.rows.map(({ id }) => id)).not.toContain(round.where.id)
    const judge = round.seat('judge')
    const sheets = [{ subject: communities[0], component: 'field', revision: 1, points: {}, note: '' }]
    expect((await round.ask(judge, 'score', { sheets })).body['code']).toBe(118)
  })

  test('a round elsewhere is nowhere', async () => {
    const round = await playRound(trial)
    const params = { ...round.where, id: randomUUID() }
    expect(await refusal(trial.as('officer'), 'get', { params })).toMatchObject({ code: 4100, status: 404 })
    expect(await refusal(trial.as('officer'), 'open', { params, body: {} })).toMatchObject({ code: 4100 })
    expect((await trial.as('outsider').call('rounds.get', { params: round.where })).status).toBe(403)
  })
})
