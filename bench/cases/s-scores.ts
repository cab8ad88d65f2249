// (s) Sheets of 200 judges taken per second over HTTP beside the same transaction by plain SQL and the bare insert, in turns,
// then by the clock at 500 a second.

import { ownerClient } from '#ground/postgres/database.ts'
import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { seatJudges } from '../judges.ts'
import type * as HttpScores from '../parts/http-scores.ts'
import type * as PlainScores from '../parts/plain-scores.ts'
import { figuresOf, inTurns } from '../turns.ts'
import { bareTable } from '../scores.ts'

const clients = 200
const connections = 20

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const hall = await seatJudges(owner, clients)
  await owner.query(bareTable)
  const served = await places.serve({ dataDir, demo: false })
  const http = openAside<typeof HttpScores>('http-scores')
  const plain = openAside<typeof PlainScores>('plain-scores')
  const { ownerUrl } = instance.database
  await plain.ask('open', { loginUrl: instance.database.urlOf('liangxing_login'), ownerUrl, connections, hall })
  await http.ask('open', { port: served.port, hall })
  const measured = await inTurns(
    {
      http: (loop) => http.ask('closed', loop),
      plain: (loop) => plain.ask('plain', loop),
      bare: (loop) => plain.ask('bare', loop),
      byClock: (given) => http.ask('byClock', given),
    },
    { owner, pid: served.pid, quick, say },
  )
  await Promise.all([http.close(), plain.close()])
  await served.stop()
  await owner.end()
  await instance.close()
  return figuresOf(measured, 'sheets', clients, connections)
}

export const scores: Case = { letter: 's', title: 'Scores', run }
