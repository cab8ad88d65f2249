// .ci/run adds up honestly: played with an npm that says and does what each test wants.

import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { plant } from '../source/planted.ts'

interface Played {
  readonly ci?: string
  readonly check?: string
  readonly test?: string
  readonly postgres?: string
}

function play({ ci = 'true', check = 'true', test: tests = 'echo "5 passed, 0 failed"', postgres = 'echo "2 passed, 0 failed"' }: Played): {
  last: string
  code: number
  text: string
} {
  const npm = `#!/bin/sh\ncase "$*" in\n  ci) ${ci} ;;\n  *postgres*) ${postgres} ;;\n  *check*) ${check} ;;\n  *test*) ${tests} ;;\nesac\n`
  const root = plant({ '.ci/run': readFileSync('.ci/run', 'utf8'), 'bin/npm': npm })
  chmodSync(join(root, 'bin/npm'), 0o755)
  const ran = spawnSync('bash', ['.ci/run'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(root, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  return { last: ran.stdout.trimEnd().split('\n').at(-1) ?? '', code: ran.status ?? -1, text: ran.stdout }
}

test('all well: the sum and 0', () => {
  expect(play({})).toMatchObject({ last: '7 passed, 0 failed', code: 0 })
})

test('a failed test, a failed check and a failed install end with 1', () => {
  expect(play({ test: 'echo "4 passed, 1 failed"; exit 1' })).toMatchObject({ last: '6 passed, 1 failed', code: 1 })
  expect(play({ check: 'false' })).toMatchObject({ last: '7 passed, 1 failed', code: 1 })
  const named = play({ test: 'echo "much"; echo "FAILED: a.test.ts"; echo "  why"; echo "4 passed, 1 failed"; exit 1' })
  expect(named.text.trimEnd().split('\n').slice(-3)).toEqual(['FAILED: a.test.ts', '  why', '6 passed, 1 failed'])
  const install = play({ ci: 'false' })
  expect(install).toMatchObject({ last: '0 passed, 1 failed', code: 1 })
  expect(install.text).not.toContain('5 passed')
})

test('a command that dies without a count, or counts nothing failed and ends badly, is a failure', () => {
  expect(play({ postgres: 'exit 3' })).toMatchObject({ last: '5 passed, 1 failed', code: 1 })
  expect(play({ test: 'echo "5 passed, 0 failed"; exit 9' })).toMatchObject({ last: '7 passed, 1 failed', code: 1 })
})
