// Reads the demo pack and the official list of Henan from packs/.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoOrganisation, DemoPack, DemoPerson } from '../core/pack.ts'

const packs = join(import.meta.dirname, '..', '..', '..', 'packs')
const demo = join(packs, 'sample', 'demo-county')

/** The password of every demo account; public, hence never for a system in use. */
export const demoPassword = 'liangxing-demo'

const json = <T>(name: string): T => JSON.parse(readFileSync(join(demo, name), 'utf8')) as T

export interface UnitFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** People and organisations of the demo county. */
export function readPack(): DemoPack {
  const people = json<{ cast: readonly DemoPerson[]; others: readonly DemoPerson[] }>('people.json')
  return { ...people, organisations: json<readonly DemoOrganisation[]>('organisations.json') }
}

/** The demo county's units. */
export function demoUnits(): UnitFile {
  return { name: 'units.csv', bytes: Uint8Array.from(readFileSync(join(demo, 'units.csv'))) }
}

/** All of Henan, for browsing. */
export function henanUnits(): UnitFile {
  return { name: 'henan-units.csv.gz', bytes: Uint8Array.from(readFileSync(join(packs, 'units', 'henan', 'henan-units.csv.gz'))) }
}
