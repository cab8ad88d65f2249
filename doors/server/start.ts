// `npm start`: opens the instance, furnishes an empty one with the demo, builds faces that are missing or older than their sources, listens on the
// next free port, prints the address and the demo accounts, and stops gracefully.

import { join } from 'node:path'
import { openHouse } from '#ground/http/house.ts'
import { readTrustProxy } from '#ground/http/proxies.ts'
import { buildServer } from '#ground/http/server.ts'
import { loadShell } from '#ground/http/shell.ts'
import { readTls } from '#ground/http/tls.ts'
import { openInstance } from '#ground/instance/instance.ts'
import { startWorker } from '#ground/jobs/worker.ts'
import { startSealer } from '#ground/postgres/sealer.ts'
import { waitingActs, watchWaitingActs } from '#ground/postgres/waiting-acts.ts'
import { ensureFaces } from './faces.ts'
import { furnish } from './furnish.ts'
import { listen } from './listen.ts'
import { cannotStart, say } from './say.ts'
import { stopOnSignals } from './stop.ts'

const settings = process.env

const started = performance.now()
const trustProxy = await Promise.resolve(settings['TRUST_PROXY']).then(readTrustProxy).catch(cannotStart)
const tls = await readTls(settings).catch(cannotStart)
const house = await openHouse()
const faces = ensureFaces(house.root).catch(cannotStart)
const instance = await openInstance({ settings, log: say.detail }).catch(cannotStart)
await faces
const onError = say.background
const app = await buildServer({
  kit: instance.kit,
  house,
  hub: instance.hub,
  shell: await loadShell(house.root),
  facesFolder: join(house.root, 'dist'),
  publicFolder: join(house.root, 'faces', 'public', 'static'),
  logLevel: settings['LOG_LEVEL'] === 'info' ? 'info' : 'warn',
  trustProxy,
  tls,
  ...(settings['REQUESTS_PER_MINUTE'] === undefined ? {} : { perMinute: Number(settings['REQUESTS_PER_MINUTE']) }),
})
const withWorker = settings['WORKER'] !== '0'
const sealer = withWorker
  ? startSealer({ url: () => instance.database.urlOf('liangxing_sealer'), hub: instance.hub, clock: instance.clock, onError })
  : null
const worker = withWorker ? await startWorker(instance, onError, { byTheClock: true }) : null
const stopWatching = watchWaitingActs(waitingActs(instance.postgres, instance.clock), ({ zh, en }) => onError(new Error(`${zh} ${en}`)))
const address = await listen(app, settings).catch(cannotStart)

const isStopping = stopOnSignals(async () => {
  stopWatching()
  await app.close()
  await worker?.close()
  await sealer?.now().catch((error: unknown) => say.trouble((error as Error).message))
  await sealer?.close()
  await instance.close({ wait: true })
})

try {
  const accounts = await furnish(instance, address.local)
  say.ready({ address, accounts, seconds: (performance.now() - started) / 1000 })
} catch (error) {
  if (!isStopping()) throw error
}
