// An edition from JSON of unknown shape: whole and consistent, or refused with everything that is wrong with it.

import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { refusalOf } from './faults.ts'
import type { Fault, Place } from './faults.ts'
import { checkPack } from './pack-checking.ts'
import { packFormat, readPackParts } from './pack-reading.ts'
import type { Office, Pack } from './pack-shapes.ts'

/** The edition, or every fault with its path. */
export function readPackOrFaults(value: unknown): { readonly pack: Pack } | { readonly faults: readonly Fault[] } {
  const whole: Place = { faults: [], path: '$' }
  const pack = readPackParts(whole, value)
  checkPack(whole, pack)
  return whole.faults.length === 0 ? { pack } : { faults: whole.faults }
}

/** The edition, or the refusal that lists every fault. */
export function readPack(value: unknown): Result<Pack> {
  const read = readPackOrFaults(value)
  return 'pack' in read ? ok(read.pack) : refuse(refusalOf(read.faults))
}

/** What a pack.json holds. */
export type PackDocument = { readonly format: string; readonly offices: readonly (string | Office)[] } & Omit<
  Pack,
  'offices' | 'certificates'
> &
  Partial<Pick<Pack, 'certificates'>>

/** The document of an edition, as pack.json and the database hold it; reading it gives the edition again. */
export function packDocument({ certificates, ...pack }: Pack): PackDocument {
  return {
    format: packFormat,
    ...pack,
    // As they were written before there was a second language, so that a content keeps its digest.
    offices: pack.offices.map((office) => (office.nameEn === undefined ? office.name : office)),
    ...(certificates.length === 0 ? {} : { certificates }),
  }
}
