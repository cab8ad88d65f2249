// Syntax trees and import lists. TypeScript 7 has no JS interface, so the parser is the one that Vite brings along.

import { parseSync } from 'vite'
import type { SourceFile } from './tree.ts'

/** A node of the syntax tree: a type, a range and whatever else it holds. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [member: string]: unknown
}

export interface Import {
  readonly specifier: string
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean
  readonly start: number
}

export interface Syntax {
  readonly program: Node
  readonly comments: readonly { readonly start: number; readonly end: number }[]
  readonly imports: readonly Import[]
  readonly errors: readonly string[]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/** Visits every node, parents first; a visitor that answers false keeps us out of the node. */
export function walk(
  node: Node,
  visit: (node: Node, parents: readonly Node[]) => boolean | undefined,
  parents: readonly Node[] = [],
): void {
  if (visit(node, parents) === false) return
  const inner = [...parents, node]
  for (const member of Object.values(node)) {
    for (const child of Array.isArray(member) ? member : [member]) if (isNode(child)) walk(child, visit, inner)
  }
}

/** The text of a string literal or of a template without holes; undefined for anything else. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined
  if (node.type !== 'TemplateLiteral') return undefined
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined
}

/** Parses one .ts or .tsx file. */
export function parse(file: SourceFile): Syntax {
  const parsed = parseSync(file.path, file.text)
  const program = parsed.program as unknown as Node
  const imports: Import[] = []
  for (const one of parsed.module.staticImports) {
    const typeOnly = one.entries.length > 0 && one.entries.every((entry) => entry.isType)
    imports.push({ specifier: one.moduleRequest.value, typeOnly, start: one.start })
  }
  for (const one of parsed.module.staticExports) {
    for (const entry of one.entries) {
      if (entry.moduleRequest) imports.push({ specifier: entry.moduleRequest.value, typeOnly: entry.isType, start: one.start })
    }
  }
  walk(program, (node) => {
    if (node.type === 'ImportExpression') {
      const specifier = literalText(node['source'])
      if (specifier !== undefined) imports.push({ specifier, typeOnly: false, start: node.start })
    } else if (node.type === 'TSImportType') {
      const specifier = literalText(node['source'] ?? node['argument'])
      if (specifier !== undefined) imports.push({ specifier, typeOnly: true, start: node.start })
    }
    return true
  })
  return { program, comments: parsed.comments, imports, errors: parsed.errors.map((error) => error.message) }
}
