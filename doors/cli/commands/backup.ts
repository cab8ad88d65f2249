// `backup FILE`: the whole instance, without its key, in one file.

import { resolve } from 'node:path'
import { backup } from '#ground/operations/backup.ts'
import type { DoorCommand } from '../door-command.ts'

const label = { zh: '备份', en: 'Backup' }

const command: DoorCommand = {
  summary: { zh: '把全部数据备份到一个文件(不含密钥文件)', en: 'back everything up into one file (without the key file)' },
  args: ['FILE'],
  options: [],
  run: async (context, args) => {
    const { database, vault, clock } = await context.instance()
    const file = resolve(args[0] ?? '')
    const progress = (done: number, total: number): void => context.progress(label, done, total)
    return backup({ database, vault, clock, file, progress, signal: context.interrupted })
  },
}

export default command
