// Certificates of stars that are valid: one, or all of a year below a unit in one file.

import { writePdf } from '#ground/documents/pdf/write.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { ancestorsOf } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { certificateContract } from '../contract-certificates.ts'
import { certifiable, certificateLines } from '../core/certificate.ts'
import { certifiedBy } from '../data/candidacies.ts'
import { findCycle } from '../data/cycles.ts'
import { findHonour, honoursBelow } from '../data/honours.ts'
import type { HonourRow } from '../data/honours.ts'
import { problems } from '../problems.ts'
import { certificatePage } from './certificate-page.ts'

type C = typeof certificateContract

/** Pages of one file; about twenty seconds on a small machine. */
const most = 500

async function cyclesOf(db: RoomRequest['db'], rows: readonly HonourRow[]) {
  const found = await Promise.all([...new Set(rows.map((row) => row.cycle))].map((id) => findCycle(db, id)))
  return new Map(found.flatMap((cycle) => (cycle === undefined ? [] : [[cycle.id, cycle] as const])))
}

const certificates: Handler<C['certificates']> = async (request) => {
  const { db, params, query, settings, clock } = request
  const origin = settings['PUBLIC_ORIGIN']?.replace(/\/+$/, '') || query.origin
  if (origin === undefined) return refuse(problems.originMissing())
  const one = query.honour === undefined ? undefined : await findHonour(db, params.unit, query.honour)
  if (query.honour !== undefined && one === undefined) return refuse(problems.noSuchHonour())
  const year = query.year === undefined ? null : Number(query.year)
  const found = one === undefined ? await honoursBelow(db, params.unit, year, most + 1) : [one]
  if (found.length > most) return refuse(problems.fileTooLong({ most }))
  const rows = found.filter((row) => certifiable(row.state))
  if (rows.length === 0) return refuse(problems.noCertificate())
  const cycles = await cyclesOf(db, rows)
  const decisions = new Map(
    (
      await certifiedBy(
        db,
        params.unit,
        rows.map((row) => row.candidacy),
      )
    ).map((step) => [step.candidacy, step]),
  )
  const above = (unit: string): string[] => ancestorsOf(unit).filter((code) => code.length === 6 || code.length === 9)
  const named = rows.flatMap((row) => [row.unit, ...above(row.unit), cycles.get(row.cycle)?.unit ?? row.unit.slice(0, 6)])
  const names = await namesOf(db, [...new Set([...named, ...[...decisions.values()].map((step) => step.byUnit)])])
  const pages = rows.map((row) => {
    const cycle = cycles.get(row.cycle)
    const decision = decisions.get(row.candidacy)
    const issuer = decision?.byUnit ?? cycle?.unit ?? row.unit.slice(0, 6)
    const lines = certificateLines({
      unitName: names.get(row.unit) ?? row.unit,
      above: above(row.unit).map((code) => names.get(code) ?? code),
      cycleName: cycle?.name ?? String(row.year),
      starName: cycle?.stars.find((star) => star.code === row.star)?.name ?? row.star,
      issuer: names.get(issuer) ?? issuer,
      document: decision?.document ?? '',
      on: row.from,
      plaque: row.plaque,
      sample: cycle?.edition.startsWith('sample/') ?? false,
    })
    return certificatePage(lines, `${origin}/plaque/${row.plaque}`)
  })
  const title = one === undefined ? `星级认定证书${query.year ?? ''}` : `星级认定证书 ${one.plaque}`
  const body = await writePdf({ kind: 'pages', pages }, { title, at: new Date(clock.now()) })
  return ok({ file: { name: `${title}.pdf`, type: 'application/pdf', body } })
}

export const certificateHandlers = { certificates } satisfies Handlers<C>
