// What a unit says that it has mended, after an order or a suspension; whoever decides finds it in one list and looks.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { honourAppealContract } from '../contract-honour-appeals.ts'
import { toMend } from '../core/honour.ts'
import { addHonourReport, honourReportsBelow, honourReportsOf } from '../data/honour-reports.ts'
import type { HonourReportRow } from '../data/honour-reports.ts'
import { findHonour, honoursWith } from '../data/honours.ts'
import { problems } from '../problems.ts'
import { honoursShown } from './shown.ts'

type C = typeof honourAppealContract

/** One as it is answered. */
export const reportShown = ({ id, against, on, said }: HonourReportRow) => ({ id, against, on, said })

const reportMended: Handler<C['reportMended']> = async (request) => {
  const { db, params, body, actor, today } = request
  const honour = await findHonour(db, params.unit, params.id)
  if (honour === undefined) return refuse(problems.noSuchHonour())
  const same = (await honourReportsOf(db, honour.unit, honour.id)).find((one) => one.id === body.report)
  if (same !== undefined) return ok(reportShown(same))
  if (!toMend(honour.state)) return refuse(problems.nothingToMend())
  const row = { unit: honour.unit, id: body.report, honour: honour.id, against: honour.steps, said: body.said, on: today }
  await addHonourReport(db, row, actor.id ?? '')
  const payload = { report: row.id, against: row.against }
  await request.act({ verb: 'reportMended', unit: row.unit, subject: `honour:${honour.id}`, payload, reason: row.said })
  return ok(reportShown(row))
}

/** As many as one page shows. */
const mostReports = 500

const honourReports: Handler<C['honourReports']> = async (request) => {
  const found = await honourReportsBelow(request.db, request.params.unit, mostReports + 1)
  const shown = await honoursShown(request, await honoursWith(request.db, found))
  const honours = new Map(shown.map((one) => [one.id, one]))
  const rows = found.slice(0, mostReports).flatMap(({ honour: id, on, said }) => {
    const honour = honours.get(id)
    return honour === undefined ? [] : [{ honour, on, said }]
  })
  return ok({ rows, more: found.length > mostReports })
}

export const honourReportHandlers = { reportMended, honourReports } satisfies Partial<Handlers<C>>
