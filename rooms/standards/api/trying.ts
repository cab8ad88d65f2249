// Try-out: what a unit meets on a day by the facts that are there, its township's additions in it. Nothing is kept of it.

import type { Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { factSheetsOf } from '#rooms/facts/offers.ts'
import { findUnit } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { evaluate, explainStar } from '../core/evaluate.ts'
import { editionFor, getEdition } from '../offers.ts'
import { problems } from '../problems.ts'

export const tryOut: Handler<(typeof contract)['tryOut']> = async ({ db, query, language }) => {
  const { id, unit, asOf } = query
  const [edition, found] = [await getEdition(db, id), await findUnit(db, unit)]
  if (edition === undefined) return refuse(problems.noSuchEdition())
  if (found === undefined || found.kind === null) return refuse(problems.noSubject())
  const compiled = await editionFor(db, edition, unit, asOf)
  const sheet = (await factSheetsOf(db, [{ code: unit, kind: found.kind }], asOf)).get(unit)
  if (sheet === undefined) throw new Error(`no sheet of ${unit}`)
  const { stars, level } = evaluate(compiled, sheet, language)
  return ok({
    unit: { code: unit, name: found.name },
    asOf,
    level,
    stars: stars.map(({ code, held, bottomLines, criteria }) => ({
      code,
      held,
      because: explainStar(compiled, sheet, code, language) ?? '',
      bottomLines: [...bottomLines],
      criteria: [...criteria],
    })),
  })
}
