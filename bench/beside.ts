// A write over HTTP beside the same transaction by plain SQL: the stand for both, the demo instance behind them, and the turns.

import type { Client } from 'pg'
import { ownerClient } from '#ground/postgres/database.ts'
import type { Instance } from '#ground/instance/instance.ts'
import { openAside } from './aside.ts'
import type { Aside } from './aside.ts'
import type { Figure, Setting } from './case.ts'
import type { Load } from './load.ts'
import { figuresOf, inTurns } from './turns.ts'

export const clients = 200
/** As many as the server keeps. */
const connections = 20

interface Loop {
  readonly seconds: number
  readonly warm: number
}

interface Clock extends Loop {
  readonly rate: number
}

/** What a part does that writes over HTTP. */
interface HttpPart {
  closed(loop: Loop): Promise<Load>
  byClock(given: Clock): Promise<Load>
}

/** What a part does that writes by plain SQL. */
interface PlainPart {
  plain(loop: Loop): Promise<Load>
  bare(loop: Loop): Promise<Load>
  plainByClock(given: Clock): Promise<Load>
}

/** Where plain SQL connects. */
export interface PlainPlace {
  readonly loginUrl: string
  readonly ownerUrl: string
  readonly connections: number
}

export interface Beside<Http, Plain, Hall> {
  readonly http: string
  readonly plain: string
  readonly bareTable: string
  /** Who writes, seated in the instance. */
  seat(owner: Client): Promise<Hall>
  openHttp(http: Aside<Http>, port: number, hall: Hall): Promise<unknown>
  openPlain(plain: Aside<Plain>, place: PlainPlace, hall: Hall, instance: Instance): Promise<unknown>
}

/** Runs the turns of one kind of write (“writes”) and gives their figures. */
export async function besideSql<Http extends HttpPart, Plain extends PlainPart, Hall>(
  { quick, places, say }: Setting,
  what: string,
  given: Beside<Http, Plain, Hall>,
): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const hall = await given.seat(owner)
  await owner.query(given.bareTable)
  const served = await places.serve({ dataDir, demo: false })
  const http = openAside<Http>(given.http)
  const plain = openAside<Plain>(given.plain)
  const { database } = instance
  const place = { loginUrl: database.urlOf('liangxing_login'), ownerUrl: database.ownerUrl, connections }
  await given.openPlain(plain, place, hall, instance)
  await given.openHttp(http, served.port, hall)
  const overHttp: Aside<HttpPart> = http
  const bySql: Aside<PlainPart> = plain
  const measured = await inTurns(
    {
      http: (loop) => overHttp.ask('closed', loop),
      plain: (loop) => bySql.ask('plain', loop),
      bare: (loop) => bySql.ask('bare', loop),
      byClock: (clock) => overHttp.ask('byClock', clock),
      plainByClock: (clock) => bySql.ask('plainByClock', clock),
    },
    { owner, pid: served.pid, quick, say },
  )
  await Promise.all([http.close(), plain.close()])
  await served.stop()
  await owner.end()
  await instance.close()
  return figuresOf(measured, what, clients, connections)
}
