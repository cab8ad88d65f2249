// `db migrate`: opening an instance brings its database up to date; this command says what that did.

import { ok } from '#ground/kernel/result.ts'
import type { DoorCommand } from '../../door-command.ts'

const command: DoorCommand = {
  summary: { zh: '把数据库升级到本程序的版本', en: 'bring the database up to this version' },
  args: [],
  options: [],
  run: async (context) => {
    const { database } = await context.instance()
    return ok({ applied: database.report.applied, policies: database.report.policies })
  },
}

export default command
