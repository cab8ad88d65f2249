// How the sand table refuses.

import { defineProblems } from '#ground/kernel/problem.ts'

export const problems = defineProblems('sandtable', {
  noSuchUnit: {
    code: 7400,
    status: 404,
    title: { zh: '没有这个单位', en: 'There is no such unit' },
    detail: {
      zh: '这个代码那一天没有单位。请换一个单位，或换一个季度。',
      en: 'No unit had this code on that day. Choose another unit or another quarter.',
    },
  },
  notBegun: {
    code: 7401,
    status: 422,
    title: { zh: '这个季度还没有开始', en: 'That quarter has not begun' },
    detail: {
      zh: '沙盘只显示已经开始的季度。请选本季度或以前的季度。',
      en: 'The sand table shows quarters that have begun. Choose this quarter or an earlier one.',
    },
  },
})
