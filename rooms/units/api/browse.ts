// Reading units: everybody may, on any day.

import type { Handler } from '#ground/http/handler.ts'
import { levelOf } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { searchTerms } from '../core/search-keys.ts'
import { kindInForce } from '../core/unit.ts'
import { countBelow, findPaths, findUnits, historyOf, lastNames, listBelow, successionsOf } from '../data/queries.ts'
import type { UnitRow } from '../data/queries.ts'
import { searchUnits } from '../data/search.ts'
import { problems } from '../problems.ts'

type Units = typeof contract

const shown = ({ code, name, level, kind, from, to }: UnitRow): Omit<UnitRow, 'kindOfficial'> => ({ code, name, level, kind, from, to })

export const get: Handler<Units['get']> = async ({ db, params, query, today }) => {
  const day = query.asOf ?? today
  const [unit] = await findUnits(db, [params.code], day)
  if (unit === undefined) return refuse(problems.unknownUnit(params))
  const paths = await findPaths(db, [unit.code], day)
  const below = await countBelow(db, unit.code, unit.level, day)
  return ok({ ...unit, path: paths.get(unit.code) ?? [], below })
}

export const roots: Handler<Units['roots']> = async ({ db, query, today }) => {
  const units = await listBelow(db, '', 1, query.asOf ?? today, { after: null, limit: 100 })
  return ok({ units: units.map((unit) => ({ ...shown(unit), below: unit.below })) })
}

export const children: Handler<Units['children']> = async ({ db, params, query, today }) => {
  const level = query.level ?? levelOf(params.code) + 1
  const units = await listBelow(db, params.code, level, query.asOf ?? today, { after: query.after ?? null, limit: query.limit + 1 })
  const page = units.slice(0, query.limit)
  const next = units.length > query.limit ? (page.at(-1)?.code ?? null) : null
  return ok({ units: page.map((unit) => ({ ...shown(unit), below: unit.below })), next })
}

function readCursor(text: string | undefined): { level: number; code: string } | null {
  const match = /^(\d)\.(\d{2,17})$/.exec(text ?? '')
  return match === null ? null : { level: Number(match[1]), code: match[2] ?? '' }
}

export const search: Handler<Units['search']> = async ({ db, query, today }) => {
  const asked = { within: query.within ?? '', day: query.asOf ?? today, limit: query.limit + 1, after: readCursor(query.after) }
  let units: UnitRow[] = []
  for (const term of searchTerms(query.q)) {
    units = await searchUnits(db, term, asked)
    if (units.length > 0) break
  }
  const page = units.slice(0, query.limit)
  const paths = await findPaths(
    db,
    page.map((unit) => unit.code),
    asked.day,
  )
  const last = page.at(-1)
  const next = units.length > query.limit && last !== undefined ? `${last.level}.${last.code}` : null
  return ok({ units: page.map((unit) => ({ ...shown(unit), path: paths.get(unit.code) ?? [] })), next })
}

export const history: Handler<Units['history']> = async ({ db, params }) => {
  const versions = await historyOf(db, params.code)
  if (versions.length === 0) return refuse(problems.unknownUnit(params))
  const successions = await successionsOf(db, params.code)
  const names = await lastNames(
    db,
    successions.flatMap((each) => [each.from, each.to]),
  )
  const nameOf = (code: string): string => names.get(code) ?? code
  return ok({
    versions: versions.map(({ code, name, from, to, kindOfficial, kindOverride }) => ({
      code,
      name,
      level: levelOf(code),
      kind: kindInForce({ kindOfficial, kindOverride }),
      from,
      to,
      kindOfficial,
      kindOverride,
    })),
    successions: successions.map(({ from, to, on, kind }) => ({ from, fromName: nameOf(from), to, toName: nameOf(to), on, kind })),
  })
}
