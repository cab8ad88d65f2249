// (e) From the start of the process to its saying that it is ready: an empty data folder, one that is there already, each
// with and without the demo. The desk is built before, as it is after the very first start.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { houseRoot } from '#ground/http/house.ts'
import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { median } from '../figures.ts'
import type { Places } from '../places.ts'
import type * as EmbeddedAlone from '../parts/embedded-alone.ts'

async function ready(places: Places, dataDir: string, demo: boolean): Promise<number> {
  const served = await places.serve({ dataDir, demo })
  await served.stop()
  return served.seconds
}

async function times(count: number, once: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let nth = 0; nth < count; nth += 1) all.push(await once())
  return median(all)
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  if (!existsSync(join(houseRoot, 'dist', 'desk', 'index.html'))) throw new Error('the desk is not built: run npm run build first')
  const rounds = quick ? 2 : 5
  const alone = openAside<typeof EmbeddedAlone>('embedded-alone')
  const embedded = async (dataDir: string): Promise<number> => alone.ask('start', dataDir)
  say('the demo')
  const demo = await places.demo()
  say('cold, without the demo')
  const empty = places.dataDir()
  const [coldLimit, cold] = [await times(rounds, () => embedded(places.dataDir())), await times(1, () => ready(places, empty, false))]
  say('warm')
  const warmLimit = await times(rounds, () => embedded(demo.dataDir))
  const warm = await times(rounds, () => ready(places, empty, false))
  const warmDemo = await times(rounds, () => ready(places, demo.dataDir, true))
  await alone.close()
  const coldOf = { what: 'embedded PostgreSQL alone, initdb included', value: coldLimit }
  const warmOf = { what: 'embedded PostgreSQL alone', value: warmLimit }
  const note = `median of ${rounds}`
  return [
    { what: 'cold start, empty instance', value: cold, unit: 's', limit: coldOf, ratio: cold / coldLimit },
    {
      what: 'cold start with all of Henan and the demo',
      value: demo.coldSeconds,
      unit: 's',
      limit: coldOf,
      ratio: demo.coldSeconds / coldLimit,
    },
    { what: 'warm start, empty instance', value: warm, unit: 's', limit: warmOf, ratio: warm / warmLimit, aim: atMost(warm, 5, 's'), note },
    {
      what: 'warm start with the demo',
      value: warmDemo,
      unit: 's',
      limit: warmOf,
      ratio: warmDemo / warmLimit,
      aim: atMost(warmDemo, 5, 's'),
      note,
    },
  ]
}

export const starting: Case = { letter: 'e', title: 'Start', run }
