// What a phone keeps of a post's stars: the list, what is cited for each row, and one star as it is reviewed.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { hintsOf } from '#rooms/evidence/offers.ts'
import { findUnit, namesOf } from '#rooms/units/offers.ts'
import type { pocketContract } from '../contract-pocket.ts'
import { livingStates } from '../core/candidacy.ts'
import { cycleText } from '../core/cycle.ts'
import { verbsFor } from '../core/guards.ts'
import { changes } from '../core/self-check.ts'
import { starNamer, starText } from '../core/star-name.ts'
import { findCandidacy, listCandidacies, stepsOf } from '../data/candidacies.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { lastSubmissions } from '../data/checks.ts'
import { findCycle, listCycles } from '../data/cycles.ts'
import type { CycleRow } from '../data/cycles.ts'
import { honoursBelow } from '../data/honours.ts'
import { problems } from '../problems.ts'
import { citedSeen, citedThen } from './cited.ts'
import type { RowItem } from './cited.ts'
import { askedRows, editionOf, knownOf, measureOf, readsOf, weigh } from './edition.ts'
import type { Edition } from './edition.ts'
import { askedOn } from './edition-rows.ts'
import { waitingFor } from './reviews.ts'
import { honoursShown, rowsShown } from './shown.ts'
import { whoFor } from './who.ts'

type C = typeof pocketContract
type Db = RoomRequest['db']
type Item = AnswerOf<C['rowEvidence']>['items'][number]
const most = 200
/** Five stars a year, for six years. */
const mostHeld = 30

/** Cycles with their editions, each asked for once. */
function cyclesOf(db: Db): (id: string) => Promise<{ cycle: CycleRow; edition: Edition | undefined } | undefined> {
  const known = new Map<string, { cycle: CycleRow; edition: Edition | undefined } | undefined>()
  return async (id) => {
    if (!known.has(id)) {
      const cycle = await findCycle(db, id)
      known.set(id, cycle === undefined ? undefined : { cycle, edition: await editionOf(db, cycle.edition) })
    }
    return known.get(id)
  }
}

/** Stars of open cycles that a unit has not begun. */
async function openStars(db: Db, unit: string, begun: readonly CandidacyRow[], language: Language): Promise<AnswerOf<C['onHand']>['open']> {
  const kind = (await findUnit(db, unit))?.kind ?? null
  const open = []
  for (const cycle of await listCycles(db, null)) {
    if (cycle.state !== 'open' || !unit.startsWith(cycle.unit)) continue
    const edition = await editionOf(db, cycle.edition)
    for (const star of edition?.pack.stars ?? []) {
      if (kind !== null && star.scope !== kind) continue
      const there = begun.some(
        (one) => one.cycle === cycle.id && one.star === star.code && one.state !== 'withdrawn' && one.state !== 'dismissed',
      )
      if (!there) open.push({ cycle: cycle.id, cycleName: cycleText(cycle)[language], star: star.code, starName: starText(star)[language] })
    }
  }
  return open
}

const onHand: Handler<C['onHand']> = async ({ db, actor, today, language }) => {
  const declares = actor.grants.includes('stars.declare')
  const unit = actor.unit ?? ''
  const filter = { scopes: actor.scopes, cycle: null, state: null, star: null, after: null, limit: most }
  const found = await listCandidacies(db, { ...filter, waiting: declares ? null : waitingFor(actor) })
  const of = cyclesOf(db)
  const kept: { row: CandidacyRow; starName: string; cycleName: string }[] = []
  for (const row of found) {
    const there = await of(row.cycle)
    // What is over with a cycle that is over is looked up on the desk.
    if (there === undefined || (there.cycle.state !== 'open' && !livingStates.includes(row.state))) continue
    kept.push({
      row,
      starName: starNamer(there.edition?.pack.stars ?? [], language)(row.star),
      cycleName: cycleText(there.cycle)[language],
    })
  }
  const shown = await rowsShown(
    db,
    kept.map(({ row }) => row),
  )
  return ok({
    post: actor.post ?? '',
    role: actor.role ?? '',
    unit,
    unitName: (await namesOf(db, [unit])).get(unit) ?? unit,
    today,
    declares,
    rows: shown.map((row, at) => ({
      ...row,
      starName: kept[at]?.starName ?? row.star,
      cycleName: kept[at]?.cycleName ?? '',
      steps: kept[at]?.row.steps ?? 0,
      named: kept[at]?.row.rows.length ?? 0,
    })),
    open: declares ? await openStars(db, unit, found, language) : [],
    held: declares ? await honoursShown({ db, language }, await honoursBelow(db, unit, null, mostHeld)) : [],
  })
}

const itemOf = ({ row, item: { unit, id, shows, effectiveOn, media, preview } }: RowItem): Item => ({
  row,
  unit,
  id,
  shows,
  effectiveOn,
  media,
  preview,
})

const rowEvidence: Handler<C['rowEvidence']> = async (request) => {
  const row = await findCandidacy(request.db, request.params.unit, request.params.id)
  if (row === undefined) return refuse(problems.noSuchCandidacy())
  request.permit()
  return ok({ items: (await citedSeen(request, row)).map(itemOf) })
}

const reviewSheet: Handler<C['reviewSheet']> = async (request) => {
  const { db, params, today, language } = request
  const row = await findCandidacy(db, params.unit, params.id)
  const cycle = row === undefined ? undefined : await findCycle(db, row.cycle)
  const measure = cycle === undefined || row === undefined ? undefined : await measureOf(db, cycle, row.star)
  const unit = await findUnit(db, params.unit)
  if (row === undefined || cycle === undefined || measure === undefined || unit === undefined) return refuse(problems.noSuchCandidacy())
  request.permit()
  const { edition, star } = measure
  const askedDay = await askedOn(db, row, today)
  const asked = await askedRows(db, edition, star, row.unit, askedDay, language)
  const ids = asked.map((one) => one.row)
  const [now, before] = await lastSubmissions(db, row, 2)
  const said = new Map((now?.rows ?? []).map((one) => [one.row, one]))
  const changed = new Set(now === undefined || before === undefined ? [] : changes(before.rows, now.rows, ids).map((one) => one.row))
  const weighed = await weigh(db, measure, row.unit, { day: today, asked: askedDay }, language)
  const outcomes = new Map(weighed.rows.map((one) => [one.id, one]))
  const known = await knownOf(db, edition, row.unit, today, language)
  const reads = readsOf(edition, star.code)
  const returned = (await stepsOf(db, row.unit, row.id)).findLast((step) => step.verb === 'return')
  const who = await whoFor(request, row, cycle.parameters)
  const then = await citedThen(request, params)
  const hints = await hintsOf(
    db,
    then.map(({ item }) => item),
  )
  return ok({
    unit: row.unit,
    unitName: unit.name,
    id: row.id,
    star: star.code,
    starName: starText(star)[language],
    state: row.state,
    held: weighed.held,
    verbs: verbsFor(row, who, today),
    rows: asked.map((one) => ({
      ...one,
      evidence: [...one.evidence],
      met: outcomes.get(one.row)?.met ?? null,
      because: outcomes.get(one.row)?.because ?? '',
      known: (reads.get(one.row) ?? []).flatMap((fact) => known.get(fact) ?? []),
      answer: said.get(one.row)?.answer ?? null,
      reason: said.get(one.row)?.reason ?? '',
      knownThen: said.get(one.row)?.known ?? null,
      changed: changed.has(one.row),
      named: returned?.rows.find((note) => note.row === one.row)?.reason ?? null,
    })),
    items: then.map((one) => ({ ...itemOf(one), hints: (hints.get(one.item.id) ?? []).map(({ kind, takenOn }) => ({ kind, takenOn })) })),
  })
}

export const pocketHandlers = { onHand, rowEvidence, reviewSheet } satisfies Partial<Handlers<C>>
