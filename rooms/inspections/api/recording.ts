// What was seen, and what the phone takes along. A fault becomes an entry of the ledger in the same transaction, so that a
// finding and its entry are there together or not at all.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { openEntry } from '#rooms/ledger/offers.ts'
import type { contract } from '../contract.ts'
import { seenFault } from '../core/inspection.ts'
import { addFinding, findingsOf, findInspection, listInspections } from '../data/queries.ts'
import type { FindingRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { findingShown, rowsShown, sourceOf } from './show.ts'

type C = typeof contract
/** A post inspects a few things at a time; a phone need not carry more. */
const mostOnHand = 20

const onHand: Handler<C['onHand']> = async ({ db, actor, today }) => {
  const rows = await listInspections(db, actor.writes, { state: 'open', limit: mostOnHand })
  const shown = await rowsShown(db, rows)
  const withFindings = []
  for (const row of shown) withFindings.push({ ...row, findings: (await findingsOf(db, row)).map(findingShown) })
  return ok({ post: actor.post, today, rows: withFindings })
}

const record: Handler<C['record']> = async (request) => {
  const { db, params, body, clock, today, actor } = request
  const inspection = await findInspection(db, params.unit, params.id)
  if (inspection === undefined) return refuse(problems.noSuchInspection())
  const there = (await findingsOf(db, inspection)).find((one) => one.id === body.id)
  if (there !== undefined) return ok(findingShown(there))
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
  return ok(findingShown(row))
}

export const recording = { onHand, record } satisfies Partial<Handlers<C>>
