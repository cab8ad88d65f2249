// Refusals when a unit appeals against what was done to a star that it holds.

import type { ProblemSpec } from '#ground/kernel/problem.ts'

export const honourAppeals = {
  nothingToAppeal: {
    code: 5794,
    status: 409,
    title: { zh: '没有可以申诉的决定', en: 'There is nothing to appeal' },
    detail: {
      zh: '这颗星现在没有限期整改、暂停或撤销的决定。没有提交，请刷新后再看。',
      en: 'The star is neither ordered to mend nor suspended nor revoked. Nothing was sent; refresh and look again.',
    },
  },
  appealedAlready: {
    code: 5795,
    status: 409,
    title: { zh: '这个决定已经申诉过', en: 'This decision was appealed already' },
    detail: {
      zh: '一个决定申诉一次。答复写在这颗星的经过里；没有再次提交。',
      en: 'A decision is appealed once. The answer stands in what happened to the star; nothing was sent again.',
    },
  },
  honourAppealLate: {
    code: 5796,
    status: 409,
    title: { zh: '申诉期限已过', en: 'The days for an appeal are over' },
    detail: ({ until }: { until: string }) => ({
      zh: `申诉到 ${until} 为止。没有提交；情况有变化的，请向作出决定的单位说明。`,
      en: `Appeals were possible until ${until}. Nothing was sent; tell the unit that decided if something changed.`,
    }),
  },
  noSuchHonourAppeal: {
    code: 5797,
    status: 404,
    title: { zh: '没有待答复的申诉', en: 'No such open appeal' },
    detail: {
      zh: '它不存在，或已经答复、撤回。没有改动，请刷新后再看。',
      en: 'It does not exist, or was answered or withdrawn. Nothing was changed; refresh and look again.',
    },
  },
  honourAppealOpen: {
    code: 5798,
    status: 409,
    title: { zh: '申诉还没有答复', en: 'An appeal is open' },
    detail: {
      zh: '单位对上一步提出了申诉，答复以前不暂停、不撤销。没有改动，请先答复申诉。',
      en: 'The unit appealed against the step before; until it is answered the star is neither suspended nor revoked. Nothing was changed; answer the appeal first.',
    },
  },
  nothingToMend: {
    code: 5804,
    status: 409,
    title: { zh: '没有要整改的事项', en: 'There is nothing to mend' },
    detail: {
      zh: '这颗星现在既没有限期整改，也没有暂停。没有提交，请刷新后再看。',
      en: 'The star is neither ordered to mend nor suspended. Nothing was sent; refresh and look again.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemSpec>>
