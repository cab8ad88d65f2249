// The small verbs on one unit: rename, override its kind, create, end. Each answers with changes or says why not.

import type { Day } from '#ground/kernel/clock.ts'
import { levelOf, parentOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import { changeFrom, kindOf, noChanges, validOn } from './unit.ts'
import type { Changes, Kind, Version } from './unit.ts'

/** The last version of a unit, if a change from `day` on may still be made to it. */
export function changeable(code: Code, versions: readonly Version[], day: Day): Result<Version> {
  const last = versions
    .filter((version) => version.code === code)
    .reduce<Version | null>((a, b) => (a === null || b.from > a.from ? b : a), null)
  if (last === null) return refuse(problems.unknownUnit({ code }))
  if (last.to !== null) return refuse(problems.unitEnded({ code, name: last.name, to: last.to }))
  if (last.from > day) return refuse(problems.tooEarly({ code, name: last.name, from: last.from }))
  return ok(last)
}

/** Gives a unit another name from a day on. */
export function rename(
  versions: readonly Version[],
  change: { readonly code: Code; readonly name: string; readonly effective: Day },
): Result<Changes> {
  const open = changeable(change.code, versions, change.effective)
  if (!open.ok) return open
  if (open.value.name === change.name) return refuse(problems.nothingChanges({ code: change.code, name: change.name }))
  return ok(changeFrom(open.value, change.effective, { name: change.name }))
}

/** Says that a village is a community or the other way round; null returns to the official kind. */
export function overrideKind(
  versions: readonly Version[],
  change: { readonly code: Code; readonly kind: Kind | null; readonly effective: Day },
): Result<Changes> {
  if (levelOf(change.code) !== 5) return refuse(problems.kindOnlyForVillages({ code: change.code }))
  const open = changeable(change.code, versions, change.effective)
  if (!open.ok) return open
  if (open.value.kindOverride === change.kind) return refuse(problems.nothingChanges({ code: change.code, name: open.value.name }))
  return ok(changeFrom(open.value, change.effective, { kindOverride: change.kind }))
}

/** A unit that has no predecessor. `versions` holds its own former versions and those of its parent. */
export function create(
  versions: readonly Version[],
  change: { readonly code: Code; readonly name: string; readonly effective: Day },
): Result<Changes> {
  const { code, effective } = change
  const parent = parentOf(code)
  if (levelOf(code) === 0 || levelOf(code) > 5) return refuse(problems.badCode({ code }))
  if (parent !== null && !versions.some((version) => version.code === parent && validOn(version, effective))) {
    return refuse(problems.noParent({ code, parent, day: effective }))
  }
  const taken = versions.find((version) => version.code === code && (version.to === null || version.to >= effective))
  if (taken !== undefined) return refuse(problems.codeTaken({ code, name: taken.name }))
  const version = { code, from: effective, to: null, name: change.name, kindOfficial: kindOf(code), kindOverride: null }
  return ok({ ...noChanges, opened: [version] })
}

/** Ends a unit without successor: it no longer exists from `effective` on. Units below it must have ended before. */
export function end(versions: readonly Version[], change: { readonly code: Code; readonly effective: Day }): Result<Changes> {
  const { code, effective } = change
  const open = changeable(code, versions, effective)
  if (!open.ok) return open
  if (open.value.from >= effective) return refuse(problems.tooEarly({ code, name: open.value.name, from: open.value.from }))
  const below = versions.filter(
    (version) => version.code !== code && version.code.startsWith(code) && (version.to === null || version.to >= effective),
  )
  if (below.length > 0) return refuse(problems.stillLivingBelow({ code, name: open.value.name, count: below.length }))
  return ok({ ...noChanges, closed: [{ code, from: open.value.from, to: addDays(effective, -1) }] })
}
