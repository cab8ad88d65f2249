// A worker beside the servers: background tasks and the sealing of acts. Start servers with WORKER=0 then.

import { openInstance } from '#ground/instance/instance.ts'
import { startWorker } from '#ground/jobs/worker.ts'
import { startSealer } from '#ground/postgres/sealer.ts'
import { cannotStart, say } from '#doors/server/say.ts'
import { stopOnSignals } from '#doors/server/stop.ts'

const instance = await openInstance({ settings: process.env, log: say.detail }).catch(cannotStart)
const onError = say.background
const sealer = startSealer({ url: () => instance.database.urlOf('liangxing_sealer'), hub: instance.hub, clock: instance.clock, onError })
const worker = await startWorker(instance, onError, { byTheClock: true })
stopOnSignals(async () => {
  await worker.close()
  await sealer.close()
  await instance.close({ wait: true })
})
say.step('后台任务已启动', 'worker is running')
