// The steps of `npm run check`, the longest first, so that two cores are both busy until the end.

import { join } from 'node:path'

export interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/** The steps for the house below `root`. */
export function stepsOf(root: string): Step[] {
  const tool = (name: string): string => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
  const types = (context: string): Step => ({ name: `types ${context}`, command: tool('tsc'), args: ['-p', `tsconfig.${context}.json`] })
  const ours = (name: string): Step => ({ name, command: process.execPath, args: [join(root, 'tools', name, 'main.ts'), root] })
  return [
    { name: 'lint', command: tool('oxlint'), args: ['--type-aware', '--quiet'] },
    types('server'),
    types('web'),
    types('core'),
    types('worker'),
    ours('house-check'),
    ours('graph'),
    { name: 'derived', command: process.execPath, args: [join(root, 'tools', 'generate', 'check-main.ts')] },
    { name: 'format', command: tool('oxfmt'), args: ['--check'] },
  ]
}
