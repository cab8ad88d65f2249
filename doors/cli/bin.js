#!/usr/bin/env node
// Runs main.ts, with the project's own Node 24 when the current one is older; plain JavaScript, because the Node that starts
// it may not read TypeScript. What Node has compiled once it keeps beside the packages, where only who may change the program
// may write: a command then starts in two thirds of the time, and where nothing can be kept, all is compiled anew.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 24

/** The Node that npm installed with the project, wherever npm put it. */
function ownNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    return [join(folder, 'bin', name), join(folder, '..', '.bin', 'node')].find((path) => existsSync(path))
  } catch {
    return undefined
  }
}

if (Number.parseInt(process.versions.node, 10) >= needed) {
  module.enableCompileCache?.(fileURLToPath(new URL('../../node_modules/.cache/liangxing', import.meta.url)))
  await import(new URL('main.ts', import.meta.url).href)
} else {
  const node = ownNode()
  if (node === undefined) {
    process.stderr.write(
      `需要 Node ${needed}：请先在项目目录执行 npm ci。\nNode ${needed} is needed: run npm ci in the project's folder first.\n`,
    )
    process.exit(1)
  }
  const child = spawn(node, ['--max-semi-space-size=8', fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl-C reaches the child by itself; other ends are passed on.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => (signal === null ? process.exit(code ?? 1) : process.kill(process.pid, signal)))
}
