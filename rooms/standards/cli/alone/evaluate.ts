// `evaluate --pack DIR --facts FILE`: which bottom lines, criteria and stars of a unit hold, and why, without database or server.

import type { Command } from '#ground/cli/command.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { readFactSheet } from '#rooms/facts/core/read-fact-sheet.ts'
import { compilePack } from '../../core/compile.ts'
import { evaluate } from '../../core/evaluate.ts'
import { fitting } from '../../core/fits-pack.ts'
import { readPack } from '../../core/read-pack.ts'
import { problems } from '../../problems.ts'
import { readJsonFile, readPackFile } from '../pack-folder.ts'

const command: Command = {
  summary: { zh: '按标准包评定一个单位（FILE 为 - 时读标准输入）', en: 'evaluate a unit by a pack (FILE - reads stdin)' },
  args: [],
  options: [
    { name: 'pack', kind: 'value', required: true, summary: { zh: '标准包所在目录', en: 'the folder of the pack' } },
    { name: 'facts', kind: 'value', required: true, summary: { zh: '事实数据文件', en: 'the file of facts' } },
  ],
  run: async (_context, _args, options) => {
    const document = await readPackFile(String(options['pack']))
    if (!document.ok) return document
    const pack = readPack(document.value)
    if (!pack.ok) return pack
    const facts = await readJsonFile(String(options['facts']))
    if (!facts.ok) return facts
    const read = readFactSheet(facts.value)
    if ('faults' in read) return refuse(problems.sheetRefused({ count: read.faults.length }, read.faults))
    const compiled = compilePack(pack.value)
    const sheet = fitting(compiled, read.sheet)
    return sheet.ok ? ok(evaluate(compiled, sheet.value)) : sheet
  },
}

export default command
