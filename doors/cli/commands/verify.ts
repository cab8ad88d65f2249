// `verify [--head HASH]`: is the record of acts what was sealed, and are the stored files what was recorded?

import { verify } from '#ground/operations/verify.ts'
import { lateSentence, lateSeconds, waited } from '#ground/postgres/waiting-acts.ts'
import type { DoorCommand } from '../door-command.ts'

const label = { zh: '核对记录', en: 'Checking the record' }
const filesLabel = { zh: '核对文件', en: 'Checking files' }

const command: DoorCommand = {
  summary: {
    zh: '核对全部行为记录和存放的文件是否与登记时一致',
    en: 'check that the record of acts and the stored files are what they were',
  },
  args: [],
  options: [
    {
      name: 'head',
      kind: 'value',
      summary: { zh: '再查这个已打印或公布的链首是否在链上', en: 'also find this printed or published head in the chain' },
    },
  ],
  run: async (context, _args, options) => {
    const { database, files } = await context.instance()
    const head = options['head']
    const result = await verify({
      database,
      files,
      progress: (done, total) => context.progress(label, done, total),
      filesProgress: (done, total) => context.progress(filesLabel, done, total),
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
