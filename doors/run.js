// Every npm script starts here: `node doors/run.js PROGRAM …`. npm puts the project's own Node 24 first on the path; where
// its install scripts were not run there is none, and an older Node cannot read TypeScript. Plain JavaScript of that older
// Node's kind, so that it can say so instead of failing on the first line.

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const needed = 24

if (Number.parseInt(process.versions.node, 10) >= needed) {
  process.argv.splice(1, 2, resolve(process.argv[2] ?? ''))
  await import(pathToFileURL(process.argv[1] ?? '').href)
} else {
  process.stderr.write(
    `项目自带的 Node ${needed} 没有装好（现在是 ${process.versions.node}），多半是安装时用了 --ignore-scripts：请执行 npm ci --ignore-scripts=false。\n` +
      `The project's own Node ${needed} is not installed (this is ${process.versions.node}), most likely because of --ignore-scripts: run npm ci --ignore-scripts=false.\n`,
  )
  process.exitCode = 1
}
