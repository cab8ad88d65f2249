// Reading: lists, counts, one entry, and entering a new one.

import type { Handler } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import type { SourceKind } from '../core/lists.ts'
import type { State } from '../core/state.ts'
import { closedStates, openStates } from '../core/state.ts'
import { countBelow } from '../data/counting.ts'
import { findEntries } from '../data/listing.ts'
import type { EntryFilter } from '../data/narrowing.ts'
import { findEntry } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { openEntry } from './open-entry.ts'
import { recordShown, rowsShown } from './show.ts'

type C = typeof contract

const mostRows = 1000

/** The part of the post's scopes at and below a unit. */
export function scopesBelow(scopes: readonly Code[], below: Code | undefined): readonly Code[] {
  if (below === undefined) return scopes
  return scopes.flatMap((scope) => (below.startsWith(scope) ? [below] : scope.startsWith(below) ? [scope] : []))
}

export interface Asked {
  readonly below?: Code | undefined
  readonly state?: State | undefined
  readonly open?: 'true' | 'false' | undefined
  readonly late?: 'true' | undefined
  readonly kind?: string | undefined
  readonly sourceKind?: SourceKind | undefined
  readonly source?: string | undefined
  readonly star?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly q?: string | undefined
  readonly told?: 'yes' | undefined
  readonly lookback?: 'due' | undefined
  readonly extension?: 'asked' | undefined
}

/** What the database is asked, from what the address says. */
export function filterOf(asked: Asked, scopes: readonly Code[], today: Day): EntryFilter {
  const { state, open, late, kind, sourceKind, source, star, from, to, q = '', told, lookback, extension } = asked
  const states = state !== undefined ? [state] : open === 'true' ? openStates : open === 'false' ? closedStates : undefined
  return {
    below: scopesBelow(scopes, asked.below),
    ...(states === undefined ? {} : { states }),
    ...(late === undefined ? {} : { lateOn: today }),
    ...(kind === undefined ? {} : { kind }),
    ...(sourceKind === undefined ? {} : { sourceKind }),
    ...(source === undefined ? {} : { source }),
    ...(star === undefined ? {} : { star }),
    ...(q === '' ? {} : { text: q }),
    ...(told === undefined ? {} : { told: true }),
    ...(extension === undefined ? {} : { asked: true }),
    ...(lookback === undefined ? {} : { lookBackBy: today }),
    ...(from === undefined || to === undefined ? {} : { from, to }),
  }
}

export const list: Handler<C['list']> = async ({ query, db, today, actor }) => {
  const most = Math.min(mostRows, Number(query.limit ?? mostRows))
  const { rows, bounded } = await findEntries(db, { ...filterOf(query, actor.scopes, today), limit: most + 1 })
  return ok({ rows: await rowsShown({ db, today }, rows.slice(0, most)), more: rows.length > most, bounded, asOf: today })
}

export const counts: Handler<C['counts']> = async ({ query, db, today, actor }) =>
  ok(await countBelow(db, scopesBelow(actor.scopes, query.below), query.from, query.to, today))

export const get: Handler<C['get']> = async (request) => {
  const row = await findEntry(request.db, request.params.unit, request.params.id)
  if (row === undefined) return refuse(problems.noSuchEntry())
  request.permit()
  return ok(await recordShown(request, row))
}

export const assign: Handler<C['assign']> = async (request) => {
  const opened = await openEntry(request, request.body)
  return opened.ok ? ok(await recordShown(request, opened.value)) : opened
}
