// The board: what the units below aim for, stand for and hold, beside the quotas, with both sums. A county and what lies below
// it is added up as it is asked; above, counties were added up within the last minute (jobs/total.ts).

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { codeLengths, covers, levelOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { childrenOf, namesOf } from '#rooms/units/offers.ts'
import type { cycleContract } from '../contract-cycles.ts'
import { quarterOf } from '../core/cycle.ts'
import { counts, honourStates } from '../core/honour.ts'
import { starsIn } from '../core/star-name.ts'
import { addTotals, sumOfLevels, sumOfStars, totalsOf } from '../core/totals.ts'
import type { Totals } from '../core/totals.ts'
import { heldParts, stateParts, targetParts } from '../data/boards.ts'
import type { Part } from '../data/boards.ts'
import { quotasOf } from '../data/cycles.ts'
import type { CycleRow } from '../data/cycles.ts'
import { totalsBelow } from '../data/totals.ts'
import { problems } from '../problems.ts'
import { cycleSeen } from './cycles.ts'

type C = typeof cycleContract
type Db = RoomRequest['db']

interface Parts {
  readonly asOf: Date
  readonly targets: readonly Part[]
  readonly held: readonly Part[]
  readonly states: readonly { readonly part: Code; readonly state: string; readonly count: number }[]
}

interface Asked {
  readonly cycle: Id
  readonly below: Code
  /** Length of the codes one level below. */
  readonly length: number
  readonly quarter: string
}

const counting = honourStates.filter(counts)
const county = codeLengths[2]

async function partsNow(db: Db, { cycle, below, length, quarter }: Asked, now: Date): Promise<Parts> {
  return {
    asOf: now,
    targets: await targetParts(db, cycle, below, length, quarter),
    held: await heldParts(db, cycle, below, length, counting),
    states: await stateParts(db, cycle, below, length),
  }
}

/** From the totals of counties; as of when all of them were last looked at, or of the oldest that is there. */
async function partsKept(db: Db, { cycle, below, length, quarter }: Asked, unit: Code, now: Date): Promise<Parts> {
  const rows = await totalsBelow(db, cycle, below, quarter)
  const looked = rows.find((row) => row.unit === unit && row.quarter === '')?.asOf
  const counties = rows.filter((row) => row.unit.length === county)
  const asOf = looked ?? counties.map((row) => row.asOf).reduce((first, next) => (next < first ? next : first), now)
  const partOf = (code: Code): Code => code.slice(0, length)
  return {
    asOf,
    targets: counties.flatMap((row) => (row.parts.targets ?? []).map((part) => ({ ...part, part: partOf(row.unit) }))),
    held: counties.flatMap((row) => (row.parts.held ?? []).map((part) => ({ ...part, part: partOf(row.unit) }))),
    states: counties.flatMap((row) => (row.parts.states ?? []).map((part) => ({ ...part, part: partOf(row.unit) }))),
  }
}

/** Totals of each part: units that share a set of stars come as one group. */
function totalsByPart(parts: readonly Part[], stars: readonly string[]): Map<Code, Totals> {
  const groups = Map.groupBy(parts, ({ part }) => part)
  const times = (one: Totals, units: number): Totals => ({
    units,
    levels: one.levels.map((count) => count * units),
    stars: Object.fromEntries(Object.entries(one.stars).map(([star, count]) => [star, count * units])),
  })
  return new Map(
    [...groups].map(([part, group]) => [
      part,
      addTotals(
        group.map(({ stars: held, units }) => times(totalsOf([held], stars), units)),
        stars,
      ),
    ]),
  )
}

function statesOf(states: Parts['states']): Map<Code, Record<string, number>> {
  const found = new Map<Code, Record<string, number>>()
  for (const { part, state, count } of states) {
    const own = found.get(part) ?? {}
    own[state] = (own[state] ?? 0) + count
    found.set(part, own)
  }
  return found
}

/** Every unit a board has a line for, also those that aim for nothing: of villages, those the edition is for. */
async function unitsThere(db: Db, cycle: CycleRow, below: Code, day: Day): Promise<Code[]> {
  const scopes = new Set<string>(cycle.stars.map((star) => star.scope))
  const children = levelOf(below) < 5 ? await childrenOf(db, below, day) : []
  return children.filter(({ level, kind }) => level < 5 || kind === null || scopes.has(kind)).map(({ code }) => code)
}

const sums = (totals: Totals): [number, number] => [sumOfLevels(totals), sumOfStars(totals)]
const plain = (totals: Totals) => ({ units: totals.units, levels: [...totals.levels], stars: { ...totals.stars } })

/** The unit a board shows the parts of: the one asked for when it lies in the cycle; otherwise the post's own, or the cycle's. */
function boardUnit(actor: RoomRequest['actor'], cycle: Code, below: Code | undefined): Code {
  if (below !== undefined && below.startsWith(cycle)) return below
  const own = actor.unit
  return own !== null && own.startsWith(cycle) ? own : cycle
}

/** What the board shows, for the screen and for its file. */
export async function boardOf(
  request: Pick<RoomRequest, 'db' | 'actor' | 'today' | 'clock' | 'language' | 'permit'> & {
    readonly params: Parameters<typeof cycleSeen>[1]
    readonly query: { readonly below?: Code | undefined; readonly quarter?: string | undefined }
  },
): Promise<Result<AnswerOf<C['board']>>> {
  const { db, actor, query, today, clock, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const cycle = found.value
  const below = boardUnit(actor, cycle.unit, query.below)
  if (!covers(actor.scopes, below)) return refuse(problems.noSuchCycle())
  const quarter = query.quarter ?? quarterOf(today)
  const shown = starsIn(cycle.stars, language)
  const stars = shown.map((star) => star.code)
  const asked = { cycle: cycle.id, below, length: codeLengths[levelOf(below)] ?? below.length, quarter }
  const now = new Date(clock.now())
  const parts = below.length < county ? await partsKept(db, asked, cycle.unit, now) : await partsNow(db, asked, now)
  const [aims, held, states] = [totalsByPart(parts.targets, stars), totalsByPart(parts.held, stars), statesOf(parts.states)]
  const there = await unitsThere(db, cycle, below, today)
  const units = [...new Set([...there, ...aims.keys(), ...held.keys(), ...states.keys()])].toSorted()
  const names = await namesOf(db, units)
  const quotas = await quotasOf(db, cycle.id, units.length === 0 ? [below] : [below, ...units])
  const quotasAt = (code: Code) =>
    quotas.filter((one) => one.unit === code).map(({ star, most, hard, given }) => ({ star, most, hard, given }))
  const none = totalsOf([], stars)
  const all = { targets: addTotals([...aims.values()], stars), certified: addTotals([...held.values()], stars) }
  return ok({
    asOf: parts.asOf.toISOString(),
    quarter,
    stars: shown,
    rows: units.map((unit) => ({
      unit,
      unitName: names.get(unit) ?? unit,
      targets: plain(aims.get(unit) ?? none),
      certified: plain(held.get(unit) ?? none),
      states: states.get(unit) ?? {},
      quotas: quotasAt(unit),
    })),
    all: {
      targets: plain(all.targets),
      certified: plain(all.certified),
      targetSums: sums(all.targets),
      certifiedSums: sums(all.certified),
      quotas: units.length === 1 && units[0] === below ? [] : quotasAt(below),
    },
  })
}

const board: Handler<C['board']> = (request) => boardOf(request)

export const boardHandlers = { board } satisfies Partial<Handlers<C>>
