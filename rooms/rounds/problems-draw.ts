// Why a draw is refused. Numbers 4060–4099; a number is never reused.

import { defineProblems } from '#ground/kernel/problem.ts'

const refused = 422

export const drawProblems = defineProblems('rounds', {
  emptyPool: {
    code: 4060,
    status: refused,
    title: { zh: '抽签名单是空的', en: 'The pool is empty' },
    detail: { zh: '名单里没有任何一行，没有抽签。请核对文件。', en: 'The pool has no line; nothing was drawn. Check the file.' },
  },
  poolTooLong: {
    code: 4061,
    status: refused,
    title: { zh: '抽签名单太长', en: 'The pool is too long' },
    detail: (p: { count: number; most: number }) => ({
      zh: `名单有 ${p.count} 行，最多 ${p.most} 行，没有抽签。请分成几份名单。`,
      en: `The pool has ${p.count} lines and may have ${p.most}; nothing was drawn. Split it.`,
    }),
  },
  emptyLine: {
    code: 4062,
    status: refused,
    title: { zh: '名单中有空行', en: 'The pool has an empty line' },
    detail: { zh: '这一行是空的。请删去后重新公布名单。', en: 'This line is empty. Remove it and publish the pool again.' },
  },
  repeatedLine: {
    code: 4063,
    status: refused,
    title: { zh: '名单中有重复的行', en: 'The pool has a repeated line' },
    detail: (p: { first: number }) => ({
      zh: `这一行与第 ${p.first} 行相同。请只留一行，重新公布名单。`,
      en: `This line is the same as line ${p.first}. Keep one and publish the pool again.`,
    }),
  },
  takeOutOfRange: {
    code: 4064,
    status: refused,
    title: { zh: '抽取个数不对', en: 'The number to take is out of range' },
    detail: (p: { take: number; count: number }) => ({
      zh: `要抽 ${p.take} 个，应为 1 至 ${p.count} 的整数，没有抽签。`,
      en: `${p.take} are asked for; it must be a whole number from 1 to ${p.count}. Nothing was drawn.`,
    }),
  },
  noEntropy: {
    code: 4065,
    status: refused,
    title: { zh: '没有随机数据', en: 'There is no entropy' },
    detail: {
      zh: '抽签要用事先公布来源的随机数据，且文字中不能有残缺的字符。请填写后再抽。',
      en: 'A draw needs values from sources announced beforehand, in whole characters. Give them and draw again.',
    },
  },
})
