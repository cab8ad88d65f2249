// (a) Writes per second over HTTP beside the same transaction by plain SQL and the bare insert, in turns, then by the clock
// at 500 a second.

import { chinaDay } from '#ground/kernel/clock.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { officialRole, seatOfficials } from '../officials.ts'
import type * as HttpWrites from '../parts/http-writes.ts'
import type * as PlainWrites from '../parts/plain-writes.ts'
import { figuresOf, inTurns } from '../turns.ts'
import { bareTable } from '../writes.ts'

const clients = 200
const connections = 20

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const day = chinaDay(Date.now())
  const officials = await seatOfficials(owner, clients)
  await owner.query(bareTable)
  const served = await places.serve({ dataDir, demo: false })
  const http = openAside<typeof HttpWrites>('http-writes')
  const plain = openAside<typeof PlainWrites>('plain-writes')
  const { ownerUrl } = instance.database
  const grants = instance.house.grantsOf(officialRole)
  await plain.ask('open', { loginUrl: instance.database.urlOf('liangxing_login'), ownerUrl, connections, officials, grants, day })
  await http.ask('open', { port: served.port, officials, day })
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
  return figuresOf(measured, 'writes', clients, connections)
}

export const writes: Case = { letter: 'a', title: 'Writes', run }
