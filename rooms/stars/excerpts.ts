// What this room says in a bulletin: the certified stars of a year below a unit. Found by the floor plan, because the rounds need
// the bulletins and this room needs the rounds: the bulletins cannot need it.

import type { Excerpts, Wordings } from '#ground/http/handler.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { cycleNames } from './api/shown.ts'
import { certifiable } from './core/certificate.ts'
import { certifiedList, starsWording } from './core/certified-list.ts'
import { filingsOf } from './data/after.ts'
import { certifiedBy } from './data/candidacies.ts'
import { honoursBelow } from './data/honours.ts'

export const wordings: Wordings = { stars: starsWording }

/** As many rows as a table of a bulletin holds. */
const most = 2000
const levels = [2, 4, 6, 9, 12]

/** The code one level below `unit` on the way to `code`. */
function partOf(unit: string, code: string): string {
  const next = levels.find((length) => length > unit.length)
  return next === undefined ? code : code.slice(0, next)
}

export const excerpts: Excerpts = {
  /** Of `<unit>-<year>`. */
  stars: async ({ db, clock, today, actor }, { unit, id }) => {
    const year = Number(id.slice(-4))
    if (!actor.grants.includes('stars.read')) return 'nothing'
    const rows = await honoursBelow(db, unit, year, most + 1)
    if (rows.length > most) return 'too-much'
    const valid = rows.filter((row) => certifiable(row.state))
    if (valid.length === 0) return 'nothing'
    const names = await namesOf(db, [unit, ...new Set(valid.flatMap((row) => [row.unit, partOf(unit, row.unit)]))])
    const cycles = await cycleNames(
      db,
      valid.map((row) => row.cycle),
      // A bulletin is an office's document, and those are Chinese.
      'zh',
    )
    const candidacies = valid.map((row) => row.candidacy)
    const decisions = new Map((await certifiedBy(db, unit, candidacies)).map((step) => [step.candidacy, step.document]))
    const filings = new Map<string, string>()
    for (const cycle of cycles.keys())
      for (const filing of await filingsOf(db, cycle)) for (const honour of filing.honours) filings.set(honour, filing.document)
    const named = (code: string): string => names.get(code) ?? code
    const lines = valid.map((row) => ({
      unit: row.unit,
      unitName: named(row.unit),
      part: partOf(unit, row.unit),
      partName: named(partOf(unit, row.unit)),
      star: row.star,
      starName: cycles.get(row.cycle)?.starName(row.star) ?? row.star,
      decision: decisions.get(row.candidacy) ?? '',
      filing: filings.get(row.id) ?? '',
    }))
    const order = [...cycles.values()].flatMap(({ stars }) => stars)
    const digest = canonicalDigest({ unit, year, lines })
    const source = { kind: 'stars', id: `${unit}-${year}`, digest, at: new Date(clock.now()).toISOString() }
    return certifiedList({ unitName: named(unit), year, today, lines, order, source })
  },
}
