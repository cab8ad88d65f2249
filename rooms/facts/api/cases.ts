// Upheld complaints and cases: recorded by offices of the county or above, never decided by the body complained about.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { getUnits } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { refusesCase } from '../core/case-rule.ts'
import { isOwnCase } from '../core/own-record.ts'
import type { CaseRow } from '../data/cases.ts'
import { addCases, casesOf, findCase, listCases } from '../data/cases.ts'
import { listDoubts } from '../data/doubts.ts'
import { problems } from '../problems.ts'
import type { Prepared, Recorder } from './recording.ts'
import { no, replaceRecord, scopesBelow, stampOf } from './recording.ts'
import type { ShownCase } from './showing.ts'
import { caseShown, doubtedIn, namesFor } from './showing.ts'
import { officeOf } from './stating.ts'

type C = typeof contract
type NewCase = Omit<CaseRow, 'supersededBy'>
export type CaseWanted = Pick<CaseRow, 'id' | 'unit' | 'type' | 'on' | 'against' | 'decidedBy' | 'basis' | 'document'>
const mostRows = 1000

/** Cases with everything a reader needs beside them. */
export async function casesShown(db: RoomRequest['db'], rows: readonly CaseRow[]): Promise<ShownCase[]> {
  const units = [...new Set(rows.map(({ unit }) => unit))]
  const doubted = doubtedIn(units.length === 0 ? [] : await listDoubts(db, { below: units, waiting: true, limit: 5000 }))
  const names = await namesFor(db, rows)
  return rows.map((row) => caseShown(row, names, doubted))
}

/** The county or above for which the acting post decides. */
const decidingUnit = ({ actor }: Recorder, unit: Code): Code => actor.unit ?? districtOf(unit)

function whyNot(row: Pick<CaseRow, 'unit' | 'against' | 'decidedBy' | 'decidedUnit' | 'on'>, today: string): Problem | null {
  const why = refusesCase(row)
  if (why !== null) return why === 'same-body' ? problems.decidedByItself() : problems.decidedBelowCounty()
  return row.on > today ? problems.daysCrossed() : null
}

/** Everything that makes two records one decision: the same typed again would weigh twice. */
const sayingOf = ({ unit, type, on, against, decidedBy, basis, document }: CaseWanted): string =>
  JSON.stringify([unit, type, on, against, decidedBy, basis, document])

/** Asks of each whether it may be recorded. */
export async function prepareCases(recorder: Recorder, wanted: readonly CaseWanted[]): Promise<Prepared<NewCase>[]> {
  const { db, today, actor } = recorder
  const codes: Code[] = [...new Set(wanted.map(({ unit }) => unit))]
  const units = await getUnits(db, codes, today)
  const said = new Set((await casesOf(db, codes)).map(sayingOf))
  const stamp = stampOf(recorder)
  const office = await officeOf(recorder)
  return wanted.map((one): Prepared<NewCase> => {
    const { unit, decidedBy } = one
    if (!units.has(unit) || !actor.writes.some((scope) => unit.startsWith(scope))) return no(problems.unknownUnit({ unit }))
    const row = { ...stamp, ...one, decidedUnit: decidingUnit(recorder, unit), upheld: true, reason: '', corrects: null }
    const why = whyNot(row, today)
    if (why !== null) return no(why)
    if (!isOwnCase(office, decidedBy)) return no(problems.notYourRecord({ office: office ?? '', other: decidedBy }))
    if (said.has(sayingOf(one))) return { kind: 'unchanged' }
    said.add(sayingOf(one))
    return { kind: 'new', row }
  })
}

/** Adds cases, each with its act; what was found is free text and stays out of the payload. */
export async function storeCases(recorder: Recorder, rows: readonly NewCase[], verb: string): Promise<void> {
  await addCases(recorder.db, rows)
  for (const { id, unit, type, on, decidedBy, decidedUnit, upheld, document, corrects, reason } of rows) {
    await recorder.act({
      verb,
      unit,
      subject: `case:${id}`,
      payload: { type, on, decidedBy, decidedUnit, upheld, document, corrects },
      ...(reason === '' ? {} : { reason }),
    })
  }
}

export const cases: Handler<C['cases']> = async ({ db, query, actor }) => {
  const { below, from, to, history } = query
  const rows = await listCases(db, {
    below: scopesBelow(actor.scopes, below),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    history: history === 'true',
    limit: mostRows + 1,
  })
  return ok({ rows: await casesShown(db, rows.slice(0, mostRows)), more: rows.length > mostRows })
}

async function answered(db: RoomRequest['db'], row: NewCase): Promise<Result<ShownCase>> {
  const [shown] = await casesShown(db, [{ ...row, supersededBy: null }])
  if (shown === undefined) throw new Error('nothing was shown')
  return ok(shown)
}

export const recordCase: Handler<C['recordCase']> = async (request) => {
  const [prepared] = await prepareCases(request, [request.body])
  if (prepared === undefined) throw new Error('nothing was prepared')
  if (prepared.kind === 'refused') return refuse(prepared.problem)
  if (prepared.kind === 'unchanged') return refuse(problems.caseThere())
  await storeCases(request, [prepared.row], 'recordCase')
  return answered(request.db, prepared.row)
}

/** One row in place of another. */
async function change(
  request: Recorder & { readonly params: { readonly unit: Code; readonly id: string } },
  verb: string,
  changes: Pick<CaseRow, 'id' | 'reason'> & Partial<CaseRow>,
): Promise<Result<ShownCase>> {
  const { db, params, today } = request
  const old = await findCase(db, params.unit, params.id)
  if (old === undefined) return refuse(problems.noSuchRecord())
  if (old.supersededBy !== null) return refuse(problems.corrected())
  const row = { ...old, ...stampOf(request), ...changes, corrects: old.id }
  const office = await officeOf(request)
  const others = [old, row].find(({ decidedBy }) => !isOwnCase(office, decidedBy))
  if (others !== undefined) return refuse(problems.notYourRecord({ office: office ?? '', other: others.decidedBy }))
  const why = whyNot(row, today)
  if (why !== null) return refuse(why)
  const replaced = await replaceRecord(request, 'case', old, row.id, row.reason)
  if (!replaced.ok) return replaced
  await storeCases(request, [row], verb)
  return answered(db, row)
}

export const correctCase: Handler<C['correctCase']> = (request) => change(request, 'correctCase', request.body)

export const overturnCase: Handler<C['overturnCase']> = (request) => change(request, 'overturnCase', { ...request.body, upheld: false })
