// The ledger of a quarter as a draft: how many entries each unit had to close out, and how many it did. By unit in the order of
// their codes, never by person and never by merit; every sum a figure with its query and the moment it was counted.

import type { Handler } from '#ground/http/handler.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { findQuarter } from '#ground/kernel/days.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { entriesOf, quarterCounts } from '#rooms/ledger/offers.ts'
import type { Counts } from '#rooms/ledger/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { ledgerContent } from '../core/ledger-content.ts'
import { problems } from '../problems.ts'
import { draftFrom } from './drafting.ts'
import { recordShown } from './show.ts'

type C = typeof contract

/** As many as the ledger lists at once. */
const most = 500

export const draftLedger: Handler<C['draftLedger']> = async (request) => {
  const { db, body, today, clock } = request
  const entries = await entriesOf({ db, today }, { subject: body.unit })
  if (entries.length >= most) return refuse(problems.tooManyEntries())
  if (entries.length === 0) return refuse(problems.noEntries())
  const units = [...new Set(entries.map((entry) => entry.subject.code))].toSorted()
  const counted = await quarterCounts({ db, today }, units, body.quarter)
  const names = await namesOf(db, [body.unit, ...units])
  const rows = units.map((code) => ({ name: names.get(code) ?? code, counts: counted.get(code) as Counts }))
  const at = new Date(clock.now()).toISOString()
  const content = ledgerContent({
    unitName: names.get(body.unit) ?? body.unit,
    quarter: findQuarter(body.quarter) ?? null,
    today,
    rows,
    source: {
      kind: 'ledger',
      id: `${body.unit}-${body.quarter}`,
      digest: canonicalDigest({ quarter: body.quarter, rows: [...counted] }),
      at,
    },
  })
  const drafted = await draftFrom(request, { ...content, id: body.id, unit: body.unit })
  return drafted.ok ? ok(await recordShown(request, drafted.value)) : drafted
}
