// What the command line itself has to say, before or beside a command's own refusals. Numbers 190–198.

import { defineProblems } from '#ground/kernel/problem.ts'
import type { Text } from '#ground/kernel/problem.ts'

export const problems = defineProblems('cli', {
  usage: {
    code: 190,
    status: 400,
    title: { zh: '命令用法不对', en: 'This is not how the command is used' },
    detail: (p: { what: Text }) => p.what,
  },
  cannotStart: {
    code: 191,
    status: 503,
    wakes: true,
    title: { zh: '无法打开这个实例', en: 'The instance cannot be opened' },
    detail: (p: { text: Text }) => p.text,
  },
  bug: {
    code: 192,
    status: 500,
    wakes: true,
    title: { zh: '程序出错', en: 'The program broke' },
    detail: {
      zh: '没有提交的内容已撤销。请把错误输出(stderr)里的说明连同所用命令告诉系统管理员。',
      en: 'What was not committed has been undone. Please report what stands on stderr together with the command.',
    },
  },
})
