// Refusals about what is recorded of a unit: facts, certificates, cases, reviews, requests for correction, imports.

import { defineProblems } from '#ground/kernel/problem.ts'

export const recordProblems = defineProblems('facts', {
  noSuchRecord: {
    code: 5230,
    status: 404,
    title: { zh: '没有这条记录', en: 'No such record' },
    detail: {
      zh: '它不存在，或不在当前岗位能看的范围内。请回到列表刷新后再看。',
      en: 'It does not exist, or the acting post does not reach it. Go back to the list and refresh it.',
    },
  },
  stated: {
    code: 5231,
    status: 409,
    title: { zh: '这个时间已有数据', en: 'Stated already' },
    detail: ({ name, period, value, source }: { name: string; period: string; value: string; source: string }) => ({
      zh: `“${name}”${period}已由${source}登记为 ${value}。没有重复登记；不对的，请用“更正”并写明原因。`,
      en: `“${name}” for ${period} is stated as ${value} by ${source}. Nothing was added; if it is wrong, correct it with a reason.`,
    }),
  },
  corrected: {
    code: 5232,
    status: 409,
    title: { zh: '这条记录已被更正', en: 'Corrected already' },
    detail: {
      zh: '已有一条更正的记录代替它，可能由其他人办理。没有改动，请刷新后在新的记录上办理。',
      en: 'Another record stands in its place by now. Nothing was changed; refresh and go on from that one.',
    },
  },
  unknownUnit: {
    code: 5233,
    status: 422,
    title: { zh: '没有这个单位', en: 'No such unit' },
    detail: ({ unit }: { unit: string }) => ({
      zh: `没有代码为 ${unit} 的单位。没有登记，请重新选择。`,
      en: `There is no unit with the code ${unit}. Nothing was entered; choose again.`,
    }),
  },
  daysCrossed: {
    code: 5234,
    status: 422,
    title: { zh: '起止日期不对', en: 'The days are not possible' },
    detail: {
      zh: '止日不能早于起日，事情的日期不能晚于今天。没有登记，请改正后再提交。',
      en: 'The last day cannot lie before the first, and what happened cannot lie after today. Nothing was entered; correct it.',
    },
  },
  certified: {
    code: 5235,
    status: 409,
    title: { zh: '这个证书已有', en: 'That certificate is there' },
    detail: ({ name }: { name: string }) => ({
      zh: `这个单位同级、同一起日的“${name}”已经登记。没有重复登记。`,
      en: `“${name}” of this level and first day is recorded for the unit. Nothing was added.`,
    }),
  },
  decidedByItself: {
    code: 5236,
    status: 422,
    title: { zh: '不能由被投诉的单位认定', en: 'Not by the body complained about' },
    detail: {
      zh: '认定单位和被投诉的单位相同。投诉只有由另一个单位认定成立，才计到单位。没有登记。',
      en: 'The office that decided is the body complained about. A complaint weighs only when another body upheld it. Nothing was entered.',
    },
  },
  decidedBelowCounty: {
    code: 5237,
    status: 422,
    title: { zh: '要由县级以上部门认定', en: 'Decided below the county' },
    detail: {
      zh: '投诉和案件由县级以上部门认定，村（社区）、乡镇（街道）不能认定。没有登记。',
      en: 'Cases are decided by offices of the county or above, never by the unit or its township. Nothing was entered.',
    },
  },
  reviewReason: {
    code: 5398,
    status: 422,
    title: { zh: '要写明结论的原因', en: 'Say why' },
    detail: {
      zh: '审核结论为不满足，或者改动以前的结论，都要写明原因。已填内容都在，请补上。',
      en: 'A review that says not met, or that replaces an earlier one, gives its reason. What was typed is kept; add it.',
    },
  },
  reviewed: {
    code: 5238,
    status: 409,
    title: { zh: '这项标准已有审核结果', en: 'Reviewed already' },
    detail: ({ criterion }: { criterion: string }) => ({
      zh: `“${criterion}”在这次审核中已有结果。没有重复登记；结果有变，请用更正。`,
      en: `“${criterion}” has a result in this review. Nothing was added; supersede it where the result has changed.`,
    }),
  },
  asked: {
    code: 5239,
    status: 409,
    title: { zh: '已经申请过更正', en: 'Asked already' },
    detail: {
      zh: '这条记录的更正申请还没有答复，没有重复提交。',
      en: 'A request about this record waits for its answer; nothing was added.',
    },
  },
  answered: {
    code: 5240,
    status: 409,
    title: { zh: '这份申请已经答复', en: 'Answered already' },
    detail: {
      zh: '可能由其他人答复。没有改动，请刷新后再看。',
      en: 'Somebody else may have answered. Nothing was changed; refresh and look again.',
    },
  },
  badRows: {
    code: 5241,
    status: 422,
    title: { zh: '表格有误', en: 'Rows are not right' },
    detail: {
      zh: '有错误的行列在后面。一行也没有导入，请改正后重新选择文件，或选择只导入没有错误的行。',
      en: 'The faulty rows are listed. Not one row was imported; correct them and choose the file again, or import the good rows only.',
    },
  },
  unknownLevel: {
    code: 5244,
    status: 422,
    title: { zh: '没有这个级别', en: 'No such level' },
    detail: ({ cell }: { cell: string }) => ({
      zh: `“${cell}”不是级别，应为乡镇(街道)级、县(区)级、市级、省级或国家级。`,
      en: `“${cell}” is no level: township, county, prefecture, province or nation.`,
    }),
  },
  sameAsBefore: {
    code: 5243,
    status: 422,
    title: { zh: '没有变化', en: 'Nothing changes' },
    detail: { zh: '更正的内容和原来相同。没有登记。', en: 'The correction says what stands there already. Nothing was entered.' },
  },
  caseThere: {
    code: 5245,
    status: 409,
    title: { zh: '这个认定已登记', en: 'Recorded already' },
    detail: {
      zh: '同一认定单位、同一日期、同样事实的记录已在，没有重复登记。',
      en: 'A record of the same decision, day and finding is there; nothing was added.',
    },
  },
  reviewOfCycle: {
    code: 5246,
    status: 409,
    title: { zh: '周期中的审核不在这里登记', en: 'Reviews of a cycle are not entered here' },
    detail: {
      zh: '这是创建周期里的审核，请在“申报星”里办理；书面审核的“审核编号”留空。没有登记。',
      en: 'This is a review of a cycle: enter it with the declaration. Leave the review number empty for one on paper. Nothing was entered.',
    },
  },
  notYourOffice: {
    code: 5247,
    status: 403,
    title: { zh: '只能登记本部门的审核', en: 'Only reviews of your own office' },
    detail: ({ office }: { office: string }) => ({
      zh: `当前岗位属于${office}，只能登记它的审核结果。没有登记。`,
      en: `The acting post belongs to ${office} and enters its reviews only. Nothing was entered.`,
    }),
  },
  notYourRecord: {
    code: 5253,
    status: 403,
    title: { zh: '不是本部门作出的', en: 'Not by your department' },
    detail: ({ office, other }: { office: string; other: string }) => ({
      zh: `当前岗位属于${office}，这一条由${other}作出，请由它或县里登记。没有登记，也没有改动。`,
      en: `The acting post belongs to ${office}, and this was given by ${other}: it or the county enters it. Nothing was entered or changed.`,
    }),
  },
  cellEmpty: {
    code: 5248,
    status: 422,
    title: { zh: '没有填写', en: 'Empty' },
    detail: { zh: '没有填写。', en: 'nothing stands here.' },
  },
  cellTooLong: {
    code: 5249,
    status: 422,
    title: { zh: '太长', en: 'Too long' },
    detail: ({ most }: { most: number }) => ({ zh: `超过 ${most} 字，请缩短。`, en: `longer than ${most} characters; shorten it.` }),
  },
  cellNoCount: {
    code: 5250,
    status: 422,
    title: { zh: '不是整数', en: 'Not a whole number' },
    detail: ({ most }: { most: number }) => ({ zh: `应为 1 至 ${most} 的整数。`, en: `should be a whole number from 1 to ${most}.` }),
  },
  notYoursToCite: {
    code: 5251,
    status: 403,
    title: { zh: '由登记的部门引用', en: 'The office that enters it cites' },
    detail: {
      zh: '这条记录由登记它的部门引用佐证。没有改动；认为记录不对的，请“申请更正”。',
      en: 'Evidence of this record is cited by the office that enters it. Nothing was changed; ask for a correction if it is wrong.',
    },
  },
  evidenceElsewhere: {
    code: 5252,
    status: 422,
    title: { zh: '不是这个单位的佐证', en: 'Evidence of another unit' },
    detail: {
      zh: '只能引用本单位的，或反映本单位情况的佐证。没有引用。',
      en: 'Only evidence of the unit, or about it, may be cited. Nothing was cited.',
    },
  },
})
