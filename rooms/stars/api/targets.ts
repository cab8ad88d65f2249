// What units aim for, and the board that adds it up beside what was certified.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { covers, levelOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { codeLengths } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { findUnit, namesOf } from '#rooms/units/offers.ts'
import type { cycleContract } from '../contract-cycles.ts'
import { quarterOf } from '../core/cycle.ts'
import { counts, honourStates } from '../core/honour.ts'
import { addTotals, sumOfLevels, sumOfStars, totalsOf } from '../core/totals.ts'
import type { Totals } from '../core/totals.ts'
import { heldParts, stateParts, targetParts } from '../data/boards.ts'
import type { Part } from '../data/boards.ts'
import { findCycle, quotasOf } from '../data/cycles.ts'
import { setTarget as keepTarget, targetsBelow } from '../data/targets.ts'
import { problems } from '../problems.ts'
import { cycleSeen } from './cycles.ts'
import { issuedEdition, starOf } from './edition.ts'
import { starsShown } from './shown.ts'

type C = typeof cycleContract

const setTarget: Handler<C['setTarget']> = async (request) => {
  const { db, params, body, clock, dice } = request
  const cycle = await findCycle(db, body.cycle)
  if (cycle === undefined) return refuse(problems.noSuchCycle())
  if (cycle.state !== 'open') return refuse(problems.cycleState({ state: cycle.state }))
  const unit = await findUnit(db, params.unit)
  if (unit === undefined || !params.unit.startsWith(cycle.unit) || levelOf(params.unit) !== 5)
    return refuse(problems.unknownUnit({ unit: params.unit }))
  const edition = await issuedEdition(db, cycle.edition)
  for (const code of body.stars) {
    const star = edition === undefined ? undefined : starOf(edition, code)
    if (star === undefined) return refuse(problems.unknownStar({ star: code }))
    if (unit.kind !== null && star.scope !== unit.kind) return refuse(problems.wrongKind({ star: star.name }))
  }
  const stars = [...new Set(body.stars)].toSorted()
  await keepTarget(
    db,
    { unit: params.unit, cycle: cycle.id, quarter: body.quarter },
    {
      ids: [newId(clock, dice), newId(clock, dice)],
      stars,
      plan: body.plan,
      at: new Date(clock.now()),
    },
  )
  await request.act({ verb: 'setTarget', unit: params.unit, subject: `cycle:${cycle.id}`, payload: { quarter: body.quarter, stars } })
  return ok({ unit: params.unit, unitName: unit.name, quarter: body.quarter, stars, plan: body.plan })
}

const targets: Handler<C['targets']> = async (request) => {
  const cycle = await cycleSeen(request, request.params)
  if (!cycle.ok) return cycle
  const { below, quarter } = request.query
  const rows = await targetsBelow(request.db, cycle.value.id, below, quarter)
  const names = await namesOf(
    request.db,
    rows.map((row) => row.unit),
  )
  return ok({ rows: rows.map((row) => ({ ...row, stars: [...row.stars], unitName: names.get(row.unit) ?? row.unit })) })
}

const none = (stars: readonly string[]): Totals => totalsOf([], stars)

/** Totals of each part: units that share a set of stars come as one group. */
function totalsByPart(parts: readonly Part[], stars: readonly string[]): Map<Code, Totals> {
  const totals = new Map<Code, Totals>()
  for (const { part, stars: held, units } of parts) {
    const one = totalsOf([held], stars)
    const group: Totals = {
      units,
      levels: one.levels.map((count) => count * units),
      stars: Object.fromEntries(Object.entries(one.stars).map(([star, count]) => [star, count * units])),
    }
    totals.set(part, addTotals([totals.get(part) ?? none(stars), group], stars))
  }
  return totals
}

const counting = honourStates.filter(counts)
const sums = (totals: Totals): [number, number] => [sumOfLevels(totals), sumOfStars(totals)]
const plain = (totals: Totals) => ({ units: totals.units, levels: [...totals.levels], stars: { ...totals.stars } })

/** The unit a board shows the parts of: the one asked for, as far as the post reaches it; otherwise the cycle's own. */
function boardUnit(actor: RoomRequest['actor'], cycle: Code, below: Code | undefined): Code {
  if (below !== undefined && below.startsWith(cycle)) return below
  const own = actor.unit
  return own !== null && own.startsWith(cycle) ? own : cycle
}

/** What the board shows, for the screen and for its file. */
export async function boardOf(
  request: Pick<RoomRequest, 'db' | 'actor' | 'today' | 'clock' | 'permit'> & {
    readonly params: Parameters<typeof cycleSeen>[1]
    readonly query: { readonly below?: Code | undefined; readonly quarter?: string | undefined }
  },
): Promise<Result<AnswerOf<C['board']>>> {
  const { db, actor, query, today, clock } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const cycle = found.value
  const below = boardUnit(actor, cycle.unit, query.below)
  if (!covers(actor.scopes, below)) return refuse(problems.noSuchCycle())
  const quarter = query.quarter ?? quarterOf(today)
  const edition = await issuedEdition(db, cycle.edition)
  const shown = starsShown(edition)
  const stars = shown.map((star) => star.code)
  const length = codeLengths[levelOf(below)] ?? below.length
  const [aims, held, states] = [
    totalsByPart(await targetParts(db, cycle.id, below, length, quarter), stars),
    totalsByPart(await heldParts(db, cycle.id, below, length, counting), stars),
    await stateParts(db, cycle.id, below, length),
  ]
  const parts = [...new Set([...aims.keys(), ...held.keys(), ...states.map((one) => one.part)])].toSorted()
  const names = await namesOf(db, parts)
  const quotas = await quotasOf(db, cycle.id, parts.length === 0 ? [below] : [below, ...parts])
  const quotasAt = (code: Code) =>
    quotas.filter((one) => one.unit === code).map(({ star, most, hard, given }) => ({ star, most, hard, given }))
  const totals = (map: ReadonlyMap<Code, Totals>) => addTotals([...map.values()], stars)
  return ok({
    asOf: new Date(clock.now()).toISOString(),
    quarter,
    stars: shown,
    rows: parts.map((part) => ({
      unit: part,
      unitName: names.get(part) ?? part,
      targets: plain(aims.get(part) ?? none(stars)),
      certified: plain(held.get(part) ?? none(stars)),
      states: Object.fromEntries(states.filter((one) => one.part === part).map((one) => [one.state, one.count])),
      quotas: quotasAt(part),
    })),
    all: {
      targets: plain(totals(aims)),
      certified: plain(totals(held)),
      targetSums: sums(totals(aims)),
      certifiedSums: sums(totals(held)),
      quotas: parts.length === 1 && parts[0] === below ? [] : quotasAt(below),
    },
  })
}

const board: Handler<C['board']> = (request) => boardOf(request)

export const targetHandlers = { setTarget, targets, board } satisfies Partial<Handlers<C>>
