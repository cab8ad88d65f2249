// From what a person asks (these into that; this into those; this under another code) to the moves of every unit concerned.

import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Day } from '#ground/kernel/clock.ts'
import { problems } from '../problems.ts'
import { proposeMoves } from './propose-moves.ts'
import { transfer } from './transfer.ts'
import type { Move } from './transfer.ts'
import type { Changes, Version } from './unit.ts'

export interface Wanted {
  /** Moves of the units themselves; one that stays while others leave it moves to itself. */
  readonly roots: readonly Move[]
  /** Moves that the asker fixed; the others below are proposed. */
  readonly mapping: readonly Move[]
  readonly names: ReadonlyMap<Code, string>
  readonly effective: Day
}

export interface Prepared {
  readonly moves: readonly Move[]
  readonly changes: Changes
}

/** Several units into one: all but the target itself hand over to it. */
export function mergeRoots(sources: readonly Code[], target: Code): Move[] {
  return [...new Set(sources)].filter((source) => source !== target).map((from) => ({ from, to: target }))
}

/** One unit into parts; `units` are the units directly below that go with a part. */
export function splitRoots(code: Code, parts: readonly { readonly code: Code; readonly units: readonly Code[] }[]): Result<Move[]> {
  const roots: Move[] = parts.map((part) => ({ from: code, to: part.code }))
  for (const part of parts) {
    for (const unit of part.units) {
      if (!unit.startsWith(code) || unit.length <= code.length) return refuse(problems.unknownUnit({ code: unit }))
      roots.push({ from: unit, to: part.code === code ? unit : part.code + unit.slice(code.length) })
    }
  }
  return ok(roots)
}

/** Completes and checks a transfer. `versions` as for `transfer`, and every version below the receiving units. */
export function prepareTransfer(versions: readonly Version[], wanted: Wanted): Result<Prepared> {
  const { effective } = wanted
  const fixed = new Map(wanted.mapping.map((move) => [move.from, move]))
  const roots = wanted.roots.map((move) =>
    wanted.roots.filter((other) => other.from === move.from).length === 1 ? (fixed.get(move.from) ?? move) : move,
  )
  const given = [...roots, ...wanted.mapping.filter((move) => !roots.some((root) => root.from === move.from))]
  const rootCodes = [...new Set(wanted.roots.map((move) => move.from))]
  const living = versions.filter((version) => version.to === null || version.to >= effective).map((version) => version.code)
  const below = living.filter((code) => rootCodes.some((root) => code !== root && code.startsWith(root)))
  const taken = new Set(versions.map((version) => version.code))
  const moves = proposeMoves(given, below, taken)
  if (!moves.ok) return moves
  const changes = transfer(versions, { moves: moves.value, names: wanted.names, effective })
  return changes.ok ? ok({ moves: moves.value, changes: changes.value }) : changes
}
