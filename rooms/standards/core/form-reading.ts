// From the workbook back to an edition: the sheets make the document that pack.json would hold, that is read and checked as any
// pack is, and every fault is told by the cell it came from.

import type { Fault } from './faults.ts'
import { infoItems } from './form-sheets.ts'
import { readTables, valueOf } from './form-tables.ts'
import type { FilledSheet, FormRow, FormTables } from './form-tables.ts'
import { problems } from '../problems.ts'
import type { Pack } from './pack-shapes.ts'
import { readPackOrFaults } from './read-pack.ts'

type Made = Record<string, unknown>

const items = (cell = ''): string[] =>
  cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Yes or no; another word stays and is refused when read. */
const truth = (cell = ''): unknown => {
  const value = valueOf('yesNo', cell)
  return value === 'yes' ? true : value === 'no' ? false : cell === '' ? undefined : cell
}

interface Making {
  readonly faults: Fault[]
  /** Path in the document → the row it came from. */
  readonly rows: Map<string, FormRow>
}

function childrenOf(
  making: Making,
  rows: readonly FormRow[],
  column: string,
  parents: ReadonlyMap<string, unknown>,
): Map<string, FormRow[]> {
  const found = new Map<string, FormRow[]>()
  for (const row of rows) {
    const parent = row.cells[column] ?? ''
    if (!parents.has(parent)) making.faults.push({ path: row.where(column), problem: problems.unknownParent({ id: parent }) })
    else found.set(parent, [...(found.get(parent) ?? []), row])
  }
  return found
}

function listed(making: Making, path: string, rows: readonly FormRow[], make: (cells: FormRow['cells'], path: string) => Made): Made[] {
  return rows.map((row, index) => {
    const here = `${path}[${index}]`
    making.rows.set(here, row)
    return make(row.cells, here)
  })
}

const criterion = ({ task: _task, ...cells }: FormRow['cells']): Made => ({
  ...cells,
  kind: valueOf('kind', cells['kind'] ?? ''),
  required: truth(cells['required']),
  evidence: items(cells['evidence']),
  evidenceEn: items(cells['evidenceEn']),
  deadline: cells['deadline'] === '' ? null : cells['deadline'],
})

const fact = (cells: FormRow['cells']): Made => ({
  ...cells,
  type: valueOf('type', cells['type'] ?? ''),
  period: valueOf('period', cells['period'] ?? ''),
  aliases: items(cells['aliases']),
  choices: items(cells['choices']),
  choicesEn: items(cells['choicesEn']),
})

function starsOf(making: Making, tables: FormTables): Made[] {
  const codes = new Map(tables.stars.map(({ cells }) => [cells['code'] ?? '', true]))
  const taskIds = new Map(tables.tasks.map(({ cells }) => [cells['id'] ?? '', true]))
  const lines = childrenOf(making, tables.bottomLines, 'star', codes)
  const tasks = childrenOf(making, tables.tasks, 'star', codes)
  const flow = childrenOf(making, tables.flow, 'star', codes)
  const criteria = childrenOf(making, tables.criteria, 'task', taskIds)
  const without = ({ star: _star, ...cells }: FormRow['cells']): Made => cells
  return listed(making, 'stars', tables.stars, ({ before, enabled, ...cells }, path) => {
    const code = cells['code'] ?? ''
    return {
      ...cells,
      scope: valueOf('scope', cells['scope'] ?? ''),
      prerequisites: { stars: items(before), enabled: truth(enabled) ?? false },
      bottomLines: listed(making, `${path}.bottomLines`, lines.get(code) ?? [], without),
      tasks: listed(making, `${path}.tasks`, tasks.get(code) ?? [], (task, here) => ({
        ...without(task),
        criteria: listed(making, `${here}.criteria`, criteria.get(task['id'] ?? '') ?? [], criterion),
      })),
      flow: listed(making, `${path}.flow`, flow.get(code) ?? [], without),
    }
  })
}

function infoOf(making: Making, rows: readonly FormRow[]): Record<string, string> {
  const info: Record<string, string> = {}
  for (const row of rows) {
    const name = row.cells['key'] ?? ''
    const found = Object.entries(infoItems).find(([key, title]) => [key, title.zh, title.en].includes(name))
    if (found === undefined) making.faults.push({ path: row.where('key'), problem: problems.unknownItem({ name }) })
    else {
      info[found[0]] = row.cells['value'] ?? ''
      making.rows.set(found[0], row)
    }
  }
  return info
}

function mappingOf(making: Making, edition: string, rows: readonly FormRow[]): Made | null {
  if (edition === '' && rows.length === 0) return null
  const of = (what: string): Made[] =>
    listed(
      making,
      `replaces.${what}`,
      rows.filter(({ cells }) => valueOf('what', cells['what'] ?? '') === what),
      ({ from, to, change }) => ({ from, to: to === '' ? null : to, change: valueOf('change', change ?? '') }),
    )
  for (const row of rows) {
    const what = row.cells['what'] ?? ''
    if (!['stars', 'criteria'].includes(valueOf('what', what)))
      making.faults.push({ path: row.where('what'), problem: problems.unknownItem({ name: what }) })
  }
  return { edition, stars: of('stars'), criteria: of('criteria') }
}

/** The column that shows a member of the document. */
const shownIn: Readonly<Record<string, string>> = { prerequisites: 'before' }

function cellOf({ rows }: Making, path: string): string {
  for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1))) {
    const row = rows.get(path.slice(0, end))
    if (row === undefined) continue
    const member = /^\.([A-Za-z]+)/.exec(path.slice(end))?.[1]
    const column = member === undefined ? undefined : (shownIn[member] ?? member)
    return row.where(column !== undefined && column in row.cells ? column : 'value' in row.cells ? 'value' : undefined)
  }
  return path
}

/** The edition in a workbook, or every fault with its cell. */
export function readForm(sheets: readonly FilledSheet[]): { readonly pack: Pack } | { readonly faults: readonly Fault[] } {
  const making: Making = { faults: [], rows: new Map() }
  const tables = readTables(sheets, making.faults)
  const { replaces = '', scopes = '', ...info } = infoOf(making, tables.info)
  const read = readPackOrFaults({
    ...info,
    scopes: items(scopes).map((scope) => valueOf('scope', scope)),
    offices: listed(making, 'offices', tables.offices, (cells) => ({ ...cells })),
    certificates: listed(making, 'certificates', tables.certificates, (cells) => ({ ...cells })),
    caseTypes: listed(making, 'caseTypes', tables.caseTypes, (cells) => ({ ...cells })),
    facts: listed(making, 'facts', tables.facts, fact),
    stars: starsOf(making, tables),
    stages: listed(making, 'stages', tables.stages, (cells) => ({ ...cells })),
    ladders: listed(making, 'ladders', tables.ladders, (cells) => ({
      ...cells,
      level: valueOf('level', cells['level'] ?? ''),
      of: valueOf('of', cells['of'] ?? ''),
    })),
    replaces: mappingOf(making, replaces, tables.mapping),
  })
  const told = 'faults' in read ? read.faults.map(({ path, problem }) => ({ path: cellOf(making, path), problem })) : []
  const faults = [...making.faults, ...told]
  return faults.length === 0 && 'pack' in read ? read : { faults }
}
