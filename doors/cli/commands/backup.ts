// `backup FILE`: the whole instance, without its key, in one file.

import { resolve } from 'node:path'
import { backup } from '#ground/operations/backup.ts'
import type { DoorCommand } from '../door-command.ts'

const label = { zh: '备份', en: 'Backup' }

const command: DoorCommand = {
  summary: { zh: '把全部数据备份到一个文件(不含密钥文件)', en: 'back everything up into one file (without the key file)' },
  args: ['FILE'],
  options: [
    {
      name: 'without-files',
      kind: 'flag',
      summary: {
        zh: '不含照片等文件(另行复制 DATA_DIR/files 目录时用)',
        en: 'leave pictures and other files out (when DATA_DIR/files is copied by other means)',
      },
    },
  ],
  run: async (context, args, options) => {
    const { database, vault, clock, files } = await context.instance()
    const file = resolve(args[0] ?? '')
    const progress = (done: number, total: number): void => context.progress(label, done, total)
    return backup({
      database,
      vault,
      clock,
      file,
      progress,
      signal: context.interrupted,
      ...(options['without-files'] === true ? {} : { files }),
    })
  },
}

export default command
