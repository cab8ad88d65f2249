// An example of a pack: facts of an invented unit and what must come out of them, whole or in part. A rule that is changed by
// mistake changes an example, and `pack check` says so.

import { readFactSheet } from '#rooms/facts/core/read-fact-sheet.ts'
import { problems } from '../problems.ts'
import type { Compiled } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Evaluation } from './evaluate.ts'
import type { Fault } from './faults.ts'
import { misfits } from './fits-pack.ts'

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const shown = (value: unknown): string => JSON.stringify(value) ?? '—'

/** The member that names an item of a list of results. */
function keyOf(item: Fields): 'code' | 'id' | null {
  return 'code' in item ? 'code' : 'id' in item ? 'id' : null
}

/** Compares what was expected with what came out; only what is expected is looked at, items of lists by their code or id. */
function differences(expected: unknown, found: unknown, path: string): Fault[] {
  if (Array.isArray(expected)) {
    const items = Array.isArray(found) ? found.filter(isObject) : []
    return expected.flatMap((item: unknown, index) => {
      const here = `${path}[${index}]`
      const key = isObject(item) ? keyOf(item) : null
      if (!isObject(item) || key === null) return [{ path: here, problem: problems.exampleMisshaped() }]
      const match = items.find((one) => one[key] === item[key])
      return match === undefined
        ? [{ path: here, problem: problems.exampleNames({ id: String(item[key]) }) }]
        : differences(item, match, here)
    })
  }
  if (isObject(expected)) {
    return Object.entries(expected).flatMap(([key, value]) => {
      const here = `${path}.${key}`
      if (isObject(found) && key in found) return differences(value, found[key], here)
      return [{ path: here, problem: problems.exampleNames({ id: key }) }]
    })
  }
  return expected === found ? [] : [{ path, problem: problems.exampleDiffers({ wanted: shown(expected), found: shown(found) }) }]
}

export interface Ran {
  readonly title: string
  readonly level: number
}

/** Runs one example; `file` begins the paths of its faults. */
export function runExample(
  compiled: Compiled,
  value: unknown,
  file: string,
): { readonly ran: Ran } | { readonly faults: readonly Fault[] } {
  const title = isObject(value) ? value['title'] : null
  const known = isObject(value) && Object.keys(value).every((key) => ['title', 'facts', 'expect'].includes(key))
  if (!isObject(value) || !known || typeof title !== 'string' || !isObject(value['expect'])) {
    return { faults: [{ path: file, problem: problems.exampleMisshaped() }] }
  }
  const read = readFactSheet(value['facts'])
  if ('faults' in read) return { faults: read.faults.map(({ path, detail }) => asFault(`${file}: facts.${path}`, detail)) }
  const unfit = misfits(compiled, read.sheet)
  if (unfit.length > 0) return { faults: unfit.map(({ path, detail }) => asFault(`${file}: facts.${path}`, detail)) }
  const evaluation: Evaluation = evaluate(compiled, read.sheet)
  const faults = differences(value['expect'], evaluation, `${file}: expect`)
  return faults.length > 0 ? { faults } : { ran: { title, level: evaluation.level } }
}

// A fault of the facts keeps its own words, under the number that says where it was found.
function asFault(path: string, detail: Fault['problem']['detail']): Fault {
  return { path, problem: { ...problems.exampleFacts(), detail } }
}
