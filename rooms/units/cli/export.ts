// liangxing units export [--below CODE] [--as-of DATE] [--format csv|xlsx] [--out FILE]
// The file goes to --out; the JSON document on stdout says where and how many units.

import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { chinaDay } from '#ground/kernel/clock.ts'
import { isDay } from '#ground/kernel/days.ts'
import type { Command } from '#ground/cli/command.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { exportFile } from '../api/export-list.ts'
import { countSubtree, findUnits } from '../data/queries.ts'
import { problems } from '../problems.ts'

const text = (value: string | true | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

const command: Command = {
  summary: { zh: '导出单位名单', en: 'Export the list of units' },
  args: [],
  options: [
    { name: 'below', kind: 'value', summary: { zh: '只导出该编码及以下', en: 'only this code and what lies below' } },
    { name: 'as-of', kind: 'value', summary: { zh: '截至日期，默认今天', en: 'as of this day, today by default' } },
    { name: 'format', kind: 'value', summary: { zh: 'csv（默认）或 xlsx', en: 'csv (default) or xlsx' } },
    { name: 'out', kind: 'value', summary: { zh: '输出文件', en: 'the file to write' } },
  ],
  run: (context, _args, options) => {
    const day = text(options['as-of']) ?? chinaDay(context.clock.now())
    const below = text(options['below']) ?? ''
    const format = text(options['format']) === 'xlsx' ? 'xlsx' : 'csv'
    if (!isDay(day)) return Promise.resolve(refuse(problems.badDay({ day })))
    return context.transaction(async ({ db }) => {
      if (below !== '' && (await findUnits(db, [below], day)).length === 0) return refuse(problems.unknownUnit({ code: below }))
      const file = exportFile(db, { below, day, format, sheet: context.language === 'zh' ? '单位' : 'Units' })
      const path = resolve(text(options['out']) ?? file.name)
      const { body } = file
      await pipeline(Readable.from(body instanceof Uint8Array ? [body] : body), createWriteStream(path))
      return ok({ file: path, format, below: below === '' ? null : below, asOf: day, units: await countSubtree(db, below, day) })
    })
  },
}

export default command
