// Journeys walk through the built desk: build it first when it is missing or older than what it is made of.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const marker = 'dist/desk/.vite/manifest.json'
const roots = ['faces/desk', 'ground', 'rooms', 'tools/vite', 'vite.config.ts', 'package-lock.json']
const source = /(?<!\.test)\.(ts|tsx|css|html|json|svg)$/

function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return source.test(path) ? stat.mtimeMs : 0
  return Math.max(0, ...readdirSync(path).map((name) => (name === 'node_modules' ? 0 : newest(join(path, name)))))
}

/** Whether the desk below the root must be built before a test can believe it. */
export function isStale(root: string): boolean {
  const built = join(root, marker)
  if (!existsSync(built)) return true
  return Math.max(...roots.map((path) => newest(join(root, path)))) > statSync(built).mtimeMs
}

/** Builds the desk when it is stale; false when the build failed. */
export function buildWhenStale(root: string): boolean {
  if (!isStale(root)) return true
  console.error('building the desk …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  return spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
}
