import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { houseRoot } from '#ground/http/house.ts'
import { plant } from '#tools/source/planted.ts'

const door = join(houseRoot, 'doors', 'run.js')
const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } })`

test('where the project’s Node was not installed every command says so in one sentence', () => {
  const root = plant({ 'program.ts': `console.log('ran')` })
  const args = ['--import', `data:text/javascript,${encodeURIComponent(older)}`, door, 'program.ts']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr.trim().split('\n')).toHaveLength(2)
  expect(stderr).toMatch(/npm ci --ignore-scripts=false/)
  expect(stderr).not.toContain('    at ')
})

test('a program runs as if it had been started itself', () => {
  const root = plant({ 'a folder/.keep': '' })
  writeFileSync(join(root, 'a folder', 'program.ts'), 'console.log(JSON.stringify(process.argv.slice(1))); process.exitCode = 3 as number')
  const { status, stdout } = spawnSync(process.execPath, [door, 'a folder/program.ts', '--json', 'x y'], { cwd: root, encoding: 'utf8' })
  expect(JSON.parse(stdout)).toEqual([expect.stringMatching(/a folder.program\.ts$/), '--json', 'x y'])
  expect(status).toBe(3)
})

test('no npm script starts a program past the door', () => {
  const { scripts } = JSON.parse(readFileSync(join(houseRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  for (const [name, script] of Object.entries(scripts)) {
    if (script.includes('.ts')) expect([name, script]).toEqual([name, expect.stringMatching(/^node (--\S+ )*doors\/run\.js /)])
  }
})
