import { defineProblems } from '#ground/kernel/problem.ts'
import type { State } from './core/inspection.ts'
import { stateNames } from './core/inspection.ts'

export const problems = defineProblems('inspections', {
  noSuchInspection: {
    code: 7000,
    status: 404,
    title: { zh: '没有这次督查', en: 'No such inspection' },
    detail: {
      zh: '它不存在，或不在当前岗位能看的范围内。请回到列表刷新后再看。',
      en: 'It does not exist, or the acting post does not reach it. Go back to the list and refresh it.',
    },
  },
  notFiled: {
    code: 7001,
    status: 409,
    title: { zh: '还没有备案', en: 'Not filed yet' },
    detail: {
      zh: '督查事项要先在填报事项登记簿里备案，有依据、有起止日期，才能开始。没有改动，请先办“备案”。',
      en: 'An inspection begins only when it stands in the register of form demands, with basis and dates. Nothing was changed; file it first.',
    },
  },
  wrongState: {
    code: 7002,
    status: 409,
    title: { zh: '当前状态不能这样办', en: 'Not possible in the present state' },
    detail: ({ state }: { state: State }) => ({
      zh: `这次督查现在是“${stateNames[state].zh}”。没有改动，请刷新后再办。`,
      en: `The inspection is “${stateNames[state].en}” now. Nothing was changed; refresh and look again.`,
    }),
  },
  notPlanned: {
    code: 7003,
    status: 422,
    title: { zh: '不在这次督查的计划内', en: 'Not part of this inspection' },
    detail: {
      zh: '这个单位或这一项不在备案的计划里。没有登记；确需查看的，另行计划、备案。',
      en: 'This unit or item does not stand in the plan that was filed. Nothing was written down; plan and file another one.',
    },
  },
  wrongDay: {
    code: 7004,
    status: 422,
    title: { zh: '日期不对', en: 'Not a possible day' },
    detail: ({ from, to }: { from: string; to: string }) => ({
      zh: `只登记 ${from} 到 ${to} 之间、今天或今天以前看到的。没有登记，请核对日期。`,
      en: `Only what was seen from ${from} to ${to}, today or before, is written down. Nothing was; check the day.`,
    }),
  },
  noteMissing: {
    code: 7005,
    status: 422,
    title: { zh: '要写明问题', en: 'Say what is wrong' },
    detail: { zh: '有问题的，写清在哪里、差什么。没有登记。', en: 'For a fault say where and what. Nothing was written down.' },
  },
  noChecklist: {
    code: 7006,
    status: 422,
    title: { zh: '没有这张清单', en: 'No such checklist' },
    detail: {
      zh: '标准包里没有这张督查清单。没有登记，请重新选择。',
      en: 'The packs hold no such checklist. Nothing was kept; choose again.',
    },
  },
  noSuchFinding: {
    code: 7008,
    status: 404,
    title: { zh: '没有这条所见', en: 'No such finding' },
    detail: {
      zh: '它还没有送达，或不属于这次督查。照片没有附上，请等所见送达后再试。',
      en: 'It has not arrived yet, or is not of this inspection. The picture was not added; try again when the finding has arrived.',
    },
  },
  wrongPlan: {
    code: 7007,
    status: 422,
    title: { zh: '计划要改', en: 'The plan has to be mended' },
    detail: {
      zh: '结束日期不能早于开始日期和今天，单位都要在本级以下。没有登记，已填的内容还在。',
      en: 'It ends neither before it begins nor before today, and every unit lies below your own. Nothing was kept but what you typed.',
    },
  },
})
