// The registers of the packs, read once.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Handler } from '#ground/http/handler.ts'
import { ok } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import type { Register } from '../core/register.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'packs', 'sample', 'registers')

let known: readonly Register[] | undefined

/** All registers, by id. */
export function packRegisters(): readonly Register[] {
  known ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Register)
  return known
}

export const registers: Handler<(typeof contract)['registers']> = async (request) => {
  request.permit()
  return ok({
    rows: packRegisters().map((one) => ({
      ...one,
      fields: one.fields.map(({ id, title, type, required = false, choices = [] }) => ({
        id,
        title,
        type,
        required,
        choices: [...choices],
      })),
    })),
  })
}
