// A server to be killed: what `npm start` opens, without desk and demo, for the house named by HOUSE. It says its address
// on stdout as one JSON line and then serves until somebody ends it or whoever started it is gone.

import { openHouse } from '#ground/http/house.ts'
import { buildServer } from '#ground/http/server.ts'
import { loadShell } from '#ground/http/shell.ts'
import { openInstance } from '#ground/instance/instance.ts'
import { startSealer } from '#ground/postgres/sealer.ts'

const settings = process.env
const house = await openHouse(settings['HOUSE'])
const instance = await openInstance({ settings, house, connections: 8 })
const { kit, hub, clock, database } = instance
const app = await buildServer({
  kit,
  house,
  hub,
  shell: await loadShell(house.root),
  facesFolder: '',
  publicFolder: '',
  logLevel: 'silent',
  perMinute: 1_000_000,
})
startSealer({ url: () => database.urlOf('liangxing_sealer'), hub, clock, onError: () => {} })
const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ url })}\n`)
process.stdin.on('end', () => process.exit(1)).resume()
