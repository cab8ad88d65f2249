// `liangxing units import` in a process of its own, with the words of the script `npm run liangxing`: the clock runs from
// the start of the process to its end, and the process itself notes its peak memory.

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { houseRoot } from '#ground/http/house.ts'
import { chinaTotal, writeChina } from './china.ts'
import type { Places } from './places.ts'
import { productEnv } from './server.ts'

export interface Imported {
  readonly seconds: number
  readonly peakMegabytes: number
}

/** What follows `node` in the script of the command line. */
function asScripted(): string[] {
  const program = JSON.parse(readFileSync(join(houseRoot, 'package.json'), 'utf8')) as { scripts: { liangxing: string } }
  const [node, ...words] = program.scripts.liangxing.split(' ')
  if (node !== 'node') throw new Error('npm run liangxing does not start node')
  return words
}

/** Imports a list into the instance of a data folder; throws unless exactly `added` units are new. */
export async function importUnits(places: Places, dataDir: string, file: string, added: number): Promise<Imported> {
  const noted = join(places.folder(), 'peak')
  const started = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'peak.js'), ...asScripted(), 'units', 'import', file, '--json'],
    { cwd: houseRoot, stdio: ['ignore', 'pipe', 'pipe'], env: productEnv(dataDir, { BENCH_PEAK: noted }) },
  )
  let [out, said] = ['', '']
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const seconds = (performance.now() - started) / 1000
  if (code !== 0) throw new Error(`units import ended with ${code}: ${out.slice(0, 500)} ${said.slice(-500)}`)
  const counts = JSON.parse(out) as { added?: number }
  if (counts.added !== added) throw new Error(`units import added ${counts.added ?? 'nothing'} instead of ${added}`)
  return { seconds, peakMegabytes: Number(readFileSync(noted, 'utf8')) }
}

/** An instance that holds a tree of all-China size. */
export function chinaInstance(places: Places): Promise<Imported & { readonly dataDir: string }> {
  return places.once('china', async () => {
    const dataDir = places.dataDir()
    const file = join(places.folder(), 'china.csv.gz')
    writeChina(file)
    const instance = await places.open(dataDir)
    const imported = await importUnits(places, dataDir, file, chinaTotal)
    await instance.close()
    return { dataDir, ...imported }
  })
}
