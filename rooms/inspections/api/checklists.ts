// The checklists of the packs, read once.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Handler } from '#ground/http/handler.ts'
import { ok } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import type { Checklist } from '../core/inspection.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'packs', 'sample', 'inspections')

let known: readonly Checklist[] | undefined

/** All checklists, by id. */
export function packChecklists(): readonly Checklist[] {
  known ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Checklist)
  return known
}

export const checklists: Handler<(typeof contract)['checklists']> = async (request) => {
  request.permit()
  return ok({ rows: packChecklists().map((one) => ({ ...one, items: [...one.items] })) })
}
