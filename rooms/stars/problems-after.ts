// Refusals before a star is shown to all, of its objections, and as stars of former years end: 5775–5779 and 5805.

import type { ProblemSpec } from '#ground/kernel/problem.ts'

export const after = {
  publicityHindered: {
    code: 5775,
    status: 409,
    title: { zh: '按现有数据还达不到标准', en: 'Not reached by what is known' },
    detail: ({ count }: { count: number }) => ({
      zh: `选中的有 ${count} 件底线不满足、没有审核结论或没有达到标准，公示以后也不能认定，逐件原因列在下面。没有公示，请先补结论、退回或审核不通过。`,
      en: `${count} of those chosen miss a bottom line, a conclusion or the standard, and could not be certified after publicity; each is listed. Nothing was publicised: add the conclusion, return them or refuse them first.`,
    }),
  },
  noContact: {
    code: 5776,
    status: 404,
    title: { zh: '没有留联系方式', en: 'No contact was left' },
    detail: { zh: '提异议的人没有留联系方式，答复由其凭查询码查看。', en: 'Whoever objected left none; the answer is read by the code.' },
  },
  sealedAlready: {
    code: 5779,
    status: 409,
    title: { zh: '这些申报已经封存过', en: 'Sealed already' },
    detail: ({ count }: { count: number }) => ({
      zh: `名单里的申报已在 ${count} 份没有抽取的封存名单里，一份名单只抽一次。没有封存；原来的来源用不上的，写明重新封存的理由，原来的作废，公开可查。`,
      en: `Stars of this pool stand in ${count} seals that wait for their draw; one pool is drawn once. Nothing was sealed: if the earlier sources are of no use, give the reason for sealing anew, and the earlier seal is void, for anybody to read.`,
    }),
  },
  sampleVoid: {
    code: 5805,
    status: 409,
    title: { zh: '这份名单已经作废', en: 'This seal is void' },
    detail: {
      zh: '它已由另一份封存名单代替，不再录入。没有改动。',
      en: 'Another seal took its place; nothing is entered any more. Nothing was changed.',
    },
  },
  formerDocument: {
    code: 5777,
    status: 422,
    title: { zh: '往年的星届满，要写文号', en: 'Stars of former years end: name the document' },
    detail: ({ count }: { count: number }) => ({
      zh: `按周期参数，往年的 ${count} 颗星随之届满，要写明文号。没有改动，请填文号再办。`,
      en: `As the cycle determines, ${count} stars of former years end with this, by a document. Nothing was changed; name it and try again.`,
    }),
  },
  formerAppealOpen: {
    code: 5778,
    status: 409,
    title: { zh: '往年的星还有申诉没有答复', en: 'Appeals about stars of former years are open' },
    detail: ({ count }: { count: number }) => ({
      zh: `往年的星中有 ${count} 颗的申诉没有答复，答复以前不能届满，周期不能结束。没有改动，请先在“已认定的星”里答复。`,
      en: `Appeals about ${count} stars of former years are not answered; until then they do not end and the cycle does not close. Answer them under “Stars held” first.`,
    }),
  },
} as const satisfies Readonly<Record<string, ProblemSpec>>
