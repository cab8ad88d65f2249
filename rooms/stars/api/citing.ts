// Evidence of the rows of a self-check: the unit cites what it has, reviewers read it beside the rows.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { citable as citableItems, cite as citeItem, hintsOf, withdrawCited as withdrawItem } from '#rooms/evidence/offers.ts'
import type { CitedItem, Hint } from '#rooms/evidence/offers.ts'
import type { citingContract } from '../contract-citing.ts'
import { citedRow } from '../core/cited-row.ts'
import { findCandidacy } from '../data/candidacies.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { problems } from '../problems.ts'
import { citedNow, citedSeen } from './cited.ts'
import { rowsOfCandidacy } from './edition-rows.ts'
import type { At } from './stepping.ts'

type C = typeof citingContract
type Db = RoomRequest['db']

const shown = (items: readonly CitedItem[], hints: ReadonlyMap<string, readonly Hint[]> = new Map()) =>
  items.map(({ unit, id, shows, spot, effectiveOn, media, preview }) => ({
    unit,
    id,
    shows,
    spot,
    effectiveOn,
    media,
    preview,
    hints: (hints.get(id) ?? []).map(({ kind, takenOn }) => ({ kind, takenOn })),
  }))

async function itemsOfRow(db: Db, at: At, row: string) {
  return { row, items: shown((await citedNow({ db }, at, [row])).map((one) => one.item)) }
}

const cited: Handler<C['cited']> = async (request) => {
  const row = await findCandidacy(request.db, request.params.unit, request.params.id)
  if (row === undefined) return refuse(problems.noSuchCandidacy())
  request.permit()
  const seen = await citedSeen(request, row)
  const hints = await hintsOf(
    request.db,
    seen.map((one) => one.item),
  )
  const byRow = Map.groupBy(seen, (one) => one.row)
  return ok({
    rows: [...byRow].map(([id, items]) => ({
      row: id,
      items: shown(
        items.map((one) => one.item),
        hints,
      ),
    })),
  })
}

const citable: Handler<C['citable']> = async ({ db, params }) => ok({ items: shown(await citableItems(db, params.unit)) })

type Asking = Pick<RoomRequest, 'db' | 'today'> & { readonly params: At; readonly body: { readonly row: string } }

/** The candidacy while its rows are open to the unit, and the row one of them. */
async function rowOpen({ db, params, body, today }: Asking): Promise<Result<CandidacyRow>> {
  const row = await findCandidacy(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchCandidacy())
  if (row.state !== 'checking' && row.state !== 'returned') return refuse(problems.wrongState({ verb: 'submit', state: row.state }))
  return (await rowsOfCandidacy(db, params, today)).includes(body.row) ? ok(row) : refuse(problems.unknownRow({ row: body.row }))
}

const cite: Handler<C['cite']> = async (request) => {
  const { db, params, body, clock, dice } = request
  const open = await rowOpen(request)
  if (!open.ok) return open
  const done = await citeItem(request, body.item, { id: newId(clock, dice), target: citedRow(params.id, body.row) })
  return done.ok ? ok(await itemsOfRow(db, params, body.row)) : done
}

const withdrawCited: Handler<C['withdrawCited']> = async (request) => {
  const { db, params, body } = request
  const open = await rowOpen(request)
  if (!open.ok) return open
  const done = await withdrawItem(request, body.item, citedRow(params.id, body.row))
  return done.ok ? ok(await itemsOfRow(db, params, body.row)) : done
}

export const citingHandlers = { cited, citable, cite, withdrawCited } satisfies Handlers<C>
