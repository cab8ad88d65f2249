// (a) Writes per second over HTTP beside the same transaction by plain SQL and the bare insert, in turns, then by the clock
// at 500 a second.

import { chinaDay } from '#ground/kernel/clock.ts'
import { besideSql, clients } from '../beside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { officialRole, seatOfficials } from '../officials.ts'
import type { Official } from '../officials.ts'
import type * as HttpWrites from '../parts/http-writes.ts'
import type * as PlainWrites from '../parts/plain-writes.ts'
import { bareTable } from '../writes.ts'

async function run(setting: Setting): Promise<Figure[]> {
  const day = chinaDay(Date.now())
  return besideSql<typeof HttpWrites, typeof PlainWrites, Official[]>(setting, 'writes', {
    http: 'http-writes',
    plain: 'plain-writes',
    bareTable,
    seat: (owner) => seatOfficials(owner, clients),
    openHttp: (http, port, officials) => http.ask('open', { port, officials, day }),
    openPlain: (plain, place, officials, { house }) =>
      plain.ask('open', { ...place, officials, grants: house.grantsOf(officialRole), day }),
  })
}

export const writes: Case = { letter: 'a', title: 'Writes', run }
