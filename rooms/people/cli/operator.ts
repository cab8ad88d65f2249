// `people operator --login NAME`: makes a system operator and prints a password that serves once.

import type { Command } from '#ground/cli/command.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { createAccount, operatorUnit } from '../offers.ts'
import { problems } from '../problems.ts'

const command: Command = {
  summary: { zh: '新建系统管理员账号，打印一次性密码', en: 'make a system operator and print a one-time password' },
  args: [],
  options: [
    { name: 'login', kind: 'value', summary: { zh: '登录名，默认 operator', en: 'login name, operator by default' } },
    { name: 'name', kind: 'value', summary: { zh: '姓名，默认"系统管理员"', en: 'name, 系统管理员 by default' } },
  ],
  run: (context, _args, options) =>
    context.transaction(async (desk) => {
      const { login = 'operator', name = '系统管理员' } = options
      if (login === true || name === true) return refuse(problems.badLogin())
      const unit = await operatorUnit(desk.db)
      const maker = { db: desk.db, clock: context.clock, dice: context.dice, settings: context.env }
      const made = await createAccount(maker, { login, name, role: 'operator', unit })
      if (!made.ok) return made
      const { id, post, oneTimePassword } = made.value
      const subject = `person:${id}`
      await desk.act({ verb: 'create', unit, subject, payload: { unit, withPassword: true, mustChange: true } })
      const from = chinaDay(context.clock.now())
      const nothing = { star: null, round: null, department: null, to: null }
      await desk.act({ verb: 'givePost', unit, subject, payload: { post, role: 'operator', unit, ...nothing, from } })
      return ok({ id, login: made.value.login, unit, oneTimePassword })
    }),
}

export default command
