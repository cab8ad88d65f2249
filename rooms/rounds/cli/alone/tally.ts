// `tally FILE`: the result of a round from its published input, without database or server.

import { createHash } from 'node:crypto'
import type { Command } from '#ground/cli/command.ts'
import { refuse } from '#ground/kernel/result.ts'
import { tally } from '../../core/tally.ts'
import { problems } from '../../problems.ts'
import { readInputFile } from '../input-file.ts'

const command: Command = {
  summary: { zh: '按公布的办法计票（FILE 为 - 时读标准输入）', en: 'tally a round as published (FILE - reads stdin)' },
  args: ['FILE'],
  options: [],
  run: async (_context, [file = '']) => {
    const text = await readInputFile(file)
    if (!text.ok) return text
    let input: unknown
    try {
      input = JSON.parse(text.value.replace(/^\uFEFF/, ''))
    } catch (error) {
      return refuse(problems.notJson({ file, why: (error as Error).message }))
    }
    return tally(input, () => createHash('sha256'))
  },
}

export default command
