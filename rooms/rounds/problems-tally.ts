// Why a tally is refused, one problem a rule of its published contract. Numbers 4000–4059; a number is never reused.
// The sentence says what stands at the named path and what to do about it; it serves alone and in a list of several.

import { defineProblems } from '#ground/kernel/problem.ts'

interface Named {
  readonly id: string
}

const kept = { zh: '没有计票。', en: 'Nothing was tallied.' }
const refused = 422

export const tallyProblems = defineProblems('rounds', {
  severalFaults: {
    code: 4000,
    status: refused,
    title: { zh: '计票数据有多种错误', en: 'The input is refused for several reasons' },
    detail: (p: { count: number; rules: readonly number[] }) => ({
      zh: `共 ${p.count} 处错误（问题编号 ${p.rules.join('、')}），已逐处列出，没有得出任何结果。请全部改好后再试。`,
      en: `${p.count} faults (problems ${p.rules.join(', ')}), each listed below; there is no result. Mend them all and try again.`,
    }),
  },
  wrongType: {
    code: 4001,
    status: refused,
    title: { zh: '数据类型不对', en: 'Not of the right type' },
    detail: (p: { wanted: 'object' | 'list' | 'text' | 'number' }) => {
      const zh = { object: '对象', list: '列表', text: '文本', number: '数字' }[p.wanted]
      return { zh: `这里应为${zh}。请按格式说明填写。`, en: `A JSON ${p.wanted} is wanted here. Write it as the format says.` }
    },
  },
  unknownField: {
    code: 4002,
    status: refused,
    title: { zh: '有不认识的字段', en: 'Unknown field' },
    detail: (p: { field: string }) => ({
      zh: `没有“${p.field}”这个字段。请删去，或改正拼写。`,
      en: `There is no field “${p.field}”. Remove it or mend its name.`,
    }),
  },
  missingField: {
    code: 4003,
    status: refused,
    title: { zh: '缺少字段', en: 'A field is missing' },
    detail: (p: { field: string }) => ({ zh: `缺少“${p.field}”。请补上。`, en: `“${p.field}” is missing. Add it.` }),
  },
  notDecimal: {
    code: 4004,
    status: refused,
    title: { zh: '不是规定写法的数', en: 'Not a decimal' },
    detail: {
      zh: '分值和权重要写成文本形式的十进制数，如 "12.5"；不带正号、空格、多余的前导零，不用科学记数法。',
      en: 'Points and weights are decimals written as text, like "12.5": no plus sign, blanks, leading zeros or exponents.',
    },
  },
  badName: {
    code: 4005,
    status: refused,
    title: { zh: '标识不可用', en: 'Unusable text' },
    detail: {
      zh: '标识不能为空，文字中不能有残缺的字符。请重新填写。',
      en: 'An id must not be empty and a text must hold whole characters only. Write it again.',
    },
  },
  duplicateId: {
    code: 4006,
    status: refused,
    title: { zh: '标识重复', en: 'An id is repeated' },
    detail: (p: Named) => ({
      zh: `“${p.id}”前面已经有了。请删去重复的一个。`,
      en: `“${p.id}” stands before already. Remove one of the two.`,
    }),
  },
  decimalsOutOfRange: {
    code: 4007,
    status: refused,
    title: { zh: '保留小数位数不对', en: 'Decimals out of range' },
    detail: { zh: '总分保留的小数位数应为 0 至 6 的整数。', en: 'Totals have a whole number of decimals from 0 to 6.' },
  },
  badCount: {
    code: 4008,
    status: refused,
    title: { zh: '个数不对', en: 'Not a count' },
    detail: { zh: '这里应为 0 或更大的整数。', en: 'A whole number, 0 or more, is wanted here.' },
  },
  negativeLimit: {
    code: 4009,
    status: refused,
    title: { zh: '限额不能为负', en: 'A limit must not be negative' },
    detail: { zh: '满分和加减分上限不能小于 0。', en: 'A maximum or a cap must not be below 0.' },
  },
  weightNotPositive: {
    code: 4010,
    status: refused,
    title: { zh: '权重不大于 0', en: 'A weight is not above 0' },
    detail: (p: Named) => ({
      zh: `“${p.id}”的权重应大于 0。不计分的项目请从方法中删去。`,
      en: `The weight of “${p.id}” must be above 0. Leave out what does not count.`,
    }),
  },
  weightsNotOne: {
    code: 4011,
    status: refused,
    title: { zh: '权重之和不是 1', en: 'The weights do not sum to 1' },
    detail: (p: { sum: string }) => ({
      zh: `权重之和为 ${p.sum}，应恰好为 1。请调整。`,
      en: `The weights sum to ${p.sum} and must sum to exactly 1. Adjust them.`,
    }),
  },
  unknownAggregate: {
    code: 4012,
    status: refused,
    title: { zh: '没有这种合成办法', en: 'Unknown aggregate' },
    detail: { zh: '合成办法只有 mean、median、trimmed-mean 三种。', en: 'The aggregate is mean, median or trimmed-mean.' },
  },
  dropsWithoutTrim: {
    code: 4013,
    status: refused,
    title: { zh: '此办法不去掉最高最低分', en: 'This aggregate drops nothing' },
    detail: (p: { field: string }) => ({
      zh: `“${p.field}”只用于 trimmed-mean。请删去，或改用 trimmed-mean。`,
      en: `“${p.field}” belongs to trimmed-mean only. Remove it, or use trimmed-mean.`,
    }),
  },
  tooFewLeft: {
    code: 4014,
    status: refused,
    title: { zh: '去掉之后没有剩余', en: 'Nothing would be left after dropping' },
    detail: (p: { minJudges: number; drops: number }) => ({
      zh: `minJudges 为 ${p.minJudges}，应大于去掉的最高分与最低分个数之和（${p.drops}）。`,
      en: `minJudges is ${p.minJudges} and must be more than dropHigh and dropLow together (${p.drops}).`,
    }),
  },
  stepNotPositive: {
    code: 4015,
    status: refused,
    title: { zh: '分值间隔不大于 0', en: 'A step is not above 0' },
    detail: { zh: '分值间隔应大于 0，如 "0.5"。', en: 'A step must be above 0, like "0.5".' },
  },
  maxOffStep: {
    code: 4016,
    status: refused,
    title: { zh: '满分不是间隔的整倍数', en: 'A maximum is no multiple of its step' },
    detail: (p: { max: string; step: string }) => ({
      zh: `满分 ${p.max} 不是间隔 ${p.step} 的整倍数。请改其中一个。`,
      en: `The maximum ${p.max} is no multiple of the step ${p.step}. Change one of them.`,
    }),
  },
  sheetMissing: {
    code: 4017,
    status: refused,
    title: { zh: '缺少评分表', en: 'A component has no sheet' },
    detail: (p: Named) => ({ zh: `“${p.id}”没有评分表。请补上。`, en: `The component “${p.id}” has no sheet. Add one.` }),
  },
  unknownTie: {
    code: 4018,
    status: refused,
    title: { zh: '没有这种同分办法', en: 'Unknown tie-break' },
    detail: {
      zh: '同分办法应写成 component:项目、criterion:项目/评分项 或 adjustment。',
      en: 'A tie-break is component:ID, criterion:COMPONENT/ID or adjustment.',
    },
  },
  unknownNamed: {
    code: 4019,
    status: refused,
    title: { zh: '引用了不存在的标识', en: 'Something unknown is named' },
    detail: (p: { what: 'unit' | 'judge' | 'panel' | 'component' | 'criterion'; id: string }) => {
      const zh = { unit: '单位', judge: '评委', panel: '评委组', component: '项目', criterion: '评分项' }[p.what]
      return { zh: `没有${zh}“${p.id}”。请核对。`, en: `There is no ${p.what} “${p.id}”. Check the id.` }
    },
  },
  aboveMax: {
    code: 4020,
    status: refused,
    title: { zh: '超过满分', en: 'Points above the maximum' },
    detail: (p: { points: string; max: string }) => ({
      zh: `${p.points} 分超过满分 ${p.max}。请与评分表核对。`,
      en: `${p.points} points are above the maximum of ${p.max}. Check the sheet.`,
    }),
  },
  belowZero: {
    code: 4021,
    status: refused,
    title: { zh: '低于 0 分', en: 'Points below 0' },
    detail: (p: { points: string }) => ({
      zh: `评分不能低于 0，这里是 ${p.points}。扣分请用加减分，并写明理由。`,
      en: `A score is not below 0; this one is ${p.points}. Deduct by an adjustment with its reason.`,
    }),
  },
  offStep: {
    code: 4022,
    status: refused,
    title: { zh: '不在分值间隔上', en: 'Points off the step' },
    detail: (p: { points: string; step: string }) => ({
      zh: `${p.points} 分不是间隔 ${p.step} 的整倍数。请与评分表核对。`,
      en: `${p.points} points are no multiple of the step ${p.step}. Check the sheet.`,
    }),
  },
  duplicateScore: {
    code: 4023,
    status: refused,
    title: { zh: '重复评分', en: 'A score is repeated' },
    detail: (p: { judge: string; unit: string; first: string }) => ({
      zh: `评委“${p.judge}”对单位“${p.unit}”的这一评分项已在 ${p.first} 给过分。请只留一个。`,
      en: `Judge “${p.judge}” has scored this criterion of unit “${p.unit}” at ${p.first} already. Keep one.`,
    }),
  },
  recusedScore: {
    code: 4024,
    status: refused,
    title: { zh: '回避的评委给了分', en: 'A recused judge has scored' },
    detail: (p: { judge: string; unit: string }) => ({
      zh: `评委“${p.judge}”对单位“${p.unit}”应当回避，评分不能计入。请删去这一评分。`,
      en: `Judge “${p.judge}” is recused from unit “${p.unit}”; the score cannot count. Remove it.`,
    }),
  },
  incompleteSheet: {
    code: 4025,
    status: refused,
    title: { zh: '评分表没有填完', en: 'A sheet is incomplete' },
    detail: (p: { judge: string; unit: string; component: string; missing: readonly string[] }) => ({
      zh: `评委“${p.judge}”对单位“${p.unit}”“${p.component}”的评分表缺少：${p.missing.join('、')}。请补齐，或整张撤回。`,
      en: `The sheet of judge “${p.judge}” for “${p.component}” of unit “${p.unit}” lacks: ${p.missing.join(', ')}. Finish it or withdraw it whole.`,
    }),
  },
  unitWithoutScore: {
    code: 4026,
    status: refused,
    title: { zh: '单位没有得分', en: 'A unit has no score' },
    detail: (p: { unit: string; component: string }) => ({
      zh: `单位“${p.unit}”的“${p.component}”没有任何评委评分，无法计票。`,
      en: `No judge has scored “${p.component}” of unit “${p.unit}”, so it cannot be tallied.`,
    }),
  },
  adjustmentWithoutReason: {
    code: 4027,
    status: refused,
    title: { zh: '加减分没有理由', en: 'An adjustment has no reason' },
    detail: (p: { unit: string }) => ({
      zh: `单位“${p.unit}”的加减分没有写理由。请补上。`,
      en: `The adjustment of unit “${p.unit}” has no reason. Give one.`,
    }),
  },
  fileUnreadable: {
    code: 4030,
    status: 404,
    title: { zh: '文件读不到', en: 'The file cannot be read' },
    detail: (p: { file: string; why: string }) => ({
      zh: `无法读取 ${p.file}（${p.why}）。请核对文件名和权限。`,
      en: `${p.file} cannot be read (${p.why}). Check its name and permissions.`,
    }),
  },
  notUtf8: {
    code: 4031,
    status: refused,
    title: { zh: '文件不是 UTF-8 编码', en: 'The file is not UTF-8' },
    detail: (p: { file: string }) => ({
      zh: `${p.file} 不是 UTF-8 编码的文本。请另存为 UTF-8 后再试。`,
      en: `${p.file} is not text in UTF-8. Save it as UTF-8 and try again.`,
    }),
  },
  fileTooLarge: {
    code: 4032,
    status: 413,
    title: { zh: '文件太大', en: 'The file is too large' },
    detail: (p: { file: string; megabytes: number }) => ({
      zh: `${p.file} 超过 ${p.megabytes} MB。请去掉缩进和空格，或分成几轮计票。`,
      en: `${p.file} is larger than ${p.megabytes} MB. Leave out indentation, or tally it as several rounds.`,
    }),
  },
  notJson: {
    code: 4033,
    status: refused,
    title: { zh: '不是 JSON', en: 'Not JSON' },
    detail: (p: { file: string; why: string }) => ({
      zh: `${p.file} 不是有效的 JSON（${p.why}）。${kept.zh}`,
      en: `${p.file} is not valid JSON (${p.why}). ${kept.en}`,
    }),
  },
  badBands: {
    code: 4040,
    status: refused,
    title: { zh: '等次设置不对', en: 'The bands are wrong' },
    detail: {
      zh: '等次至少一个，标识各不相同，分数线从高到低递减，只有最后一个不设分数线。请改正。',
      en: 'There is at least one band, ids differ, thresholds descend, and only the last has none. Mend them.',
    },
  },
  methodsDiffer: {
    code: 4041,
    status: 409,
    title: { zh: '两轮的办法不同', en: 'The two rounds differ in method' },
    detail: {
      zh: '进步奖只在办法和评分表完全相同的两轮之间评定。请另选一轮比较。',
      en: 'Progress is only measured between rounds of the same method and sheets. Choose another round to compare with.',
    },
  },
})
