// The lint rules of the house, each proved by a planted fault: a rule that cannot fail holds nothing.

import { copyFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plant } from '../source/planted.ts'
import { runStep } from './run-steps.ts'
import { stepsOf } from './steps.ts'

const house = process.cwd()

async function lint(files: Readonly<Record<string, string>>): Promise<{ code: number; output: string }> {
  const options = { strict: true, module: 'nodenext', target: 'es2024', types: [], allowImportingTsExtensions: true, noEmit: true }
  const root = plant({ 'tsconfig.json': JSON.stringify({ compilerOptions: options }), ...files })
  copyFileSync(join(house, '.oxlintrc.json'), join(root, '.oxlintrc.json'))
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'), 'junction')
  const step = stepsOf(root).find(({ name }) => name === 'lint')
  if (step === undefined) throw new Error('check has no lint step')
  return runStep(step, root)
}

const core = 'rooms/units/core/rule.ts'

test('sound code passes', async () => {
  const outcome = await lint({ [core]: 'export const next = (now: number): number => now + 1\n' })
  expect(outcome.output).toContain('0 errors')
  expect(outcome.code).toBe(0)
})

test.each([
  ['the clock in core', core, 'export const now = Date.now()', 'Take a `Clock`'],
  ['dice in core', core, 'export const dice = Math.random()', 'Take `Dice`'],
  ['the clock in the kernel', 'ground/kernel/x.ts', 'export const now = Date.now()', 'Take a `Clock`'],
  ['any', 'ground/x.ts', 'export const x = (y: any): unknown => y', 'no-explicit-any'],
  [
    'a promise nobody waits for',
    'ground/x.ts',
    'const f = async (): Promise<number> => 1\nexport const g = (): void => {\n  f()\n}',
    'no-floating-promises',
  ],
  [
    'a promise as a condition',
    'ground/x.ts',
    'const f = async (): Promise<number> => 1\nexport const g = (): number => (f() ? 1 : 2)',
    'no-misused-promises',
  ],
  ['a muted compiler', 'ground/x.ts', ['// @ts', '-ignore\nexport const x: number = 1'].join(''), 'ban-ts-comment'],
  ['a long file', 'ground/x.ts', `export const x = 1\n${'// long\n'.repeat(301)}`, 'max-lines'],
])('finds %s', async (_name, path, text, expected) => {
  const outcome = await lint({ [path]: text })
  expect(outcome.output).toContain(expected)
  expect(outcome.code).toBe(1)
})

test('finds imports that go round', async () => {
  const outcome = await lint({
    'ground/a.ts': `import { b } from './b.ts'\nexport const a = (): unknown => b`,
    'ground/b.ts': `import { a } from './a.ts'\nexport const b = (): unknown => a`,
  })
  expect(outcome.output).toContain('no-cycle')
})

test('the clock is free outside core', async () => {
  expect((await lint({ 'doors/server/x.ts': 'export const now = (): number => Date.now()' })).code).toBe(0)
})
