// Certificates: recording, correcting, recording that one was taken back.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { getUnits } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { isOwnCertificate } from '../core/own-record.ts'
import type { CertificateRow } from '../data/certificates.ts'
import { addCertificates, certificatesOf, findCertificate, listCertificates } from '../data/certificates.ts'
import { listDoubts } from '../data/doubts.ts'
import { problems } from '../problems.ts'
import type { Prepared, Recorder } from './recording.ts'
import { no, replaceRecord, scopesBelow, stampOf } from './recording.ts'
import type { ShownCertificate } from './showing.ts'
import { certificateShown, doubtedIn, namesFor } from './showing.ts'
import { officeOf } from './stating.ts'

type C = typeof contract
type NewCertificate = Omit<CertificateRow, 'supersededBy'>
export type CertificateWanted = Pick<CertificateRow, 'id' | 'unit' | 'name' | 'level' | 'issuer' | 'document' | 'from' | 'to'>
const mostRows = 1000

const placeOf = ({ unit, name, level, from }: Pick<CertificateRow, 'unit' | 'name' | 'level' | 'from'>): string =>
  `${unit} ${level} ${from} ${name}`

/** Certificates with everything a reader needs beside them. */
export async function certificatesShown(db: RoomRequest['db'], rows: readonly CertificateRow[]): Promise<ShownCertificate[]> {
  const units = [...new Set(rows.map(({ unit }) => unit))]
  const doubted = doubtedIn(units.length === 0 ? [] : await listDoubts(db, { below: units, waiting: true, limit: 5000 }))
  const names = await namesFor(db, rows)
  return rows.map((row) => certificateShown(row, names, doubted))
}

const sameRest = (a: CertificateWanted, b: CertificateWanted): boolean =>
  a.issuer === b.issuer && a.document === b.document && a.to === b.to

/** Asks of each whether it may be recorded. */
export async function prepareCertificates(recorder: Recorder, wanted: readonly CertificateWanted[]): Promise<Prepared<NewCertificate>[]> {
  const { db, today, actor } = recorder
  const codes: Code[] = [...new Set(wanted.map(({ unit }) => unit))]
  const units = await getUnits(db, codes, today)
  const taken = new Map<string, CertificateWanted>((await certificatesOf(db, codes)).map((row) => [placeOf(row), row]))
  const stamp = stampOf(recorder)
  const office = await officeOf(recorder)
  return wanted.map((one): Prepared<NewCertificate> => {
    const { unit, name, issuer, from, to } = one
    if (!units.has(unit) || !actor.writes.some((scope) => unit.startsWith(scope))) return no(problems.unknownUnit({ unit }))
    if (from > today || (to !== null && to < from)) return no(problems.daysCrossed())
    if (!isOwnCertificate(office, one)) return no(problems.notYourRecord({ office: office ?? '', other: issuer }))
    const there = taken.get(placeOf(one))
    if (there !== undefined) return sameRest(there, one) ? { kind: 'unchanged' } : no(problems.certified({ name }))
    taken.set(placeOf(one), one)
    return { kind: 'new', row: { ...stamp, ...one, withdrawnFrom: null, reason: '', corrects: null } }
  })
}

/** Adds certificates, each with its act. */
export async function storeCertificates(recorder: Recorder, rows: readonly NewCertificate[], verb: string): Promise<void> {
  await addCertificates(recorder.db, rows)
  for (const { id, unit, name, level, issuer, document, from, to, withdrawnFrom, corrects, reason } of rows) {
    await recorder.act({
      verb,
      unit,
      subject: `certificate:${id}`,
      payload: { name, level, issuer, document, from, to, withdrawnFrom, corrects },
      ...(reason === '' ? {} : { reason }),
    })
  }
}

export const certificates: Handler<C['certificates']> = async ({ db, query, actor }) => {
  const { below, from, to, history } = query
  const rows = await listCertificates(db, {
    below: scopesBelow(actor.scopes, below),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    history: history === 'true',
    limit: mostRows + 1,
  })
  return ok({ rows: await certificatesShown(db, rows.slice(0, mostRows)), more: rows.length > mostRows })
}

async function answered(db: RoomRequest['db'], row: NewCertificate): Promise<Result<ShownCertificate>> {
  const [shown] = await certificatesShown(db, [{ ...row, supersededBy: null }])
  if (shown === undefined) throw new Error('nothing was shown')
  return ok(shown)
}

export const certify: Handler<C['certify']> = async (request) => {
  const [prepared] = await prepareCertificates(request, [request.body])
  if (prepared === undefined) throw new Error('nothing was prepared')
  if (prepared.kind === 'refused') return refuse(prepared.problem)
  if (prepared.kind === 'unchanged') return refuse(problems.certified(request.body))
  await storeCertificates(request, [prepared.row], 'certify')
  return answered(request.db, prepared.row)
}

type Changing = Pick<CertificateRow, 'id' | 'reason'> & Partial<CertificateRow>

/** One row in place of another. */
async function change(
  request: Recorder & { readonly params: { readonly unit: Code; readonly id: string } },
  verb: string,
  changes: Changing,
): Promise<Result<ShownCertificate>> {
  const { db, params, today } = request
  const old = await findCertificate(db, params.unit, params.id)
  if (old === undefined) return refuse(problems.noSuchRecord())
  if (old.supersededBy !== null) return refuse(problems.corrected())
  const row = { ...old, ...stampOf(request), ...changes, corrects: old.id }
  const office = await officeOf(request)
  const foreign = [old, row].find((one) => !isOwnCertificate(office, one))
  if (foreign !== undefined) return refuse(problems.notYourRecord({ office: office ?? '', other: foreign.issuer }))
  const withdrawn = row.withdrawnFrom !== null && row.withdrawnFrom > today
  if (row.from > today || (row.to !== null && row.to < row.from) || withdrawn) return refuse(problems.daysCrossed())
  const others = (await certificatesOf(db, [old.unit])).filter(({ id }) => id !== old.id)
  if (others.some((other) => placeOf(other) === placeOf(row))) return refuse(problems.certified({ name: row.name }))
  const replaced = await replaceRecord(request, 'certificate', old, row.id, row.reason)
  if (!replaced.ok) return replaced
  await storeCertificates(request, [row], verb)
  return answered(db, row)
}

export const correctCertificate: Handler<C['correctCertificate']> = (request) => change(request, 'correctCertificate', request.body)

export const withdrawCertificate: Handler<C['withdrawCertificate']> = (request) => {
  const { id, from, reason } = request.body
  return change(request, 'withdrawCertificate', { id, reason, withdrawnFrom: from })
}
