// `demo`: loads the demo county into a running server, over HTTP, with the operator's own session.

import type { Command } from '#ground/cli/command.ts'
import { demoPassword, loadDemo } from '../offers.ts'

const command: Command = {
  summary: { zh: '把虚构的演示县载入正在运行的系统', en: 'load the invented demo county into a running server' },
  args: [],
  options: [
    {
      name: 'url',
      kind: 'value',
      summary: { zh: '系统地址，默认 http://127.0.0.1:3000', en: 'address of the server, http://127.0.0.1:3000 by default' },
    },
    { name: 'login', kind: 'value', summary: { zh: '系统管理员登录名，默认 guanli', en: "the operator's login, guanli by default" } },
    {
      name: 'password',
      kind: 'value',
      summary: { zh: '系统管理员密码，默认演示密码', en: "the operator's password, the demo's by default" },
    },
    { name: 'without-henan', kind: 'flag', summary: { zh: '不导入河南省单位', en: 'leave out the units of Henan' } },
  ],
  run: (context, _args, options) => {
    const text = (name: string, otherwise: string): string => {
      const value = options[name]
      return typeof value === 'string' ? value : otherwise
    }
    return loadDemo({
      baseUrl: text('url', `http://127.0.0.1:${context.env['PORT'] ?? '3000'}`),
      operatorLogin: text('login', 'guanli'),
      operatorPassword: text('password', demoPassword),
      say: (said) => context.say(said),
      henan: options['without-henan'] !== true,
    })
  },
}

export default command
