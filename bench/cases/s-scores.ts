// (s) Sheets of 200 judges taken per second over HTTP beside the same transaction by plain SQL and the bare insert, in turns,
// then by the clock at 500 a second.

import { besideSql, clients } from '../beside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { seatJudges } from '../judges.ts'
import type * as HttpScores from '../parts/http-scores.ts'
import type * as PlainScores from '../parts/plain-scores.ts'
import { bareTable } from '../scores.ts'

const run = (setting: Setting): Promise<Figure[]> =>
  besideSql<typeof HttpScores, typeof PlainScores, Awaited<ReturnType<typeof seatJudges>>>(setting, 'sheets', {
    http: 'http-scores',
    plain: 'plain-scores',
    bareTable,
    seat: (owner) => seatJudges(owner, clients),
    openHttp: (http, port, hall) => http.ask('open', { port, hall }),
    openPlain: (plain, place, hall) => plain.ask('open', { ...place, hall }),
  })

export const scores: Case = { letter: 's', title: 'Scores', run }
