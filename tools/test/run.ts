// `npm test [-- FILTER …]`: finds or installs a browser, builds the faces when needed, runs every test once.
// The last line is `N passed, N failed`; skipped tests are failures. What only root can show is not asked of anybody else.

import { fileURLToPath } from 'node:url'
import { ensureBrowser, NoBrowser } from '../browser/find.ts'
import { ensureChineseFont } from '../browser/fonts.ts'
import { buildWhenStale } from './build.ts'
import { type Counts, lastLine } from './count.ts'
import { runVitest } from './vitest.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
process.chdir(root)

async function run(): Promise<Counts> {
  const nothing = { passed: 0, failed: 1, skipped: 0 }
  try {
    const browser = await ensureBrowser()
    console.error(`browser: ${browser.path} (${browser.from})`)
    ensureChineseFont()
    if (process.getuid?.() !== 0) console.error('不是 root：root-only.test.ts 不运行。Not root: root-only.test.ts is left out.')
    if (!(await buildWhenStale(root))) {
      console.error('网页构建失败，测试没有开始。The faces could not be built; no test was run.')
      return nothing
    }
    return await runVitest(root, process.argv.slice(2), { CHROMIUM: browser.path })
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error
    console.error(error.message)
    return nothing
  }
}

const counts = await run()
if (counts.skipped > 0) console.log(`${counts.skipped} of the failed were skipped: a test runs or is not there`)
console.log(lastLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
