// The steps of the check as they are run: format and the three compile contexts, each with a planted fault.

import { copyFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plant } from '../source/planted.ts'
import { runStep } from './run-steps.ts'
import { stepsOf } from './steps.ts'

const house = process.cwd()
const configs = ['.oxfmtrc.json', 'tsconfig.base.json', 'tsconfig.core.json', 'tsconfig.server.json']

async function run(name: string, files: Readonly<Record<string, string>>): Promise<{ code: number; output: string }> {
  const root = plant(files)
  for (const config of configs) copyFileSync(join(house, config), join(root, config))
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'), 'junction')
  const step = stepsOf(root).find((one) => one.name === name)
  if (step === undefined) throw new Error(`check has no step ${name}`)
  return runStep(step, root)
}

test('format: semicolons and double quotes fail, the house style passes', async () => {
  expect((await run('format', { 'ground/x.ts': 'export const x = "a";\n' })).output).toContain('ground/x.ts')
  expect((await run('format', { 'ground/x.ts': 'export const x = "a";\n' })).code).toBe(1)
  expect((await run('format', { 'ground/x.ts': `export const x = 'a'\n`, 'package.json': '{\n  "type": "module"\n}\n' })).code).toBe(0)
})

test('core compiles with neither DOM nor Node types, a room around it with Node types', async () => {
  const node = `import { readFileSync } from 'node:fs'\nexport const text = readFileSync('x', 'utf8')\n`
  expect((await run('types core', { 'rooms/units/core/x.ts': 'export const title = document.title\n' })).output).toContain('document')
  expect((await run('types core', { 'rooms/units/core/x.ts': node })).output).toContain('node:fs')
  expect((await run('types core', { 'rooms/units/core/x.ts': 'export const sum = (a: number): number => a + 1\n' })).code).toBe(0)
  expect((await run('types server', { 'rooms/units/api/x.ts': node })).code).toBe(0)
})

test('every part of the check is run', () => {
  expect(stepsOf('/x').map((step) => step.name)).toEqual([
    'lint',
    'types server',
    'types web',
    'types core',
    'types worker',
    'house-check',
    'graph',
    'derived',
    'format',
  ])
})
