// `demo`: loads the demo county into a running server, over HTTP, with the operator's own session; `demo --play` plays a
// whole round there to watch, in a server of its own when none runs.

import { setTimeout } from 'node:timers/promises'
import type { Command, CommandContext } from '#ground/cli/command.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { runningServer, startServer } from '../api/own-server.ts'
import type { Server } from '../api/own-server.ts'
import { readPack } from '../api/pack.ts'
import { play } from '../api/play.ts'
import { demoPassword, loadDemo } from '../offers.ts'
import { problems } from '../problems.ts'

type Options = Parameters<Command['run']>[2]

const fastest = 1_000
const chinaOffset = 8 * 3_600_000

const textOf = (options: Options, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

async function serverFor(context: CommandContext, wanted: string | undefined): Promise<Result<Server>> {
  const url = wanted ?? `http://127.0.0.1:${context.env['PORT'] ?? '3000'}`
  const running = await runningServer(url)
  if (running !== null) return ok(running)
  if (wanted !== undefined) return refuse(problems.noServer({ url }))
  context.say({ zh: '没有正在运行的系统，先启动一个', en: 'no server is running, starting one' })
  return startServer(context.env, (line) => context.say({ zh: line, en: line }))
}

async function playRound(context: CommandContext, options: Options): Promise<Result<unknown>> {
  const speed = Number(textOf(options, 'speed') ?? 1)
  if (speed < 1 || speed > fastest) return refuse(problems.speedOutOfRange({ most: fastest }))
  const server = await serverFor(context, textOf(options, 'url'))
  if (!server.ok) return server
  const { baseUrl, own, stop } = server.value
  const began = context.clock.now()
  const played = await play({
    baseUrl,
    pack: readPack(),
    today: chinaDay(began),
    mark: new Date(began + chinaOffset).toISOString().slice(5, 19).replace('T', ' '),
    newId: () => newId(context.clock, context.dice),
    say: (text) => context.say(text),
    pause: (ms) => setTimeout(ms / speed),
  })
  const seconds = (context.clock.now() - began) / 1000
  if (own)
    context.say({
      zh: '停止自行启动的系统；npm start 后仍可查看这一轮',
      en: 'stopping the server it started; the round can be seen after npm start',
    })
  await stop()
  return played.ok ? ok({ ...played.value, seconds }) : played
}

const command: Command = {
  summary: {
    zh: '把虚构的演示县载入正在运行的系统；--play 回放一整轮亮赛比',
    en: 'load the invented demo county into a running server; --play plays a whole round',
  },
  args: [],
  options: [
    {
      name: 'play',
      kind: 'flag',
      summary: {
        zh: '回放一整轮亮赛比，约两分钟；没有系统在运行时自行启动',
        en: 'play a whole round in about two minutes; starts a server when none runs',
      },
    },
    {
      name: 'speed',
      kind: 'whole',
      summary: { zh: '回放速度，1 到 1000，默认 1', en: 'how many times faster to play, 1 to 1000, 1 by default' },
    },
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
    if (options['play'] === true) return playRound(context, options)
    return loadDemo({
      baseUrl: textOf(options, 'url') ?? `http://127.0.0.1:${context.env['PORT'] ?? '3000'}`,
      operatorLogin: textOf(options, 'login') ?? 'guanli',
      operatorPassword: textOf(options, 'password') ?? demoPassword,
      say: (said) => context.say(said),
      henan: options['without-henan'] !== true,
    })
  },
}

export default command
