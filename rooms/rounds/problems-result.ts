// Refusals of draws, counting and publishing. Numbers 4123–4145; a number is never reused.

import { defineProblems } from '#ground/kernel/problem.ts'

export const resultProblems = defineProblems('rounds', {
  sheetsInWork: {
    code: 4123,
    status: 409,
    title: { zh: '还有没评完的评分表', en: 'Sheets are not finished' },
    detail: ({ count }: { count: number }) => ({
      zh: `还有 ${count} 张评分表没有评完。请评委评完，或由计票人作废并写明理由。`,
      en: `${count} sheets are begun but not finished. Have them finished, or withdrawn by a teller with a reason.`,
    }),
  },
  noSuchDraw: {
    code: 4124,
    status: 404,
    title: { zh: '没有这次抽签', en: 'No such draw' },
    detail: { zh: '没有找到这次抽签。请刷新后再看。', en: 'This draw was not found. Refresh and look again.' },
  },
  badPool: {
    code: 4125,
    status: 422,
    title: { zh: '抽签池有误', en: 'The pool is wrong' },
    detail: {
      zh: '池中有空行或重复行，或抽取数大于池的行数，没有封存。',
      en: 'The pool has empty or repeated lines, or fewer lines than are to be taken; nothing was sealed.',
    },
  },
  repeatNeedsReason: {
    code: 4126,
    status: 422,
    title: { zh: '重抽要写明理由', en: 'A repeat needs its reason' },
    detail: { zh: '重新抽签要写明理由，原来的抽签保留。', en: 'A repeat needs its reason; the draw before it is kept.' },
  },
  drawnAlready: {
    code: 4127,
    status: 409,
    title: { zh: '已经抽出', en: 'Drawn already' },
    detail: {
      zh: '这次抽签已有结果或已作废。需要重抽的，另封一次并写明理由。',
      en: 'This draw has its result or is void. To repeat it, seal another with a reason.',
    },
  },
  secondPersonNeeded: {
    code: 4128,
    status: 409,
    title: { zh: '要由另一人办理', en: 'Another person has to do this' },
    detail: { zh: '这一步要由另一个人独立完成，没有写入。', en: 'This step is for a second person; nothing was written.' },
  },
  valuesMissing: {
    code: 4130,
    status: 422,
    title: { zh: '数值不齐', en: 'Values are missing' },
    detail: { zh: '每个随机来源都要录入一个数值，没有写入。', en: 'Each source needs its value; nothing was written.' },
  },
  notTeller: {
    code: 4131,
    status: 403,
    title: { zh: '要计票或监票席位', en: "A teller's or supervisor's seat is needed" },
    detail: {
      zh: '这一步只由计票人办理，监票人只看、只签字。没有写入。',
      en: 'Only tellers do this; supervisors look and sign. Nothing was written.',
    },
  },
  noSuchSheet: {
    code: 4132,
    status: 404,
    title: { zh: '没有这张评分表', en: 'No such sheet' },
    detail: {
      zh: '没有找到这张评分表，或它的状态已变。请刷新后再看。',
      en: 'The sheet was not found or its state has changed. Refresh and look again.',
    },
  },
  noSuchAdjustment: {
    code: 4133,
    status: 404,
    title: { zh: '没有这条加减分', en: 'No such adjustment' },
    detail: { zh: '没有找到这条加减分，或已经撤回。', en: 'The adjustment was not found or has been taken back.' },
  },
  incompletePaper: {
    code: 4134,
    status: 422,
    title: { zh: '纸质评分表没填完', en: 'The paper sheet is incomplete' },
    detail: {
      zh: '纸质评分表要逐项填写后录入，没有写入。',
      en: 'Every criterion of a paper sheet has to be filled in; nothing was written.',
    },
  },
  paperDiffers: {
    code: 4135,
    status: 409,
    title: { zh: '与第一次录入不一致', en: 'It differs from the first entry' },
    detail: {
      zh: '第二次录入与第一次不一致，未计入。请两人对照纸质评分表，由第一人重新录入。',
      en: 'The second entry differs from the first, so the sheet does not count yet. Compare both with the paper; the first person enters it again.',
    },
  },
  unscored: {
    code: 4136,
    status: 409,
    title: { zh: '有单位没有评分', en: 'A unit has no score' },
    detail: {
      zh: '列出的单位在列出的环节没有任何评分，不能计票。请补评，或在抽查轮次确认它未被抽中。',
      en: 'The units listed have no score in the component listed; nothing was counted. Have them scored.',
    },
  },
  refusedInput: {
    code: 4137,
    status: 422,
    title: { zh: '计票输入被拒绝', en: 'The input of the tally was refused' },
    detail: { zh: '计票规则不接受列出的内容，没有产生结果。', en: 'The rules of the tally refuse what is listed; there is no result.' },
  },
  noSuchTally: {
    code: 4138,
    status: 404,
    title: { zh: '没有这次计票', en: 'No such tally' },
    detail: { zh: '没有找到这次计票结果，或已作废。', en: 'This tally was not found or is void.' },
  },
  tellerFirst: {
    code: 4139,
    status: 409,
    title: { zh: '请计票人先签字', en: 'The teller signs first' },
    detail: { zh: '计票人签字以后，监票人再签。没有写入。', en: 'The supervisor signs after the teller. Nothing was written.' },
  },
  otherDigest: {
    code: 4140,
    status: 409,
    title: { zh: '结果已变', en: 'The result has changed' },
    detail: {
      zh: '签字的结果和现在的不同，没有签字。请刷新，核对摘要后再签。',
      en: 'What you are signing is not the present result; nothing was signed. Refresh and compare the digest.',
    },
  },
  ranksNeedReason: {
    code: 4141,
    status: 422,
    title: { zh: '公布名次要写明理由', en: 'Ranks need a reason' },
    detail: {
      zh: '默认只公布等次；公布名次要写明理由或文号，没有公布。',
      en: 'Bands are the default; publishing ranks needs its reason or document number. Nothing was published.',
    },
  },
  formChosen: {
    code: 4142,
    status: 409,
    title: { zh: '公布方式已定', en: 'The form was chosen already' },
    detail: {
      zh: '揭晓和公布要用同一种方式（等次或名次），没有改动。',
      en: 'Reveal and publication use the same form (bands or ranks); nothing was changed.',
    },
  },
  recountOpen: {
    code: 4143,
    status: 409,
    title: { zh: '还有复核申请没有答复', en: 'A request for a recount is open' },
    detail: { zh: '请先答复复核申请，再办结本轮。', en: 'Answer the request for a recount first, then close the round.' },
  },
  notTold: {
    code: 4144,
    status: 409,
    title: { zh: '结果还没有告知', en: 'The result has not been told yet' },
    detail: {
      zh: '本单位的结果还没有告知，不能申请复核。',
      en: 'Your unit has not been told its result yet, so there is nothing to recount.',
    },
  },
  tooLate: {
    code: 4145,
    status: 409,
    title: { zh: '已过申请期限', en: 'The time to ask is over' },
    detail: ({ until }: { until: string }) => ({
      zh: `申请复核的期限是 ${until}，已经过了。可以通过投诉建议反映。`,
      en: `A recount could be asked for until ${until}. You can still use complaints and suggestions.`,
    }),
  },
})
