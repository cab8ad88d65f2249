// Merge, split and recode are one thing: units hand over to others on a day. Every unit that ends names where it went,
// and so do all units below it; from these rows a post later finds what its unit's predecessors left behind.

import type { Day } from '#ground/kernel/clock.ts'
import { levelOf, parentOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import { changeable } from './revise.ts'
import { changeFrom, kindOf, noChanges, validOn } from './unit.ts'
import type { Changes, Succession, SuccessionKind, Version } from './unit.ts'

/** One unit and where it goes; `to` equal to `from` says that the unit stays (a split that keeps its code). */
export interface Move {
  readonly from: Code
  readonly to: Code
}

export interface Transfer {
  /** For every unit that hands over, those below included. */
  readonly moves: readonly Move[]
  /** Names of receiving units; a new one without a name here keeps the name of the unit it comes from. */
  readonly names: ReadonlyMap<Code, string>
  readonly effective: Day
}

const livingFrom = (version: Version, day: Day): boolean => version.to === null || version.to >= day

function group(moves: readonly Move[], key: 'from' | 'to'): Map<Code, Move[]> {
  const groups = new Map<Code, Move[]>()
  for (const move of moves) groups.set(move[key], [...(groups.get(move[key]) ?? []), move])
  return groups
}

/** `all`: everything below `from` went below `to`, so that the whole prefix may be read by the successor. */
function successionKind(move: Move, moves: readonly Move[], given: { targets: number; sources: number; lived: boolean }): SuccessionKind {
  const all = moves.every((other) => !other.from.startsWith(move.from) || other.to.startsWith(move.to))
  if (given.targets > 1 || !all) return 'split'
  return given.sources > 1 || given.lived ? 'merged' : 'recoded'
}

function checkMove(
  move: Move,
  day: Day,
  living: ReadonlyMap<Code, Version>,
  ending: ReadonlySet<Code>,
  known: ReadonlySet<Code>,
): Result<null> {
  if (levelOf(move.to) === 0 || levelOf(move.to) > 5 || levelOf(move.to) !== levelOf(move.from)) {
    return refuse(problems.levelDiffers({ from: move.from, to: move.to }))
  }
  if (ending.has(move.to) || (known.has(move.to) && !living.has(move.to))) return refuse(problems.codeUsedBefore({ code: move.to }))
  const target = living.get(move.to)
  if (target !== undefined && !validOn(target, day))
    return refuse(problems.tooEarly({ code: target.code, name: target.name, from: target.from }))
  return ok(null)
}

/**
 * The changes of a transfer. `versions` holds every version of the units that hand over, of all below them,
 * of the receiving units and of the parents of these.
 */
export function transfer(versions: readonly Version[], plan: Transfer): Result<Changes> {
  const { effective } = plan
  const moves = [...new Map(plan.moves.map((move) => [`${move.from} ${move.to}`, move])).values()]
  const leaving = moves.filter((move) => move.to !== move.from)
  const [byFrom, byTo] = [group(moves, 'from'), group(leaving, 'to')]
  const staying = new Set(moves.filter((move) => move.to === move.from).map((move) => move.from))
  const ending = new Set(leaving.map((move) => move.from).filter((code) => !staying.has(code)))
  const living = new Map(versions.filter((version) => livingFrom(version, effective)).map((version) => [version.code, version]))
  const known = new Set(versions.map((version) => version.code))
  if (leaving.length === 0) return refuse(problems.nothingMoves())

  for (const code of byFrom.keys()) {
    const open = changeable(code, versions, effective)
    if (!open.ok) return open
    if (ending.has(code) && open.value.from >= effective) {
      return refuse(problems.tooEarly({ code, name: open.value.name, from: open.value.from }))
    }
  }
  for (const version of living.values()) {
    const above = [...ending].some((code) => version.code !== code && version.code.startsWith(code))
    if (above && !ending.has(version.code)) return refuse(problems.leftBehind({ code: version.code, name: version.name }))
  }
  const opened = new Map<Code, Version>()
  for (const [to, sources] of byTo) {
    for (const move of sources) {
      const checked = checkMove(move, effective, living, ending, known)
      if (!checked.ok) return checked
    }
    const from = living.get(sources[0]?.from ?? '')
    if (living.has(to) || from === undefined) continue
    const alone = sources.length === 1 && byFrom.get(from.code)?.length === 1
    opened.set(to, {
      code: to,
      from: effective,
      to: null,
      name: plan.names.get(to) ?? from.name,
      kindOfficial: kindOf(to),
      kindOverride: alone ? from.kindOverride : null,
    })
  }
  for (const code of opened.keys()) {
    const parent = parentOf(code)
    if (parent === null || opened.has(parent)) continue
    const above = living.get(parent)
    if (above === undefined || ending.has(parent) || !validOn(above, effective)) {
      return refuse(problems.noParent({ code, parent, day: effective }))
    }
  }
  const renamed = [...living.values()]
    .filter((version) => !ending.has(version.code) && (plan.names.get(version.code) ?? version.name) !== version.name)
    .map((version) => changeFrom(version, effective, { name: plan.names.get(version.code) ?? version.name }))
  const successions = leaving.map((move): Succession => ({
    from: move.from,
    to: move.to,
    on: effective,
    kind: successionKind(move, moves, {
      targets: byFrom.get(move.from)?.length ?? 0,
      sources: byTo.get(move.to)?.length ?? 0,
      lived: living.has(move.to),
    }),
  }))
  return ok({
    ...noChanges,
    revised: renamed.flatMap((changes) => changes.revised),
    closed: [
      ...renamed.flatMap((changes) => changes.closed),
      ...[...ending].map((code) => ({ code, from: living.get(code)?.from ?? effective, to: addDays(effective, -1) })),
    ],
    opened: [...renamed.flatMap((changes) => changes.opened), ...opened.values()],
    successions,
  })
}
