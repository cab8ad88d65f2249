// npm run bench [-- --quick] [--only a,c] [--record]: runs the cases one after another and prints each figure beside its
// limit. JSON goes to bench/out; --record also writes bench/RESULTS.md.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ownerClient } from '#ground/postgres/database.ts'
import type { Case } from './case.ts'
import { openPlaces } from './places.ts'
import type { Places } from './places.ts'
import { refuseUnsafe, standOf } from './settings.ts'
import type { Stand } from './settings.ts'
import { lineOf, tableOf } from './table.ts'
import type { Row } from './table.ts'

const say = (line: string): void => {
  process.stderr.write(`· ${line}\n`)
}

async function findCases(only: string | undefined): Promise<Case[]> {
  const wanted = only?.split(',').map((letter) => letter.trim())
  const cases: Case[] = []
  for (const file of readdirSync(join(import.meta.dirname, 'cases')).sort()) {
    const [one] = Object.values((await import(pathToFileURL(join(import.meta.dirname, 'cases', file)).href)) as Record<string, Case>)
    if (one !== undefined && (wanted === undefined || wanted.includes(one.letter))) cases.push(one)
  }
  if (cases.length === 0) throw new Error(`no case named ${only ?? ''}`)
  return cases
}

/** The settings that `npm start` brings, asked of an instance of its own. */
async function standOfRun(places: Places): Promise<Stand> {
  const instance = await places.open(places.dataDir())
  const owner = await ownerClient(instance.database.ownerUrl)
  const stand = await standOf(owner)
  await owner.end()
  await instance.close()
  refuseUnsafe(stand)
  return stand
}

function report(rows: readonly Row[], stand: Stand, failed: readonly string[], how: string): string {
  const stood = Object.entries(stand).map(([name, value]) => `- ${name}: ${value}`)
  const broken = failed.map((line) => `\n**Did not run**: ${line}`)
  return [tableOf(rows), ...broken, '', how, '', ...stood, ''].join('\n')
}

/** A case that hangs is a failure of the run, not the end of it. */
function inTime<T>(work: Promise<T>): Promise<T> {
  const minutes = values.quick ? 5 : 20
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`not done after ${minutes} minutes`)), minutes * 60_000)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, record: { type: 'boolean', default: false } },
})
const { quick, record } = values
const cases = await findCases(values.only)
const places = openPlaces()
const interrupted = (): void => void places.removeAll().finally(() => process.exit(130))
process.once('SIGINT', interrupted)
process.once('SIGTERM', interrupted)
const rows: Row[] = []
const failed: string[] = []
const started = new Date()
try {
  const stand = await standOfRun(places)
  for (const { letter, title, run } of cases) {
    const begun = performance.now()
    say(`(${letter}) ${title}`)
    try {
      const figures = await inTime(run({ quick, places, say: (line) => say(`(${letter}) ${line}`) }))
      const found = figures.map((figure) => ({ letter, ...figure }))
      rows.push(...found)
      for (const row of found) say(lineOf(row))
    } catch (error) {
      failed.push(`(${letter}) ${(error as Error).message}`)
      process.stderr.write(`${(error as Error).stack ?? ''}\n`)
    }
    say(`(${letter}) took ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  }
  const took = `${quick ? 'Quick' : 'Full'} run of ${started.toISOString().slice(0, 10)}, ${((Date.now() - started.getTime()) / 1000).toFixed(0)} s.`
  const text = report(rows, stand, failed, took)
  process.stdout.write(`\n${text}`)
  const out = join(import.meta.dirname, 'out')
  mkdirSync(out, { recursive: true })
  const document = { at: started.toISOString(), quick, stand, failed, figures: rows }
  writeFileSync(join(out, `${started.toISOString().slice(0, 19).replaceAll(':', '-')}.json`), `${JSON.stringify(document, null, 2)}\n`)
  if (record) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `# Results\n\nHow to read this table: README.md.\n\n${text}`)
} finally {
  await places.removeAll()
}
process.exitCode = failed.length === 0 ? 0 : 1
