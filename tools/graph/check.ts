// The graph check: every import of every source file is held against the table in rules.ts, rooms use each other only
// along `needs`, and nothing goes round in circles. Ours rather than a package, because the known ones need the JS
// interface that TypeScript 7 no longer has, and find nothing without saying so.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, lineAt } from '../source/finding.ts'
import { type Import, parse, type Syntax } from '../source/syntax.ts'
import { pick, type SourceFile } from '../source/tree.ts'
import { cyclesOf } from './cycles.ts'
import { needsOf } from './needs.ts'
import { onList, resolve } from './resolve.ts'
import { rules } from './rules.ts'
import { type Place, placeOf } from './zones.ts'

type Needs = ReadonlyMap<string, readonly string[]>

function allows(list: readonly string[] | undefined, from: Place, to: Place, needs: readonly string[]): boolean {
  if (list === undefined) return false
  if (to.room === null) return list.includes(to.zone)
  if (to.room === from.room) return list.includes(`own:${to.zone}`) || list.includes(to.zone)
  return (list.includes(`needs:${to.zone}`) && needs.includes(to.room)) || list.includes(to.zone)
}

function judgeFile(from: Place, toPath: string, one: Import, needs: Needs): string | null {
  const rule = rules[from.zone]
  const to = placeOf(toPath)
  if (to === null) return `${toPath} is not on the floor plan of a room`
  if (to.test) return 'tests and trial.ts are imported by tests only'
  const needed = needs.get(from.room ?? '') ?? []
  if (allows(rule.may, from, to, needed) || (one.typeOnly && allows(rule.asType, from, to, needed))) return null
  const what = to.room !== null && to.room !== from.room ? `${to.zone} of room ${to.room}` : to.zone
  if (allows(rule.asType, from, to, needed)) return `${from.zone} may know ${what} only as \`import type\`; ${rule.instead}`
  return `${from.zone} may not import ${what}; ${rule.instead}`
}

function judgePackage(from: Place, name: string, one: Import): string | null {
  const rule = rules[from.zone]
  if (one.typeOnly && !name.startsWith('node:')) return null
  if (rule.packages !== undefined && !onList(name, rule.packages)) return `${from.zone} may not import ${name}; ${rule.instead}`
  return onList(name, rule.notPackages ?? []) ? `${from.zone} may not import ${name}; ${rule.instead}` : null
}

function judge(root: string, file: SourceFile, place: Place, one: Import, needs: Needs): string | null {
  const target = resolve(file.path, one.specifier)
  if (target.kind === 'package') return place.test ? null : judgePackage(place, target.name, one)
  if (!existsSync(join(root, target.path))) return `${one.specifier} leads to no file (imports name the file with its ending)`
  if (one.specifier.startsWith('.') && !`${target.path}/`.startsWith(place.home === '' ? '' : `${place.home}/`)) {
    return `${one.specifier} leaves ${place.home}: write #${target.path}`
  }
  return place.test ? null : judgeFile(place, target.path, one, needs)
}

function readNeeds(parsed: ReadonlyMap<SourceFile, Syntax>): { needs: Needs; findings: Finding[] } {
  const needs = new Map<string, string[]>()
  const findings: Finding[] = []
  for (const [file, syntax] of parsed) {
    const room = /^rooms\/([^/]+)\/room\.ts$/.exec(file.path)?.[1]
    if (room === undefined) continue
    const list = needsOf(syntax)
    if (list === null) findings.push({ rule: 'graph', path: file.path, line: 0, message: 'the name-plate has no `needs: [...]`' })
    needs.set(room, list ?? [])
  }
  for (const cycle of cyclesOf(needs)) {
    findings.push({
      rule: 'graph',
      path: `rooms/${cycle[0] ?? ''}/room.ts`,
      line: 0,
      message: `rooms need each other in a circle: ${cycle.join(' → ')}`,
    })
  }
  return { needs, findings }
}

/** Holds all source files of `files` (read below `root`) against the rules. */
export function checkGraph(root: string, files: readonly SourceFile[]): Finding[] {
  const parsed = new Map(pick(files, /\.tsx?$/).map((file) => [file, parse(file)]))
  const { needs, findings } = readNeeds(parsed)
  const graph = new Map<string, string[]>()
  for (const [file, syntax] of parsed) {
    for (const error of syntax.errors) findings.push({ rule: 'graph', path: file.path, line: 0, message: `cannot be parsed: ${error}` })
    const place = placeOf(file.path)
    if (place === null) {
      findings.push({ rule: 'graph', path: file.path, line: 0, message: 'not on the floor plan of a room (docs/house.md)' })
      continue
    }
    const edges: string[] = []
    for (const one of syntax.imports) {
      const message = judge(root, file, place, one, needs)
      if (message !== null) findings.push({ rule: 'graph', path: file.path, line: lineAt(file.text, one.start), message })
      const target = resolve(file.path, one.specifier)
      if (target.kind === 'file') edges.push(target.path)
    }
    graph.set(file.path, edges)
  }
  for (const cycle of cyclesOf(graph)) {
    findings.push({ rule: 'graph', path: cycle[0] ?? '', line: 0, message: `imports go round in a circle: ${cycle.join(' → ')}` })
  }
  return findings
}
