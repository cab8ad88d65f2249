// (b) `units import` of Henan beside COPY of the very rows it wrote, in turns; then a tree of all-China size and its memory.

import { join } from 'node:path'
import { ownerClient } from '#ground/postgres/database.ts'
import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { chinaTotal, henanFile } from '../china.ts'
import { median } from '../figures.ts'
import { chinaInstance, importUnits } from '../imports.ts'
import type * as Copies from '../parts/copies.ts'

const henanTotal = 55_164

interface Times {
  readonly command: number
  readonly copy: number
  readonly bare: number
}

async function henan({ quick, places, say }: Setting): Promise<Times[]> {
  const dataDir = places.dataDir()
  const instance = await places.open(dataDir)
  const url = instance.database.ownerUrl
  const owner = await ownerClient(url)
  await owner.query('create table bench_units (like unit_versions including indexes)')
  await owner.query('create table bench_units_bare (like unit_versions)')
  const copies = openAside<typeof Copies>('copies')
  const file = join(places.folder(), 'units.copy')
  const times: Times[] = []
  for (let round = 0; round < (quick ? 2 : 5); round += 1) {
    say(`Henan, round ${round + 1}`)
    await owner.query('truncate unit_versions, unit_successions')
    await owner.query('checkpoint')
    const { seconds } = await importUnits(places, dataDir, henanFile, henanTotal)
    if (round === 0) await copies.ask('copyOut', { url, query: 'select * from unit_versions order by code', file })
    const copy = await copies.ask('copyIn', { url, table: 'bench_units', file })
    const bare = await copies.ask('copyIn', { url, table: 'bench_units_bare', file })
    times.push({ command: seconds, copy, bare })
  }
  await copies.close()
  await owner.end()
  await instance.close()
  return times
}

async function run(setting: Setting): Promise<Figure[]> {
  const times = await henan(setting)
  setting.say('all-China size')
  const china = await chinaInstance(setting.places)
  const middle = (pick: (each: Times) => number): number => median(times.map(pick))
  const ratio = middle(({ command, copy }) => command / copy)
  const command = middle((each) => each.command)
  const note = `whole command in a process of its own, median of ${times.length}`
  return [
    {
      what: `units import of Henan, ${henanTotal.toLocaleString('en-US')} rows`,
      value: command,
      unit: 's',
      limit: { what: 'COPY of the same rows, same columns and indexes', value: middle(({ copy }) => copy) },
      ratio,
      aim: atMost(ratio, 3, '× COPY'),
      note,
    },
    {
      what: '… beside a table without indexes',
      value: command,
      unit: 's',
      limit: { what: 'COPY, no index', value: middle(({ bare }) => bare) },
      ratio: middle((each) => each.command / each.bare),
      note,
    },
    {
      what: `units import of ${chinaTotal.toLocaleString('en-US')} rows`,
      value: china.seconds,
      unit: 's',
      note: `${Math.round(chinaTotal / china.seconds).toLocaleString('en-US')} rows/s`,
    },
    {
      what: '… its peak memory',
      value: china.peakMegabytes,
      unit: 'MB',
      aim: atMost(china.peakMegabytes, 400, 'MB'),
      note: 'VmHWM of the importing process',
    },
  ]
}

export const importing: Case = { letter: 'b', title: 'Import', run }
