// Sample templates of rules from the packs, read once: they are data, and every round copies and edits its own.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rules } from '../core/rules.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'packs', 'sample', 'rounds', 'templates')

export interface Template {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly sample: boolean
  readonly rules: Rules
  /** A bank of questions for the draw on the spot. */
  readonly questions: readonly string[]
}

let known: readonly Template[] | undefined

/** All templates, by id. */
export function packTemplates(): readonly Template[] {
  known ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Template)
  return known
}
