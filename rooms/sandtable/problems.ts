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
  noSuchShowing: {
    code: 7402,
    status: 404,
    title: { zh: '没有这次遥控', en: 'Nothing is driven under this address' },
    detail: {
      zh: '可能是地址不全，或者当前岗位看不到。请在沙盘页重新点“遥控大屏”，再输入新的配对码。',
      en: 'The address may be cut off, or the acting post does not reach it. Begin again on the sand table and type the new code.',
    },
  },
  showingOver: {
    code: 7403,
    status: 409,
    title: { zh: '遥控已经结束', en: 'Driving has ended' },
    detail: {
      zh: '已有人点了结束，或者半天没有操作。大屏停在等待页；要继续，请重新点“遥控大屏”。',
      en: 'Somebody ended it, or nobody turned for half a day. The screen waits; begin again to go on.',
    },
  },
  noSuchCode: {
    code: 7404,
    status: 404,
    title: { zh: '没有这个配对码', en: 'There is no such code' },
    detail: {
      zh: '请核对六位数字；配对码要在同一单位或上级岗位登录的电脑上输入。',
      en: 'Check the six digits. The screen must be signed in with a post of the same unit or above.',
    },
  },
})
