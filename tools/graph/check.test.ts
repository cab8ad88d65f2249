import { expect, test } from 'vitest'
import { plant } from '../source/planted.ts'
import { readTree } from '../source/tree.ts'
import { checkGraph } from './check.ts'

const plate = (needs: string): string => `export const room = defineRoom({ needs: [${needs}] })`
const sound = {
  'ground/kernel/day.ts': 'export const day = 1',
  'ground/postgres/pool.ts': `import pg from 'pg'\nimport { day } from '#ground/kernel/day.ts'\nexport const pool = [pg, day]`,
  'ground/ui/table.tsx': 'export const Table = () => <i />',
  'rooms/units/room.ts': plate(''),
  'rooms/units/contract.ts': `import { z } from 'zod'\nexport const contract = { z }`,
  'rooms/units/core/rename.ts': `import { day } from '#ground/kernel/day.ts'\nexport const rename = day`,
  'rooms/units/data/queries.ts': `import { pool } from '#ground/postgres/pool.ts'\nexport const all = pool`,
  'rooms/units/api/index.ts': `import { all } from '../data/queries.ts'\nimport { rename } from '../core/rename.ts'\nexport const handlers = { all, rename }`,
  'rooms/units/faces/desk/tree.tsx': `import type { contract } from '../../contract.ts'\nimport { Table } from '#ground/ui/table.tsx'\nexport const x = [Table] as typeof contract[]`,
  'rooms/people/room.ts': plate(`'units'`),
  'rooms/people/core/post.ts': `import { rename } from '#rooms/units/core/rename.ts'\nexport const post = rename`,
}
const messages = (changed: Record<string, string>): string[] => {
  const root = plant({ ...sound, ...changed })
  return checkGraph(root, readTree(root)).map((finding) => `${finding.path}:${finding.line} ${finding.message}`)
}

test('a sound house has no findings', () => {
  expect(messages({})).toEqual([])
})

test.each([
  ['core that reads a file', 'rooms/units/core/rename.ts', `import { readFileSync } from 'node:fs'`, 'core may not import node:fs'],
  ['core that reaches for SQL', 'rooms/units/core/rename.ts', `import { all } from '../data/queries.ts'`, 'core may not import data'],
  [
    'core of a room that is not needed',
    'rooms/units/core/rename.ts',
    `import { post } from '#rooms/people/core/post.ts'`,
    'core of room people',
  ],
  [
    'data of another room',
    'rooms/people/api/index.ts',
    `import { all } from '#rooms/units/data/queries.ts'`,
    'api may not import data of room units',
  ],
  [
    'the kernel looking at other ground',
    'ground/kernel/day.ts',
    `import { pool } from '#ground/postgres/pool.ts'`,
    'kernel may not import ground',
  ],
  [
    'ground looking into a room',
    'ground/postgres/pool.ts',
    `import { rename } from '#rooms/units/core/rename.ts'`,
    'ground may not import core of room units',
  ],
  [
    'a screen that takes the contract along',
    'rooms/units/faces/desk/tree.tsx',
    `import { contract } from '../../contract.ts'`,
    'only as `import type`',
  ],
  [
    'a screen that talks to the database',
    'rooms/units/faces/desk/tree.tsx',
    `import { all } from '../../data/queries.ts'`,
    'desk may not import data',
  ],
  [
    'a door that names a room',
    'doors/server/start.ts',
    `import { handlers } from '#rooms/units/api/index.ts'`,
    'door may not import api of room units',
  ],
  [
    'a relative path that leaves the folder',
    'ground/postgres/pool.ts',
    `import { day } from '../kernel/day.ts'`,
    'write #ground/kernel/day.ts',
  ],
  ['an import of nothing', 'ground/kernel/day.ts', `import { x } from './gone.ts'`, 'leads to no file'],
  ['an import by a re-export', 'rooms/units/core/rename.ts', `export * from '../data/queries.ts'`, 'core may not import data'],
  [
    'an import at run time',
    'rooms/units/core/rename.ts',
    `export const x = await import('../data/queries.ts')`,
    'core may not import data',
  ],
  ['an import inside a type', 'rooms/units/core/rename.ts', `export type X = import('../data/queries.ts').all`, 'core may not import data'],
  ['a file beside the floor plan', 'rooms/units/stuff/x.ts', 'export const x = 1', 'not on the floor plan'],
])('finds %s', (_name, path, text, expected) => {
  expect(messages({ [path]: text }).join('\n')).toContain(expected)
})

test('finds circles of files and of rooms', () => {
  const found = messages({
    'ground/kernel/day.ts': `import { hour } from './hour.ts'\nexport const day = () => hour`,
    'ground/kernel/hour.ts': `import { day } from './day.ts'\nexport const hour = () => day`,
    'rooms/units/room.ts': plate(`'people'`),
  }).join('\n')
  expect(found).toContain('ground/kernel/day.ts → ground/kernel/hour.ts → ground/kernel/day.ts')
  expect(found).toContain('people → units → people')
})

test('tests may import anything but not past a missing file', () => {
  expect(messages({ 'rooms/people/core/post.test.ts': `import { all } from '#rooms/units/data/queries.ts'` })).toEqual([])
  expect(messages({ 'rooms/people/core/post.test.ts': `import { all } from './gone.ts'` })).toHaveLength(1)
})
