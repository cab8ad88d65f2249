// `restore FILE`: a backup into an empty instance. Key and file are looked at before anything is made, because an instance
// that is opened without its key file makes a new one.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { dataDirOf } from '#ground/instance/instance.ts'
import { refuse } from '#ground/kernel/result.ts'
import { problems } from '#ground/operations/problems.ts'
import { checkBackupKey, readBackupHeader, restore } from '#ground/operations/restore.ts'
import { keyFileFor, openVault } from '#ground/vault/vault.ts'
import type { DoorCommand } from '../door-command.ts'

const label = { zh: '恢复', en: 'Restore' }

const command: DoorCommand = {
  summary: {
    zh: '把备份恢复到一个空实例(先放好原来的密钥文件)',
    en: 'restore a backup into an empty instance (put its key file in place first)',
  },
  args: ['FILE'],
  options: [],
  run: async (context, args) => {
    const file = resolve(args[0] ?? '')
    const header = await readBackupHeader(file)
    if (!header.ok) return header
    const keyFile = keyFileFor(dataDirOf(context.env), context.env)
    if (!existsSync(keyFile)) return refuse(problems.keyFileMissing({ keyFile, fingerprint: header.value.key }))
    const key = checkBackupKey(header.value, await openVault({ keyFile }))
    if (!key.ok) return key
    const { database, vault, files } = await context.instance()
    return restore({ ownerUrl: database.ownerUrl, vault, file, files, progress: (done, total) => context.progress(label, done, total) })
  },
}

export default command
