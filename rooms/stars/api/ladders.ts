// The ladders above for one county: each of its townships, then the county itself, from what its units hold in the cycle.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { namesOf, villagesByTownship } from '#rooms/units/offers.ts'
import type { cycleContract } from '../contract-cycles.ts'
import { counts, honourStates } from '../core/honour.ts'
import { reachedBy } from '../core/ladder.ts'
import type { Reached } from '../core/ladder.ts'
import { starNamer } from '../core/star-name.ts'
import { addTotals, totalsOf } from '../core/totals.ts'
import { heldParts } from '../data/boards.ts'
import { problems } from '../problems.ts'
import { cycleSeen } from './cycles.ts'
import { editionOf } from './edition.ts'
import type { Edition } from './edition.ts'

type C = typeof cycleContract
const counting = honourStates.filter(counts)
const townshipLength = 9

const shown = (unit: Code, unitName: string, ladders: readonly Reached[], language: Language) => ({
  unit,
  unitName,
  ladders: ladders.map(({ code, name, held, because }) => ({
    code,
    name: name[language],
    held,
    because: because.map((text) => text[language]),
  })),
})

async function laddersOf(request: Pick<RoomRequest, 'db' | 'today' | 'language'>, cycle: string, edition: Edition, county: Code) {
  const { db, today, language } = request
  const stars = edition.pack.stars.map((star) => star.code)
  const starName = starNamer(edition.pack.stars, language)
  const [only] = edition.pack.scopes.length === 1 ? edition.pack.scopes : [null]
  const units = await villagesByTownship(db, county, only ?? null, today)
  const groups = Map.groupBy(await heldParts(db, cycle, county, townshipLength, counting), ({ part }) => part)
  const heldOf = (township: Code) =>
    totalsOf(
      (groups.get(township) ?? []).flatMap(({ stars: held, units: count }) => Array.from({ length: count }, () => held)),
      stars,
    )
  const townships = [...units.keys()].toSorted()
  const names = await namesOf(db, [...townships, county])
  const ladders = edition.pack.ladders
  const rows = townships.map((unit) => {
    const below = { units: units.get(unit) ?? 0, held: heldOf(unit), townships: 0, reached: {} }
    return { unit, below, ladders: reachedBy(ladders, 'township', below, starName) }
  })
  const reached: Record<string, number> = {}
  for (const ladder of rows.flatMap((row) => row.ladders)) if (ladder.held) reached[ladder.code] = (reached[ladder.code] ?? 0) + 1
  const whole = {
    units: rows.reduce((sum, row) => sum + row.below.units, 0),
    held: addTotals(
      rows.map((row) => row.below.held),
      stars,
    ),
    townships: rows.length,
    reached,
  }
  return [
    ...rows.map((row) => shown(row.unit, names.get(row.unit) ?? row.unit, row.ladders, language)),
    shown(county, names.get(county) ?? county, reachedBy(ladders, 'county', whole, starName), language),
  ]
}

/** What the screen and its file show. */
export async function laddersSeen(
  request: Pick<RoomRequest, 'db' | 'today' | 'language' | 'actor' | 'permit'> & {
    readonly params: Parameters<typeof cycleSeen>[1]
    readonly query: { readonly county: Code }
  },
): Promise<Result<AnswerOf<C['ladders']>>> {
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const { county } = request.query
  if (!covers(request.actor.scopes, county) || !county.startsWith(found.value.unit)) return refuse(problems.noSuchCycle())
  const edition = await editionOf(request.db, found.value.edition)
  return ok({ rows: edition === undefined ? [] : await laddersOf(request, found.value.id, edition, county) })
}

const ladders: Handler<C['ladders']> = (request) => laddersSeen(request)

export const ladderHandlers = { ladders } satisfies Partial<Handlers<C>>
