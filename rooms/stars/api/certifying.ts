// Certification: a star is certified only when nothing stands in its way, and with it goes the code of its plaque. A list is
// judged star by star and written together: one that is refused holds up no other.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { ancestorsOf } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { makeCode } from '#rooms/feedback/core/code.ts'
import type { reviewContract } from '../contract-reviews.ts'
import { hindrances } from '../core/certifying.ts'
import type { Hindrance } from '../core/certifying.ts'
import { missingFor } from '../core/cycle.ts'
import { findCandidacy } from '../data/candidacies.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { betweenQuotas, findCycle, quotasOf, saveQuota } from '../data/cycles.ts'
import type { CycleRow, QuotaRow } from '../data/cycles.ts'
import type { HonourRow } from '../data/honours.ts'
import { openObjections } from '../data/publicities.ts'
import { addHonours, honoursFrom, openObjectionsTo, settleCertified } from '../data/together.ts'
import { problems } from '../problems.ts'
import { codeFrom } from './codes.ts'
import { cycleSeen } from './cycles.ts'
import { measureOf, weigh } from './edition.ts'
import type { Weighed } from './edition.ts'
import { askedOn } from './edition-rows.ts'
import { endFormer, formerOf } from './former-stars.ts'
import { weighedOf } from './foreseen.ts'
import { honourShown } from './shown.ts'
import type { At, Stepping } from './stepping.ts'
import { heldTogether, recordTogether } from './stepping-together.ts'
import { isDecider } from './who.ts'

type C = typeof reviewContract

/** Units whose quotas a star of a unit counts against: its county and its township, and itself never. */
const quotaUnits = (rows: readonly CandidacyRow[]): string[] => [
  ...new Set(rows.flatMap((row) => ancestorsOf(row.unit).filter((code) => code.length >= 6))),
]

/** Those of some quotas that a star counts against. */
const against = (quotas: Iterable<QuotaRow>, { unit, star }: CandidacyRow): QuotaRow[] =>
  [...quotas].filter((quota) => quota.star === star && quota.unit !== unit && unit.startsWith(quota.unit))

function leftOf(quotas: readonly QuotaRow[]): number | null {
  const hard = quotas.filter((quota) => quota.hard).map((quota) => quota.most - quota.given)
  return hard.length === 0 ? null : Math.min(...hard)
}

/** What stands in the way of certifying a star today. */
export async function hindrancesOf(
  { db, today }: Pick<Stepping, 'db' | 'today'>,
  row: CandidacyRow,
  cycle: CycleRow,
  weighed: Weighed | null,
): Promise<Hindrance[]> {
  const measure = await measureOf(db, cycle, row.star)
  const now =
    weighed ??
    (measure === undefined ? null : await weigh(db, measure, row.unit, { day: today, asked: await askedOn(db, row, today) }, 'zh'))
  return hindrances(row, {
    today,
    openObjections: await openObjections(db, row.unit, row.id),
    unmet: now?.unmet ?? [row.star],
    held: now?.held ?? null,
    left: leftOf(against(await quotasOf(db, row.cycle, quotaUnits([row])), row)),
  })
}

type Certifying = Stepping & Pick<RoomRequest, 'language' | 'vault' | 'later' | 'covers'>

interface Certified {
  /** By candidacy: those of the list that are certified now, also those that were before. */
  readonly honours: ReadonlyMap<string, HonourRow>
  /** In the order of the list. */
  readonly refused: readonly { readonly at: At; readonly problem: Problem }[]
}

/** Whether the actor may certify in a cycle at all. */
function mayCertify({ actor }: Pick<RoomRequest, 'actor'>, { parameters }: CycleRow): Result<null> {
  const names = missingFor(parameters, 'certify')
  if (names.length > 0) return refuse(problems.parameterMissing({ names }))
  return isDecider(actor, parameters) ? ok(null) : refuse(problems.notDecider())
}

/** Certifies those of a list in whose way nothing stands; each is asked all that it would be asked alone. */
async function certifyAll(request: Certifying, cycle: CycleRow, list: readonly At[], document: string): Promise<Certified> {
  const { db, today, clock, dice, vault } = request
  const certified = await honoursFrom(db, list)
  const before = [...certified].filter(([, one]) => one.cycle === cycle.id && request.covers(one.unit))
  const done = new Set(before.map(([, { unit, candidacy }]) => `${unit} ${candidacy}`))
  const asked = list.filter(({ unit, id }) => !done.has(`${unit} ${id}`))
  const may = mayCertify(request, cycle)
  const each = await heldTogether(request, cycle, asked, 'certify')
  await betweenQuotas(db, cycle.id, 'certifying')
  const rows = each.flatMap(({ held }) => (held.ok ? [held.value] : []))
  const quotas = new Map((await quotasOf(db, cycle.id, quotaUnits(rows), true)).map((quota) => [quota.id, quota]))
  const weighed = new Map((await weighedOf(request, cycle, rows)).map((one, place) => [rows[place]?.id, one]))
  const objections = await openObjectionsTo(db, rows)
  const former = await formerOf(request, cycle, rows)
  const touched = new Set<string>()
  const judged = (row: CandidacyRow): Problem | null => {
    if (!may.ok) return may.problem
    const counting = against(quotas.values(), row)
    const now = weighed.get(row.id) ?? null
    const found = hindrances(row, {
      today,
      openObjections: objections.get(row.id) ?? 0,
      unmet: now?.unmet ?? [row.star],
      held: now?.held ?? null,
      left: leftOf(counting),
    })
    if (found.length > 0) return problems.hindered({ hindrances: found })
    const ending = former.get(`${row.unit} ${row.star}`) ?? []
    if (ending.length > 0 && document === '') return problems.formerDocument({ count: ending.length })
    for (const quota of counting) {
      quotas.set(quota.id, { ...quota, given: quota.given + 1 })
      touched.add(quota.id)
    }
    return null
  }
  const [refused, passed]: [{ at: At; problem: Problem }[], CandidacyRow[]] = [[], []]
  for (const { at, held } of each) {
    const problem = held.ok ? judged(held.value) : held.problem
    if (problem !== null) refused.push({ at, problem })
    else if (held.ok) passed.push(held.value)
  }
  await recordTogether(request, passed, 'certify', { other: document === '' ? null : document })
  for (const id of touched) {
    const quota = quotas.get(id)
    if (quota !== undefined) await saveQuota(request.later, quota)
  }
  await settleCertified(db, passed)
  const honours = passed.map((row): HonourRow => {
    const plaque = makeCode(codeFrom(vault, `stars.plaque:${row.id}`))
    const of = { unit: row.unit, id: newId(clock, dice), cycle: cycle.id, candidacy: row.id, year: cycle.year, star: row.star, plaque }
    return { ...of, state: 'held', due: null, from: today, to: null, steps: 0 }
  })
  await addHonours(db, honours, new Date(clock.now()))
  const ending = passed.flatMap((row) => former.get(`${row.unit} ${row.star}`) ?? [])
  await endFormer(request, ending, { document, basis: `${cycle.year}年度重新认定` })
  return { honours: new Map([...before, ...honours.map((one): [string, HonourRow] => [one.candidacy, one])]), refused }
}

const certify: Handler<C['certify']> = async (request) => {
  const { db, params, body } = request
  const row = await findCandidacy(db, params.unit, params.id)
  const cycle = row === undefined ? undefined : await findCycle(db, row.cycle)
  if (cycle === undefined) return refuse(problems.noSuchCandidacy())
  const { honours, refused } = await certifyAll(request, cycle, [params], body.document)
  const [stopped] = refused
  if (stopped !== undefined) return refuse(stopped.problem)
  const honour = honours.get(params.id)
  if (honour === undefined) throw new Error('what is not refused is certified')
  return ok(await honourShown(request, honour))
}

const certifyList: Handler<C['certifyList']> = async (request) => {
  const { params, body, language } = request
  const found = await cycleSeen(request, params)
  if (!found.ok) return found
  const may = mayCertify(request, found.value)
  if (!may.ok) return may
  const { honours, refused } = await certifyAll(request, found.value, body.candidacies, body.document)
  return ok({
    certified: honours.size,
    refused: refused.map(({ at, problem }) => ({
      unit: at.unit,
      id: at.id,
      code: problem.code,
      title: problem.title[language],
      detail: problem.detail[language],
    })),
  })
}

export const certifyingHandlers = { certify, certifyList } satisfies Partial<Handlers<C>>
