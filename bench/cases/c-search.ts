// (c) Search and listing at all-China size over HTTP, each kind of question by itself, so that a slow kind cannot hide.
// Words are taken from units that are there; every answer must find something.

import type { Client } from 'pg'
import { ownerClient } from '#ground/postgres/database.ts'
import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { percentile } from '../figures.ts'
import { chinaInstance } from '../imports.ts'
import type * as HttpReads from '../parts/http-reads.ts'

const clients = 4

interface Sample {
  readonly code: string
  readonly name: string
  readonly initials: string
}

const search = (q: string, more = ''): string => `/api/v1/units/search?q=${encodeURIComponent(q)}${more}`
const middleTwo = (name: string): string => name.slice(Math.max(0, Math.floor(name.length / 2) - 1)).slice(0, 2)

const kinds: readonly { readonly what: string; path(sample: Sample): string }[] = [
  { what: 'search by two characters of the name', path: ({ name }) => search(middleTwo(name)) },
  { what: 'search by one character', path: ({ name }) => search(name.slice(0, 1)) },
  { what: 'search by a whole name', path: ({ name }) => search(name) },
  { what: 'search by code prefix', path: ({ code }) => search(code.slice(0, 8)) },
  { what: 'search by initials', path: ({ initials }) => search(initials.slice(0, 3)) },
  { what: 'search below a county', path: ({ name, code }) => search(middleTwo(name), `&within=${code.slice(0, 6)}`) },
  { what: 'search as of a past day', path: ({ name }) => search(middleTwo(name), '&asOf=2024-01-01') },
  { what: 'children of a county', path: ({ code }) => `/api/v1/units/${code.slice(0, 6)}/children` },
  { what: 'children of a township as of a past day', path: ({ code }) => `/api/v1/units/${code.slice(0, 9)}/children?asOf=2024-01-01` },
  { what: 'all villages below a county', path: ({ code }) => `/api/v1/units/${code.slice(0, 6)}/children?level=5&limit=1000` },
]

const sampled = async (owner: Client): Promise<Sample[]> =>
  (
    await owner.query<Sample>(
      `select code, name, initials from unit_versions where level = 5 and length(initials) >= 3 and length(name) >= 3 order by hashtext(code) limit 500`,
    )
  ).rows

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await chinaInstance(places)
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  await owner.query('vacuum analyze unit_versions')
  const samples = await sampled(owner)
  const served = await places.serve({ dataDir, demo: false })
  const reads = openAside<typeof HttpReads>('http-reads')
  const loop = { port: served.port, clients, seconds: quick ? 1.5 : 10, warm: 0.5 }
  const floor = await reads.ask('read', { ...loop, paths: ['/healthz'], expects: '' })
  const limit = { what: 'p95 of /healthz', value: percentile(floor.milliseconds, 95) }
  const figures: Figure[] = []
  for (const { what, path } of kinds) {
    say(what)
    const load = await reads.ask('read', { ...loop, paths: samples.map(path), expects: '"code"' })
    if (load.failures > 0) throw new Error(`${what}: ${load.failures} failed, first: ${load.failure ?? ''}`)
    const value = percentile(load.milliseconds, 95)
    const note = `p50 ${percentile(load.milliseconds, 50).toFixed(1)} ms, ${load.perSecond.toFixed(0)}/s by ${clients} clients`
    figures.push({ what: `p95 ${what}`, value, unit: 'ms', limit, aim: atMost(value, 50, 'ms'), note })
  }
  await reads.close()
  await served.stop()
  await owner.end()
  await instance.close()
  return figures
}

export const searching: Case = { letter: 'c', title: 'Search and listing', run }
