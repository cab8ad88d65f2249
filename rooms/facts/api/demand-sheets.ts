// The register of form demands in and out as a sheet: each row is asked what a single one is asked, and what stands in the rows
// above it, so that two rows of one file cannot ask for the same datum either.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { byBytes } from '#ground/kernel/byte-order.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok } from '#ground/kernel/result.ts'
import { longListFile } from '#ground/sheets/list-file.ts'
import { templateColumns } from '#ground/sheets/sheet-columns.ts'
import { templateFile } from '#ground/sheets/sheet-file.ts'
import type { contract } from '../contract.ts'
import { demandStateNames, formTyped, frequencyNames, ownForm } from '../core/demand.ts'
import { datumKey } from '../core/name-key.ts'
import { kindNames } from '../core/record-words.ts'
import { listDefinitions } from '../data/definitions.ts'
import { demandList, listDemands } from '../data/demands.ts'
import type { DemandRow } from '../data/demands.ts'
import { prepareDemand, storeDemand } from './demanding.ts'
import type { DemandWanted, PreparedDemand } from './demanding.ts'
import type { Prepared } from './recording.ts'
import { no } from './recording.ts'
import { demandsShown } from './showing.ts'
import { demandExtras, demandTable, sheetNames } from './sheet-words.ts'
import { importSheet } from './sheets-in.ts'

type C = typeof contract
const mostRows = 5000

export const exportDemands: Handler<C['exportDemands']> = async (request) => {
  const { db, query, actor, language } = request
  const definitions = await listDefinitions(db)
  const header = [...Object.values(demandTable).map(({ title }) => title), ...demandExtras]
  return longListFile(request, sheetNames.demands, header, demandList(db, query.below ?? actor.unit ?? ''), async (rows) =>
    (await demandsShown(request, rows, definitions)).map((row) => [
      row.title,
      row.issuer,
      row.basis,
      frequencyNames[row.frequency][language],
      row.from,
      row.sunset,
      row.minutes,
      [...row.definitions.map(({ name }) => name), ...row.texts].join('；'),
      row.below.code,
      row.kind === null ? '' : kindNames[row.kind][language],
      formTyped(row.form),
      demandStateNames[row.state][language],
      row.below.name,
      row.cost.units,
      row.cost.times,
      row.cost.minutes,
      row.unit.name,
      row.registeredOn,
      row.withdrawnReason,
    ]),
  )
}

export const demandTemplate: Handler<C['demandTemplate']> = async ({ query, language }) => {
  const columns = templateColumns(demandTable, language, {
    frequency: Object.values(frequencyNames).map((name) => name[language]),
    kind: Object.values(kindNames).map((name) => name[language]),
  })
  const name = `${sheetNames.demands[language]} ${sheetNames.template[language]}`
  return ok({ file: await templateFile(query.format, name, columns, language) })
}

/** The same form for the same data and time, wherever it stands by now: an exported register comes in again without a change. */
const placeOf = ({
  unit,
  title,
  from,
  sunset,
  below,
  texts,
}: Pick<DemandRow, 'unit' | 'title' | 'from' | 'sunset' | 'below' | 'texts'>): string =>
  JSON.stringify([unit, title, from, sunset, below, texts.map(datumKey).toSorted(byBytes)])

async function prepareAll(request: RoomRequest, wanted: readonly DemandWanted[]): Promise<Prepared<PreparedDemand>[]> {
  const names = new Map((await listDefinitions(request.db)).map(({ id, name }) => [id, name]))
  const rows = await listDemands(request.db, request.actor.unit ?? '', mostRows)
  const asSheet = (row: DemandRow) => ({ ...row, texts: [...row.definitions.map((id) => names.get(id) ?? id), ...row.texts] })
  const there = new Set(rows.map((row) => placeOf(asSheet(row))))
  const before: DemandRow[] = []
  const prepared: Prepared<PreparedDemand>[] = []
  for (const one of wanted) {
    const made = there.has(placeOf(one)) ? null : await prepareDemand(request, one, before)
    if (made?.ok === true) before.push(made.value.row)
    prepared.push(made === null ? { kind: 'unchanged' } : made.ok ? { kind: 'new', row: made.value } : no(made.problem))
  }
  return prepared
}

export const importDemands: Handler<C['importDemands']> = (request) =>
  importSheet(request, {
    table: demandTable,
    mostRows: 1000,
    wanted: ({ data, form, ...row }): DemandWanted => {
      const id = newId(request.clock, request.dice)
      return { ...row, id, unit: request.actor.unit ?? '', form: form === '' ? ownForm(id) : form, definitions: [], texts: data }
    },
    prepare: (wanted) => prepareAll(request, wanted),
    store: async (rows) => {
      for (const row of rows) await storeDemand(request, row)
    },
  })
