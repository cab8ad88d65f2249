// What was seen, and what the phone takes along. A fault becomes an entry of the ledger in the same transaction, so that a
// finding and its entry are there together or not at all.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { cite } from '#rooms/evidence/offers.ts'
import { openEntry } from '#rooms/ledger/offers.ts'
import type { contract } from '../contract.ts'
import { seenFault } from '../core/inspection.ts'
import { addFinding, findingsOf, findInspection, listInspections } from '../data/queries.ts'
import type { FindingRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { findingsShown, rowsShown, sourceOf, targetOf } from './show.ts'
import type { InspectionRecord } from './show.ts'

type C = typeof contract
/** A post inspects a few things at a time; a phone need not carry more. */
const mostOnHand = 20

const onHand: Handler<C['onHand']> = async ({ db, actor, today }) => {
  const rows = await listInspections(db, actor.writes, { state: 'open', limit: mostOnHand })
  const shown = await rowsShown(db, rows)
  const withFindings = []
  for (const row of shown) withFindings.push({ ...row, findings: await findingsShown(db, row.unit, await findingsOf(db, row)) })
  return ok({ post: actor.post, today, rows: withFindings })
}

async function shownOne(db: RoomRequest['db'], row: FindingRow): Promise<Result<InspectionRecord['findings'][number]>> {
  const [shown] = await findingsShown(db, row.unit, [row])
  return shown === undefined ? refuse(problems.noSuchFinding()) : ok(shown)
}

const record: Handler<C['record']> = async (request) => {
  const { db, params, body, clock, today, actor } = request
  const inspection = await findInspection(db, params.unit, params.id)
  if (inspection === undefined) return refuse(problems.noSuchInspection())
  const there = (await findingsOf(db, inspection)).find((one) => one.id === body.id)
  if (there !== undefined) return shownOne(db, there)
  switch (seenFault(inspection, body, today)) {
    case 'not-open':
      return refuse(problems.wrongState({ state: inspection.state }))
    case 'not-in-plan':
      return refuse(problems.notPlanned())
    case 'not-those-days':
      return refuse(problems.wrongDay({ from: inspection.from, to: inspection.to }))
    case 'note-missing':
      return refuse(problems.noteMissing())
    default:
  }
  const { unit, id } = inspection
  const { subject, outcome, note, on, days } = body
  const item = inspection.items.find((one) => one.id === body.item)
  const opened =
    outcome === 'fine'
      ? null
      : await openEntry(request, {
          unit,
          subject,
          problem: `${item?.text ?? ''}：${note}`.slice(0, 2000),
          sourceKind: 'inspection',
          source: sourceOf({ id }),
          star: item?.star ?? null,
          days: days ?? item?.days ?? 5,
        })
  if (opened !== null && !opened.ok) return opened
  const entry = opened === null ? null : opened.value.id
  const at = new Date(clock.now())
  const row: FindingRow = {
    unit,
    id: body.id,
    inspection: id,
    subject,
    item: body.item,
    outcome,
    note,
    on,
    at,
    byUnit: actor.unit,
    byRole: actor.role,
    entry,
  }
  await addFinding(db, row)
  const payload = { finding: body.id, of: subject, item: body.item, outcome, on, entry }
  await request.act({ verb: 'record', unit, subject: `inspection:${id}`, payload, ...(note === '' ? {} : { reason: note }) })
  return shownOne(db, row)
}

/** Also after the end: pictures are slower than words. */
const addPicture: Handler<C['addPicture']> = async (request) => {
  const { db, params, body, clock, dice } = request
  const inspection = await findInspection(db, params.unit, params.id)
  if (inspection === undefined) return refuse(problems.noSuchInspection())
  const row = (await findingsOf(db, inspection)).find((one) => one.id === params.finding)
  if (row === undefined) return refuse(problems.noSuchFinding())
  const cited = await cite(request, body.item, { id: body.id, target: targetOf(row.id) })
  if (!cited.ok) return cited
  // Whoever has to mend it sees what it looked like before.
  const shown = row.entry === null ? cited : await cite(request, body.item, { id: newId(clock, dice), target: `entry:${row.entry}` })
  return shown.ok ? shownOne(db, row) : shown
}

export const recording = { onHand, record, addPicture } satisfies Partial<Handlers<C>>
