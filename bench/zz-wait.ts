import { chinaDay } from '#ground/kernel/clock.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { openInstance } from '#ground/instance/instance.ts'
import { openAside } from './aside.ts'
import { seatOfficials, officialRole } from './officials.ts'
import { readFileSync, readdirSync } from 'node:fs'
const dataDir = '/tmp/lxb/d/data'
const instance = await openInstance({ settings: { DATA_DIR: dataDir } })
const owner = await ownerClient(instance.database.ownerUrl)
const day = chinaDay(Date.now())
const officials = await seatOfficials(owner, 200)
const cpuAll = () => { let t = 0; for (const p of readdirSync('/proc')) { if (!/^\d+$/.test(p)) continue; try { const cmd = readFileSync(`/proc/${p}/cmdline`, 'utf8'); if (!/liangxing|postgres/.test(cmd)) continue; const f = readFileSync(`/proc/${p}/stat`, 'utf8').replace(/^.*\) /s, '').split(' '); if (/postgres: liangxing/.test(cmd)) t += (Number(f[11]) + Number(f[12])) * 10 } catch {} } return t }
for (const connections of [1, 4, 20]) {
const plain = openAside<any>('plain-writes')
await plain.ask('open', { loginUrl: instance.database.urlOf('liangxing_login'), ownerUrl: instance.database.ownerUrl, connections, officials, grants: instance.house.grantsOf(officialRole), day })
await plain.ask('plain', { seconds: 1, warm: 1 })
const c0 = cpuAll()
const p = plain.ask('plain', { seconds: 6, warm: 0 })
const seen: Record<string, number> = {}
const until = performance.now() + 5500
while (performance.now() < until) {
  const { rows } = await owner.query(`select state, wait_event_type || ':' || wait_event as w, left(query, 25) as q from pg_stat_activity where usename = 'liangxing_login' and application_name = ''`)
  for (const r of rows) { const k = `${r.state} ${r.w} ${r.state === 'active' ? r.q.replace(/\s+/g, ' ') : ''}`; seen[k] = (seen[k] ?? 0) + 1 }
  await new Promise(r => setTimeout(r, 20))
}
const r: any = await p
console.log(connections, r.perSecond.toFixed(0), 'pg cpu ms/txn', ((cpuAll() - c0) / r.milliseconds.length).toFixed(3))
console.log(Object.entries(seen).sort((a, b) => b[1] - a[1]).slice(0, 14))
await plain.close()
}
console.log((await owner.query(`select relname, n_live_tup, n_dead_tup, pg_relation_size(relid) from pg_stat_user_tables order by 4 desc limit 12`)).rows)
await owner.end(); await instance.close({ wait: true })
