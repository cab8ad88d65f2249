// liangxing units import FILE [--dry-run] [--complete CODE] [--effective DATE]

import { chinaDay } from '#ground/kernel/clock.ts'
import { isDay } from '#ground/kernel/days.ts'
import type { Command } from '#ground/cli/command.ts'
import { refuse } from '#ground/kernel/result.ts'
import { importList } from '../api/import-list.ts'
import { problems } from '../problems.ts'

const importing = { zh: '导入单位', en: 'Importing units' }

const text = (value: string | true | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

const command: Command = {
  summary: { zh: '导入官方区划代码（CSV、CSV.gz、XLSX）', en: 'Import the official code list (CSV, CSV.gz, XLSX)' },
  args: ['FILE'],
  options: [
    { name: 'dry-run', kind: 'flag', summary: { zh: '只检查，不写入', en: 'check only, write nothing' } },
    {
      name: 'complete',
      kind: 'value',
      summary: { zh: '名单对该编码以下是完整的：名单外的单位撤销', en: 'the list is complete below this code: units it leaves out end' },
    },
    { name: 'effective', kind: 'value', summary: { zh: '生效日期（YYYY-MM-DD）', en: 'the first day of what the list says (YYYY-MM-DD)' } },
  ],
  run: (context, [path = ''], options) => {
    const effective = text(options['effective'])
    const complete = text(options['complete'])
    if (effective !== undefined && !isDay(effective)) return Promise.resolve(refuse(problems.badDay({ day: effective })))
    return context.transaction((desk) =>
      importList(
        {
          db: desk.db,
          writes: desk.actor.writes,
          today: chinaDay(context.clock.now()),
          act: (draft) => desk.act(draft),
          progress: (lines) => context.progress(importing, lines, null),
        },
        { path },
        { dryRun: options['dry-run'] === true, complete, effective },
      ),
    )
  },
}

export default command
