// Facts one by one: listing, stating, nothing this period, correcting.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import type { HeldDefinition } from '../core/held-definition.ts'
import { readPeriod } from '../core/period.ts'
import { sameStated } from '../core/value.ts'
import type { Stated } from '../core/value.ts'
import { listDefinitions } from '../data/definitions.ts'
import { listDoubts } from '../data/doubts.ts'
import type { FactRow } from '../data/facts.ts'
import { findFact, listFacts } from '../data/facts.ts'
import { problems } from '../problems.ts'
import { replaceRecord, scopesBelow, stampOf } from './recording.ts'
import type { ShownFact } from './showing.ts'
import { doubtedIn, factShown, namesFor } from './showing.ts'
import { checkStated, mayState, prepareFacts, storeFacts } from './stating.ts'

type C = typeof contract
const mostRows = 1000

/** Facts with everything a reader needs beside them. */
export async function factsShown(
  db: RoomRequest['db'],
  rows: readonly FactRow[],
  definitions: readonly HeldDefinition[],
): Promise<ShownFact[]> {
  const units = [...new Set(rows.map(({ unit }) => unit))]
  const byId = new Map(definitions.map((definition) => [definition.id, definition]))
  const doubted = doubtedIn(units.length === 0 ? [] : await listDoubts(db, { below: units, waiting: true, limit: 5000 }))
  const names = await namesFor(db, rows)
  return rows.map((row) => factShown(row, byId.get(row.definition), names, doubted))
}

export const list: Handler<C['list']> = async ({ db, query, actor }) => {
  const { below, definition, from, to, history } = query
  const rows = await listFacts(db, {
    below: scopesBelow(actor.scopes, below),
    ...(definition === undefined ? {} : { definition }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    history: history === 'true',
    limit: mostRows + 1,
  })
  return ok({ rows: await factsShown(db, rows.slice(0, mostRows), await listDefinitions(db)), more: rows.length > mostRows })
}

type Stating = RoomRequest & {
  readonly body: {
    readonly id: string
    readonly unit: string
    readonly definition: string
    readonly period: string
    readonly voucher: string
  }
}

async function stateOne(request: Stating, stated: Stated): Promise<Result<ShownFact>> {
  const { db, body } = request
  const definitions = await listDefinitions(db)
  const definition = definitions.find(({ id, retiredOn }) => id === body.definition && retiredOn === null)
  if (definition === undefined) return refuse(problems.noSuchDefinition({ id: body.definition }))
  const { id, unit, voucher } = body
  const [prepared] = await prepareFacts(request, [
    { id, unit, definition, span: readPeriod(definition.period, body.period), stated, voucher },
  ])
  if (prepared === undefined) throw new Error('nothing was prepared')
  if (prepared.kind === 'refused') return refuse(prepared.problem)
  if (prepared.kind === 'new') await storeFacts(request, [prepared.fact])
  const row = prepared.kind === 'new' ? { ...prepared.fact, supersededBy: null } : prepared.fact
  const [shown] = await factsShown(db, [row], definitions)
  if (shown === undefined) throw new Error('nothing was shown')
  return ok(shown)
}

export const state: Handler<C['state']> = (request) => stateOne(request, { state: 'value', value: request.body.value })

export const nothing: Handler<C['nothing']> = (request) => stateOne(request, { state: 'nothing' })

export const correct: Handler<C['correct']> = async (request) => {
  const { db, params, body, language } = request
  const old = await findFact(db, params.unit, params.id)
  if (old === undefined) return refuse(problems.noSuchRecord())
  if (old.supersededBy !== null) return refuse(problems.corrected())
  const definitions = await listDefinitions(db)
  const definition = definitions.find(({ id }) => id === old.definition)
  if (definition === undefined) return refuse(problems.noSuchDefinition({ id: old.definition }))
  if (!mayState(request, old)) return refuse(problems.notYourDatum(definition))
  const stated = checkStated(definition, body.stated, language)
  if ('code' in stated) return refuse(stated)
  const voucher = body.voucher ?? old.voucher
  if (sameStated(old.stated, stated) && voucher === old.voucher) return refuse(problems.sameAsBefore())
  const replaced = await replaceRecord(request, 'fact', old, body.id, body.reason)
  if (!replaced.ok) return replaced
  const fact = { ...old, ...stampOf(request), id: body.id, stated, voucher, reason: body.reason, corrects: old.id, supersededBy: null }
  await storeFacts(request, [{ ...fact, type: definition.type }])
  const [shown] = await factsShown(db, [fact], definitions)
  if (shown === undefined) throw new Error('nothing was shown')
  return ok(shown)
}
