// `verify [--head HASH]`: is the record of acts what was sealed?

import { verify } from '#ground/operations/verify.ts'
import { lateSentence, lateSeconds, waited } from '#ground/postgres/waiting-acts.ts'
import type { DoorCommand } from '../door-command.ts'

const label = { zh: '核对记录', en: 'Checking the record' }

const command: DoorCommand = {
  summary: { zh: '核对全部行为记录是否与封存时一致', en: 'check that the record of acts is what was sealed' },
  args: [],
  options: [
    {
      name: 'head',
      kind: 'value',
      summary: { zh: '再查这个已打印或公布的链首是否在链上', en: 'also find this printed or published head in the chain' },
    },
  ],
  run: async (context, _args, options) => {
    const { database } = await context.instance()
    const head = options['head']
    const result = await verify({
      database,
      progress: (done, total) => context.progress(label, done, total),
      ...(typeof head === 'string' ? { head } : {}),
    })
    if (!result.ok || result.value.unsealedSince === null) return result
    const since = new Date(result.value.unsealedSince)
    const { seconds } = waited({ waiting: result.value.unsealed, since }, context.clock.now())
    if (seconds > lateSeconds) context.say(lateSentence({ waiting: result.value.unsealed, since }))
    return result
  },
}

export default command
