// `draw --pool FILE --take N --entropy "…" [--hash sha256|md5]`: the lines that anybody else would draw too.

import type { Command } from '#ground/cli/command.ts'
import { draw } from '../../core/draw.ts'
import { splitPool } from '../../core/draw-pool.ts'
import { readInputFile } from '../input-file.ts'

const command: Command = {
  summary: { zh: '按 RFC 3797 抽签，任何人都可复算', en: 'draw lots by RFC 3797, for anybody to recompute' },
  args: [],
  options: [
    {
      name: 'pool',
      kind: 'value',
      required: true,
      summary: { zh: '名单文件，一行一个（- 为标准输入）', en: 'file of the pool, one a line (- reads stdin)' },
    },
    { name: 'take', kind: 'whole', required: true, summary: { zh: '抽几个', en: 'how many to draw' } },
    {
      name: 'entropy',
      kind: 'value',
      required: true,
      summary: { zh: '事先公布来源的随机数据，原样填写', en: 'the text of the sources announced beforehand, as it is' },
    },
    {
      name: 'hash',
      kind: 'value',
      oneOf: ['sha256', 'md5'],
      summary: { zh: '散列算法，默认 sha256', en: 'the hash, sha256 by default' },
    },
  ],
  run: async (_context, _args, { pool, take, entropy, hash }) => {
    const text = await readInputFile(String(pool))
    if (!text.ok) return text
    const lines = splitPool(text.value)
    return draw({ lines, take: Number(take), entropy: String(entropy), hash: hash === 'md5' ? 'md5' : 'sha256' })
  },
}

export default command
