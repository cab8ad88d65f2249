// The board: sums from the database, rates from core, names from the units.

import type { QueryOf } from '#ground/http/contract.ts'
import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { codeLengths } from '#ground/kernel/code.ts'
import { ok } from '#ground/kernel/result.ts'
import { sheetFile } from '#ground/sheets/sheet-file.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { boardColumns, divisionNames } from '../core/board-words.ts'
import { noSums, onTimeRate, plus, relapseRate } from '../core/rates.ts'
import type { Sums } from '../core/rates.ts'
import { boardSums } from '../data/board.ts'
import { scopesBelow } from './listing.ts'

type C = typeof contract

const rated = (sums: Sums) => ({ ...sums, onTimeRate: onTimeRate(sums), relapseRate: relapseRate(sums) })

type Asking = Pick<RoomRequest, 'db' | 'actor' | 'today'> & { readonly query: QueryOf<C['board']> }

/** Every row with its name; units of one level below the chosen one are put together. */
async function boardOf({ db, actor, today, query }: Asking) {
  const below = scopesBelow(actor.scopes, query.below)
  const top = query.below ?? actor.unit ?? below[0] ?? ''
  const depth = codeLengths.find((length) => length > top.length) ?? 17
  const { from, to, by, kind } = query
  const found = await boardSums(db, { below, from, to, today, by, depth, kind })
  const names =
    by === 'star'
      ? new Map<string, string>()
      : await namesOf(
          db,
          found.map((row) => row.key),
        )
  const rows = found.map(({ key, ...sums }) => ({ key, name: names.get(key) ?? null, ...rated(sums) }))
  return { rows, whole: rated(found.reduce<Sums>(plus, noSums)), asOf: today }
}

export const board: Handler<C['board']> = async (request) => ok(await boardOf(request))

export const boardExport: Handler<C['boardExport']> = async (request) => {
  const { language, query, today } = request
  const { rows, whole } = await boardOf(request)
  const cells = (row: (typeof rows)[number] | (typeof whole & { key: string; name: string })) =>
    boardColumns.map(({ key }) => (key === 'name' ? (row.name ?? row.key) : (row[key] ?? '')))
  const header = boardColumns.map(({ key, title }) => (key === 'name' ? divisionNames[query.by] : title)[language])
  const total = { ...whole, key: '', name: { zh: '合计', en: 'Total' }[language] }
  const sheet = { zh: '办结情况', en: 'Rates' }[language]
  return ok({ file: sheetFile(query.format, `ledger-board-${today}`, { sheet, header, rows: [...rows.map(cells), cells(total)] }) })
}
