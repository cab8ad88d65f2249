import { chinaDay } from '#ground/kernel/clock.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { openInstance } from '#ground/instance/instance.ts'
import { startServer } from './server.ts'
import { openAside } from './aside.ts'
import { seatOfficials, officialRole } from './officials.ts'
import { cpuSeconds } from './processes.ts'
import { bareTable } from './writes.ts'
const dataDir = '/tmp/lxb/d/data'
const instance = await openInstance({ settings: { DATA_DIR: dataDir } })
const owner = await ownerClient(instance.database.ownerUrl)
const day = chinaDay(Date.now())
const officials = await seatOfficials(owner, 200)
await owner.query(bareTable)
const served = await startServer({ dataDir, demo: false, nodeArgs: process.argv[2] === 'prof' ? ['--cpu-prof', '--cpu-prof-dir=/tmp/lxb/prof'] : [] })
const http = openAside<any>('http-writes')
await http.ask('open', { port: served.port, officials, day })
await http.ask('closed', { seconds: 1, warm: 3 })
for (let i = 0; i < 3; i++) {
const before = cpuSeconds(served.pid), b2 = cpuSeconds(http.pid)
const s = performance.now()
const r: any = await http.ask('closed', { seconds: 5, warm: 0 })
const el = (performance.now() - s) / 1000
console.log('http', r.perSecond.toFixed(0), 'failures', r.failures, r.failure, 'server cpu ms/write', ((cpuSeconds(served.pid) - before) * 1000 / r.milliseconds.length).toFixed(3), 'server cores', ((cpuSeconds(served.pid) - before) / el).toFixed(2), 'client', ((cpuSeconds(http.pid) - b2) / el).toFixed(2))
}
const plain = openAside<any>('plain-writes')
await plain.ask('open', { loginUrl: instance.database.urlOf('liangxing_login'), ownerUrl: instance.database.ownerUrl, connections: 20, officials, grants: instance.house.grantsOf(officialRole), day })
await plain.ask('plain', { seconds: 1, warm: 1 })
const b3 = cpuSeconds(plain.pid), s3 = performance.now()
const r: any = await plain.ask('plain', { seconds: 5, warm: 0 })
console.log('plain', r.perSecond.toFixed(0), 'client cores', ((cpuSeconds(plain.pid) - b3) * 1000 / (performance.now() - s3)).toFixed(2))
const r2: any = await plain.ask('bare', { seconds: 3, warm: 0.5 })
console.log('bare', r2.perSecond.toFixed(0))
await http.close(); await plain.close(); await served.stop(); await owner.end(); await instance.close({ wait: true })
