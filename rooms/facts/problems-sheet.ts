// How a file for `evaluate` can be unreadable: each a fault of one place, listed together under factSheetFaulty.

import { defineProblems } from '#ground/kernel/problem.ts'

type Wanted = 'object' | 'list' | 'text' | 'yes-no'

const wantedNames: Readonly<Record<Wanted, { readonly zh: string; readonly en: string }>> = {
  object: { zh: '对象（{…}）', en: 'an object ({…})' },
  list: { zh: '列表（[…]）', en: 'a list ([…])' },
  text: { zh: '文字（不能为空）', en: 'a text that is not empty' },
  'yes-no': { zh: 'true 或 false', en: 'true or false' },
}

export const sheetProblems = defineProblems('facts', {
  factSheetFaulty: {
    code: 5200,
    status: 422,
    title: { zh: '事实数据文件有误', en: 'The file of facts is not right' },
    detail: ({ count }: { count: number }) => ({
      zh: `有 ${count} 处不对，逐条列在后面。没有计算；请改正后再试。`,
      en: `${count} places are wrong; each is listed. Nothing was evaluated; mend them and try again.`,
    }),
  },
  sheetUnknownField: {
    code: 5201,
    status: 422,
    title: { zh: '多出的字段', en: 'A field too many' },
    detail: ({ field }: { field: string }) => ({
      zh: `没有名为“${field}”的字段，请删去或改正。`,
      en: `There is no field “${field}” here; remove it or correct its name.`,
    }),
  },
  sheetMissingField: {
    code: 5202,
    status: 422,
    title: { zh: '缺少字段', en: 'A field is missing' },
    detail: ({ field }: { field: string }) => ({ zh: `缺少“${field}”，请补上。`, en: `“${field}” is missing; add it.` }),
  },
  sheetWrongType: {
    code: 5203,
    status: 422,
    title: { zh: '类型不对', en: 'Another type was wanted' },
    detail: ({ wanted }: { wanted: Wanted }) => ({
      zh: `这里应为${wantedNames[wanted].zh}。`,
      en: `This should be ${wantedNames[wanted].en}.`,
    }),
  },
  sheetNoDay: {
    code: 5204,
    status: 422,
    title: { zh: '不是日期', en: 'Not a day' },
    detail: { zh: '应为真实存在的日期，写作 2026-09-08。', en: 'This should be a day that exists, written 2026-09-08.' },
  },
  sheetNoForm: {
    code: 5209,
    status: 422,
    title: { zh: '表单编号不对', en: 'Not the key of a form' },
    detail: {
      zh: '表单编号写作“类别:编号”，照要用它的那一页抄下来；没有的留空。',
      en: 'The key of a form is written kind:id, as the page that asks for it shows it; leave it empty where there is none.',
    },
  },
  sheetNoUnitCode: {
    code: 5205,
    status: 422,
    title: { zh: '单位代码不对', en: 'Not the code of a village or community' },
    detail: { zh: '村（社区）的统计用区划代码是 12 位数字。', en: 'The code of a village or community has 12 digits.' },
  },
  sheetNotOneOf: {
    code: 5206,
    status: 422,
    title: { zh: '不在可选值内', en: 'Not one of the words' },
    detail: ({ words }: { words: readonly string[] }) => ({
      zh: `只能是：${words.join('、')}。`,
      en: `This is one of: ${words.join(', ')}.`,
    }),
  },
  sheetNoValue: {
    code: 5207,
    status: 422,
    title: { zh: '不是事实数据的值', en: 'Not a value of a fact' },
    detail: {
      zh: '值只能是数（写作 "12.5" 或 12.5）、true 或 false、一个选项的文字。不知道的，不要写这一项。',
      en: 'A value is a number ("12.5" or 12.5), true or false, or the text of a choice. Leave out what is not known.',
    },
  },
  sheetDaysCrossed: {
    code: 5208,
    status: 422,
    title: { zh: '起止日期颠倒', en: 'The end lies before the beginning' },
    detail: ({ from }: { from: string }) => ({
      zh: `止日不能早于起日（${from}）；长期有效写 null。`,
      en: `The last day cannot lie before the first (${from}); write null where it has no end.`,
    }),
  },
})
