// Builds the faces of the browser when they were never built or when what they are made of has changed since (`git pull`).
// The build is a process of its own, so that its memory is gone when the server serves; it publishes file by file in an
// order that leaves a server that is already running whole, so any number of servers may start at once.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readBuilt } from '#ground/http/faces.ts'
import { houseRoot } from '#ground/http/house.ts'
import { digestOfSources } from '#ground/instance/face-sources.ts'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { say } from './say.ts'

const program = join(houseRoot, 'tools', 'vite', 'main.ts')

/** Resolves when dist holds the faces of the sources that lie there now. */
export async function ensureFaces(root: string): Promise<void> {
  const built = readBuilt(join(root, 'dist'))
  if (built === null) say.step('第一次启动，正在构建界面', 'first start: building the faces')
  else if (built.sources === (await digestOfSources(root))) return
  else say.step('界面的源文件有变化，正在重新构建', 'the sources of the faces have changed: building them again')
  await new Promise<void>((resolve, reject) => {
    const build = spawn(process.execPath, [program, root], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    build.stdout.pipe(process.stdout, { end: false })
    build.once('error', reject)
    build.once('exit', (code) => (code === 0 ? resolve() : reject(notBuilt(root))))
  })
}

function notBuilt(root: string): CannotStart {
  return new CannotStart({
    zh: `界面没有构建成功，原因见上。${root} 需要可写；也可以先用有写权限的账号运行一次 npm run build。`,
    en: `The faces were not built, see above. ${root} must be writable; or run npm run build once with an account that may write there.`,
  })
}
