// Builds the desk when its build is missing; a build that is there is used as it is.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { say } from './say.ts'

/** Resolves when dist/desk is there. */
export async function ensureDesk(root: string): Promise<void> {
  if (existsSync(join(root, 'dist', 'desk', 'index.html'))) return
  say.step('第一次启动，正在构建界面', 'first start: building the desk')
  await new Promise<void>((resolve, reject) => {
    const build = spawn(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    build.stdout.pipe(process.stdout, { end: false })
    build.once('error', reject)
    build.once('exit', (code) => (code === 0 ? resolve() : reject(notBuilt(root))))
  })
}

function notBuilt(root: string): CannotStart {
  return new CannotStart({
    zh: `界面没有构建成功，原因见上。${root} 需要可写；也可以先用有写权限的账号运行一次 npm run build。`,
    en: `The desk was not built, see above. ${root} must be writable; or run npm run build once with an account that may write there.`,
  })
}
