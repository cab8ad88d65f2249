// A cycle that is open, and the verbs of the cast in it: what several tests of this room begin with.

import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import type { Trial } from '#ground/trial/trial.ts'

/** The community of the cast. */
export const home = '990101001001'
/** The one beside it. */
export const beside = '990101001002'
/** The edition all plays use; for communities. */
export const edition = 'sample/five-star/2022-community'
/** Rows of 宜业兴业星. */
export const rowsOfYyxy = ['B1', 'B2', 'YYXY-B2b', 'YYXY-1', 'YYXY-2', 'YYXY-3', 'YYXY-4', 'YYXY-5', 'YYXY-6', 'YYXY-7', 'YYXY-8']

/** What every play determines; tests change single parameters. */
export const parameters = {
  publicityDays: 5,
  publicityKind: 'working',
  decidedBy: 'county',
  samplingPercent: 0,
  appealDays: 10,
  contact: '演示县委组织部 000-0000000',
}

export interface Where {
  readonly unit: string
  readonly id: string
}

interface Said extends Where {
  readonly code?: number
  readonly state: string
  readonly [more: string]: unknown
}

/** A call and its answer; what it says is expected to be done. */
export function playing(trial: Trial) {
  const call = async (by: PlayerName | 'nobody', endpoint: string, input: Parameters<ReturnType<Trial['as']>['call']>[1] = {}) =>
    trial.as(by).call<Said>(endpoint, input)
  const done = async (
    by: PlayerName | 'nobody',
    endpoint: string,
    input: Parameters<ReturnType<Trial['as']>['call']>[1] = {},
  ): Promise<Said> => {
    const answer = await call(by, endpoint, input)
    expect(answer.status, `${endpoint} ${JSON.stringify(answer.body)}`).toBe(200)
    return answer.body
  }
  const code = async (
    by: PlayerName | 'nobody',
    endpoint: string,
    input: Parameters<ReturnType<Trial['as']>['call']>[1] = {},
  ): Promise<number | undefined> => (await call(by, endpoint, input)).body.code

  /** Posts as the campaign has them, before anybody signs in: the reviewer's star, another star's office, two officers of the prefecture. */
  const seat = async (): Promise<void> => {
    const put = 'update posts set star = $1, role = $2, unit = $3, district = left($3, 6) where id = $4'
    await trial.owner.query(put, ['YYXY', 'star-office', '990101', cast.reviewer.post])
    await trial.owner.query(put, ['PAFZ', 'star-office', '990101', cast.judge.post])
    await trial.owner.query(put, [null, 'prefecture-officer', '9901', cast.supervisor.post])
    await trial.owner.query(put, [null, 'prefecture-officer', '9901', cast.gridWorker.post])
  }

  /** An edition, installed once. */
  const install = async (pack: string): Promise<void> => {
    const answer = await call('countyAdmin', 'standards.install', { body: { unit: '990101', pack } })
    if (answer.status !== 200) expect(answer.status, JSON.stringify(answer.body)).toBe(409)
  }

  const plan = async (more: Record<string, unknown> = {}, of = edition): Promise<Where> => {
    await install(of)
    const id = randomUUID()
    const body = {
      id,
      year: 2026,
      name: '2026年度社区“五星”支部创建',
      edition: of,
      calendar: [{ id: 'carry-out', name: '落实措施', from: '2026-07-01', to: '2026-12-31' }],
      parameters: { ...parameters, ...(more['parameters'] as object | undefined) },
      offices: of === edition ? { YYXY: '人力资源和社会保障局' } : {},
    }
    await done('countyAdmin', 'stars.plan', { params: { unit: '990101' }, body })
    return { unit: '990101', id }
  }

  const registerCheck = (cycle: Where, days = { from: '2026-09-01', sunset: '2026-12-31' }) =>
    done('countyAdmin', 'facts.registerDemand', {
      body: {
        id: randomUUID(),
        unit: '990101',
        form: `self-check:${cycle.id}`,
        title: '“五星”支部创建自查表',
        issuer: '演示县委组织部',
        basis: '示例：演组〔2026〕1号',
        frequency: 'year',
        ...days,
        minutes: 60,
        // Each play asks for a datum of its own: a second demand for the same is refused.
        texts: [`创建自查情况 ${cycle.id}`],
        below: '990101',
      },
    })

  const open = async (more: Record<string, unknown> = {}, of = edition): Promise<Where> => {
    const cycle = await plan(more, of)
    await registerCheck(cycle)
    await done('countyAdmin', 'stars.open', { params: { ...cycle }, body: {} })
    return cycle
  }

  const begin = async (cycle: Where, star = 'YYXY'): Promise<Where> => {
    const id = randomUUID()
    await done('secretary', 'stars.begin', { params: { unit: home }, body: { id, cycle: cycle.id, star } })
    return { unit: home, id }
  }
  const answerAll = (at: Where, rows: readonly string[] = rowsOfYyxy, revision = 1, reason = '') =>
    done('secretary', 'stars.keepRows', {
      params: { ...at },
      body: { rows: rows.map((row) => ({ row, answer: 'met', reason, revision })) },
    })
  const take = (by: PlayerName, verb: string, at: Where, body: unknown = {}) => done(by, `stars.${verb}`, { params: { ...at }, body })

  const submitted = async (cycle: Where): Promise<Where> => {
    const at = await begin(cycle)
    await answerAll(at)
    await take('secretary', 'submit', at)
    return at
  }
  const agreed = async (cycle: Where): Promise<Where> => {
    const at = await submitted(cycle)
    await take('officer', 'pass', at)
    await take('reviewer', 'pass', at)
    await take('countyAdmin', 'pass', at)
    return at
  }
  /** The certificate that makes 宜业兴业星 hold. */
  const fullEmployment = async (from = '2026-01-01'): Promise<void> => {
    const { status, body } = await call('countyAdmin', 'facts.certify', {
      body: {
        id: randomUUID(),
        unit: home,
        name: '充分就业社区',
        level: 'county',
        from,
        to: null,
        issuer: '演示县人社局',
        document: '演人社〔2026〕2号',
      },
    })
    // It may be on record already.
    expect([200, 409], JSON.stringify(body)).toContain(status)
  }

  const publicised = async (cycle: Where): Promise<Where & { readonly publicity: string }> => {
    const at = await agreed(cycle)
    // Nothing is publicised that could not be certified.
    await fullEmployment()
    const publicity = randomUUID()
    await done('countyAdmin', 'stars.publicise', { params: { ...cycle }, body: { publicity, candidacies: [at] } })
    return { ...at, publicity }
  }

  return {
    call,
    done,
    code,
    seat,
    plan,
    registerCheck,
    open,
    begin,
    answerAll,
    take,
    submitted,
    agreed,
    publicised,
    fullEmployment,
  }
}
