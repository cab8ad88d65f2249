// Runs vitest once over the given files and counts what happened.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Counts, countRun, failuresIn } from './count.ts'

/** Runs the tests below `root`; `args` are vitest's own (filters, --project, --exclude). */
export async function runVitest(root: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'liangxing-test-'))
  const report = join(folder, 'report.json')
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const exitCode = await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, [program, 'run', ...reporters, ...args], {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...env },
      })
      child.on('error', () => resolve(127))
      child.on('close', (code) => resolve(code ?? 1))
    })
    const text = existsSync(report) ? readFileSync(report, 'utf8') : null
    for (const failure of failuresIn(text, root)) console.log(failure)
    return countRun(text, exitCode)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
