// The ledger of a quarter as text: how many entries each unit had to close out, and how many it did. By unit in the order of
// their codes, never by person and never by merit; every sum a figure with its query and the moment it was counted.

import type { Excerpts, Wordings } from '#ground/http/handler.ts'
import { findQuarter } from '#ground/kernel/days.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { quarterCountsBelow } from '#rooms/ledger/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { ledgerContent, ledgerWording } from './core/ledger-content.ts'

export const wordings: Wordings = { ledger: ledgerWording }

/** As many units as one table holds. */
const most = 2000

export const excerpts: Excerpts = {
  /** Of `<unit>-<quarter>`. */
  ledger: async ({ db, clock, today }, { unit, id }) => {
    const named = id.slice(id.lastIndexOf('-') + 1)
    const quarter = findQuarter(named)
    if (quarter === null) return 'nothing'
    const counted = await quarterCountsBelow({ db, today }, unit, named)
    if (counted.size > most) return 'too-much'
    if (counted.size === 0) return 'nothing'
    const names = await namesOf(db, [unit, ...counted.keys()])
    const rows = [...counted].map(([code, counts]) => ({ name: names.get(code) ?? code, counts }))
    const digest = canonicalDigest({ quarter: named, rows: [...counted] })
    const source = { kind: 'ledger', id: `${unit}-${named}`, digest, at: new Date(clock.now()).toISOString() }
    return ledgerContent({ unitName: names.get(unit) ?? unit, quarter, today, rows, source })
  },
}
