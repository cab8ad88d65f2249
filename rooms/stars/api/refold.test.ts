// Random verbs by everybody who may and may not, over two stars at once; then every candidacy is made again from its steps,
// and from the acts alone, and must equal its row.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#ground/kernel/days.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { staySignedIn } from '#rooms/people/trial.ts'
import { after, begun, fold } from '../core/candidacy.ts'
import type { Candidacy, State, Step, Verb } from '../core/candidacy.ts'
import { home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
/** The two that have an office among the cast; certified ones begin no second time. */
const starCodes = ['YYXY', 'PAFZ']
/** What lets 平安法治星 hold. */
const known = [
  ['requests-on-time', '96', '2026-H2'],
  ['safety-drill-done', true, '2026'],
] as const
let play: ReturnType<typeof playing>
let cycle: Where

/** A small generator of our own, so that a history can be played again by its number. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

beforeAll(async () => {
  play = playing(trial)
  await staySignedIn(trial)
  await play.seat()
  await play.fullEmployment()
  // Working days of later years are not known yet.
  cycle = await play.open({ parameters: { publicityKind: 'calendar' } })
  for (const [definition, value, period] of known)
    await play.done('countyAdmin', 'facts.state', { body: { id: randomUUID(), unit: home, definition, period, value } })
})

const today = (): string => new Date(trial.clock.now()).toISOString().slice(0, 10)
const note = [{ row: 'B1', reason: '请补充依据' }]

const everybody: readonly PlayerName[] = ['secretary', 'officer', 'reviewer', 'judge', 'countyAdmin', 'supervisor', 'gridWorker']
const verbs: readonly Verb[] = ['submit', 'pass', 'return', 'refuse', 'publicise', 'certify', 'appeal', 'uphold', 'dismiss', 'withdraw']

/** What leads onward from a state; half of the tries are this, the others anything by anybody. */
const onward: Readonly<Partial<Record<State, readonly [Verb, PlayerName]>>> = {
  checking: ['submit', 'secretary'],
  returned: ['submit', 'secretary'],
  first: ['pass', 'officer'],
  office: ['pass', 'reviewer'],
  joint: ['pass', 'countyAdmin'],
  agreed: ['publicise', 'countyAdmin'],
  publicised: ['certify', 'countyAdmin'],
  refused: ['appeal', 'secretary'],
  appealed: ['uphold', 'countyAdmin'],
}

/** What the same player may say instead; whoever refused does not decide the appeal. */
const opposite: Readonly<Partial<Record<State, readonly Verb[]>>> = {
  returned: ['withdraw', 'submit'],
  first: ['refuse', 'return'],
  office: ['refuse', 'return'],
  joint: ['return'],
  publicised: ['return'],
  appealed: ['dismiss'],
}

async function attempt(verb: Verb, by: PlayerName, at: Where, star: string): Promise<number> {
  const call = async (endpoint: string, input: object) => (await play.call(by, `stars.${endpoint}`, input)).status
  switch (verb) {
    case 'submit': {
      const sheet = await play.done('secretary', 'stars.check', { params: { ...at } })
      const rows = (sheet['rows'] as { row: string; revision: number }[]).map(({ row, revision }) => ({
        row,
        answer: 'met',
        reason: '',
        revision: revision + 1,
      }))
      await play.call('secretary', 'stars.keepRows', { params: { ...at }, body: { rows } })
      return call('submit', { params: { ...at }, body: {} })
    }
    case 'return':
      return call('return', { params: { ...at }, body: { rows: note, due: addDays(today(), 7) } })
    case 'refuse':
      return call('refuse', { params: { ...at }, body: { rows: note } })
    case 'dismiss':
      return call('dismiss', { params: { ...at }, body: { rows: note } })
    case 'publicise':
      return call('publicise', { params: { ...cycle }, body: { publicity: randomUUID(), candidacies: [at] } })
    case 'certify':
      return call('certify', { params: { ...at }, body: { document: '' } })
    case 'pass':
      // Nothing is publicised that could not be certified: the one criterion that an office decides has its conclusion.
      return call('pass', {
        params: { ...at },
        body: star === 'PAFZ' ? { reviews: [{ row: 'PAFZ-3', result: 'met', reason: '看过' }] } : {},
      })
    default:
      return call(verb, { params: { ...at }, body: { reason: '写明理由' } })
  }
}

const rowsOf = async <T extends object>(text: string): Promise<T[]> => (await trial.owner.query<T>(text)).rows

/** The fields of the fold as the table has them. */
const stored = `state, submissions, back, due::text as due, rows, submitters, reviewers, digest, drawn, confirmed, publicity,
  public_until::text as "publicUntil", refused_on::text as "refusedOn", refused_by as "refusedBy", certified_on::text as "certifiedOn"`

test('each candidacy is what its steps say and what the acts say, after 400 tries', async () => {
  const roll = dice(20_261_126)
  const pick = <T>(items: readonly T[]): T => {
    const one = items[roll(items.length)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }
  const living = new Map<string, Where>()
  const taken = new Map<Verb, number>()
  for (let nth = 0; nth < 400; nth += 1) {
    trial.clock.advance(5)
    const star = pick(starCodes)
    const at = living.get(star)
    if (at === undefined) {
      const id = randomUUID()
      const { status } = await play.call('secretary', 'stars.begin', { params: { unit: home }, body: { id, cycle: cycle.id, star } })
      if (status === 200) living.set(star, { unit: home, id })
      continue
    }
    const [now] = await rowsOf<{ state: State }>(`select state from star_candidacies where id = '${at.id}'`)
    // A certified star ends here, so nobody leads to it while some verb has never been taken.
    const early = now?.state === 'publicised' && verbs.some((one) => one !== 'certify' && !taken.has(one))
    const led = roll(2) === 0 ? onward[now?.state ?? 'checking'] : undefined
    const against = led === undefined || (roll(5) > 0 && !early) ? undefined : opposite[now?.state ?? 'checking']
    const [verb, by] =
      led === undefined
        ? [pick(verbs), pick(everybody)]
        : [against === undefined ? led[0] : pick(against), led[1] === 'reviewer' && star === 'PAFZ' ? 'judge' : led[1]]
    if (verb === 'certify' && early) continue
    if (verb === 'certify') trial.clock.advance(6 * dayMs)
    const status = await attempt(verb, by, at, star)
    expect([verb, status]).toEqual([verb, expect.toSatisfy((code: number) => code < 500)])
    if (status !== 200) continue
    taken.set(verb, (taken.get(verb) ?? 0) + 1)
    if (verb === 'withdraw' || verb === 'dismiss' || verb === 'certify') living.delete(star)
  }
  for (const verb of verbs) expect([verb, taken.get(verb)]).toEqual([verb, expect.toSatisfy((count: number) => count > 0)])

  const candidacies = await rowsOf<Candidacy & { id: string }>(`select id, ${stored} from star_candidacies order by id`)
  expect(candidacies.length).toBeGreaterThanOrEqual(starCodes.length)
  for (const { id, ...row } of candidacies) {
    const steps = await rowsOf<Step>(
      `select verb, on_day::text as on, by, by_unit as "byUnit", rows, reason, due::text as due, other
       from star_steps where candidacy = '${id}' order by seq`,
    )
    expect(fold(steps)).toEqual(row)

    // Acts name rows, but carry no words of persons: those stand in the step, where they can be erased.
    const acts = await rowsOf<{ verb: Verb; actor: string; on: string; payload: { rows?: string[]; due?: string; other?: string } }>(
      `select verb, actor, (at at time zone 'Asia/Shanghai')::date::text as on, payload from acts
       where room = 'stars' and subject = 'candidacy:${id}' order by at, id`,
    )
    const again = acts.slice(1).reduce<Candidacy>(
      (state, { verb, actor, on, payload }) =>
        after(state, {
          verb,
          on,
          by: actor,
          byUnit: '',
          rows: (payload.rows ?? []).map((name) => ({ row: name, reason: '' })),
          reason: '',
          due: payload.due ?? null,
          other: payload.other ?? null,
        }),
      begun,
    )
    expect(acts[0]?.verb).toBe('begin')
    expect(again).toEqual({ ...row, rows: row.rows.map((one) => ({ row: one.row, reason: '' })) })
  }
}, 120_000)
