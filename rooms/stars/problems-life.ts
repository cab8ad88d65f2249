// Refusals in the life of a candidacy, of an objection and of a star that is held: 5750–5849.

import type { ProblemSpec } from '#ground/kernel/problem.ts'
import type { State, Verb } from './core/candidacy.ts'
import { stateNames, verbNames } from './core/candidacy.ts'
import type { Hindrance } from './core/certifying.ts'
import { hindranceText } from './core/hindrance-words.ts'
import type { HonourState } from './core/honour.ts'
import { honourNames } from './core/honour.ts'

export const life = {
  noSuchCandidacy: {
    code: 5750,
    status: 404,
    title: { zh: '没有这件申报', en: 'No such candidacy' },
    detail: {
      zh: '它不存在，或不在当前岗位能看的范围内。请回到列表刷新后再看。',
      en: 'It does not exist, or the acting post does not reach it. Go back to the list and refresh it.',
    },
  },
  wrongState: {
    code: 5751,
    status: 409,
    title: { zh: '当前状态不能这样办', en: 'Not possible in the present state' },
    detail: ({ verb, state }: { verb: Verb; state: State }) => ({
      zh: `这件申报现在是“${stateNames[state].zh}”，不能“${verbNames[verb].zh}”，可能已有其他人办理。没有改动，请刷新后再办。`,
      en: `The candidacy is “${stateNames[state].en}” now, so “${verbNames[verb].en}” is not possible; somebody else may have dealt with it. Nothing was changed; refresh and look again.`,
    }),
  },
  notYours: {
    code: 5752,
    status: 403,
    title: { zh: '这一步不由当前岗位办理', en: 'Not a step of your post' },
    detail: ({ verb, state }: { verb: Verb; state: State }) => ({
      zh: `“${stateNames[state].zh}”时的“${verbNames[verb].zh}”由另一级办理。没有改动。`,
      en: `“${verbNames[verb].en}” in the state “${stateNames[state].en}” belongs to another level. Nothing was changed.`,
    }),
  },
  linked: {
    code: 5753,
    status: 403,
    title: { zh: '包联本单位的人员应当回避', en: 'Whoever is linked to the unit is recused' },
    detail: {
      zh: '您包联这个单位，或在这个单位任职，不能审核它。没有改动，请由其他同事办理。',
      en: 'You are linked to this unit or hold a post in it, so you may not review it. Nothing was changed; a colleague has to do it.',
    },
  },
  samePerson: {
    code: 5754,
    status: 409,
    title: { zh: '要由另一个人办理', en: 'A second person has to do this' },
    detail: ({ verb }: { verb: Verb }) => ({
      zh: `“${verbNames[verb].zh}”不能由提交人或作出原决定的人办理。没有改动，请另一位同事来办。`,
      en: `“${verbNames[verb].en}” is never done by whoever submitted or decided before. Nothing was changed; a colleague has to do it.`,
    }),
  },
  rowsMissing: {
    code: 5755,
    status: 422,
    title: { zh: '要写明是哪几条、为什么', en: 'Name the rows and why' },
    detail: {
      zh: '退回和不通过都要写明是哪几条标准、各是什么原因。已填内容都在，请补上再提交。',
      en: 'A return or refusal names the rows of the standard, each with its reason. What was typed is kept; add them.',
    },
  },
  unknownRow: {
    code: 5756,
    status: 422,
    title: { zh: '标准里没有这一条', en: 'No such row in the edition' },
    detail: ({ row }: { row: string }) => ({
      zh: `“${row}”不是这颗星的标准或底线。没有改动。`,
      en: `“${row}” is neither a criterion nor a bottom line of this star. Nothing was changed.`,
    }),
  },
  dayMissing: {
    code: 5757,
    status: 422,
    title: { zh: '要写明到哪一天', en: 'Say until when' },
    detail: { zh: '退回要写明改到哪一天，不能早于今天。', en: 'A return says until which day it is to be mended, today or later.' },
  },
  rowsUnanswered: {
    code: 5758,
    status: 409,
    title: { zh: '还有自查项没有填写', en: 'Rows are not answered yet' },
    detail: ({ rows }: { rows: readonly string[] }) => ({
      zh: `还有 ${rows.length} 条没有填写：${rows.slice(0, 8).join('、')}${rows.length > 8 ? '……' : ''}。已填的都在，补齐后再提交。`,
      en: `${rows.length} rows are not answered: ${rows.slice(0, 8).join(', ')}${rows.length > 8 ? ' …' : ''}. What was answered is kept; answer these, then submit.`,
    }),
  },
  reasonMissing: {
    code: 5759,
    status: 422,
    title: { zh: '“不涉及”要写原因', en: '“Does not apply” needs a reason' },
    detail: ({ row }: { row: string }) => ({
      zh: `“${row}”选了不涉及，请写明原因。其他填写都已保存。`,
      en: `“${row}” was said not to apply; say why. The other rows were kept.`,
    }),
  },
  sampleOpen: {
    code: 5760,
    status: 409,
    title: { zh: '抽查还没有确认', en: 'The sample is not confirmed' },
    detail: {
      zh: '这颗星被抽中抽查，确认之前不能公示。没有改动。',
      en: 'This star was drawn for a sample and cannot be publicised before it is confirmed. Nothing was changed.',
    },
  },
  appealLate: {
    code: 5761,
    status: 409,
    title: { zh: '申诉期已过', en: 'Too late for an appeal' },
    detail: ({ until }: { until: string }) => ({
      zh: `申诉应在 ${until} 前提出。对结果仍有意见，可以在“投诉建议”里反映。`,
      en: `An appeal was possible until ${until}. You can still send in a complaint under “Complaints and suggestions”.`,
    }),
  },
  hindered: {
    code: 5762,
    status: 409,
    title: { zh: '还不能认定', en: 'Cannot be certified yet' },
    detail: ({ hindrances }: { hindrances: readonly Hindrance[] }) => ({
      zh: `还不能认定：${hindrances.map((one) => hindranceText(one).zh).join('；')}。没有改动。`,
      en: `It cannot be certified yet: ${hindrances.map((one) => hindranceText(one).en).join('; ')}. Nothing was changed.`,
    }),
  },
  underWay: {
    code: 5763,
    status: 409,
    title: { zh: '这颗星已经在申报', en: 'This star is under way already' },
    detail: {
      zh: '本单位在这个周期里已经申报这颗星。请打开原来的申报继续。',
      en: 'The unit already has a candidacy for this star in this cycle. Open it and go on there.',
    },
  },
  notDecider: {
    code: 5764,
    status: 403,
    title: { zh: '认定机关不是当前岗位的单位', en: 'Another level certifies' },
    detail: {
      zh: '县里确定的认定机关是另一级。没有改动，请由该级办理。',
      en: 'The county determined that another level certifies. Nothing was changed.',
    },
  },
  nothingListed: {
    code: 5765,
    status: 422,
    title: { zh: '没有可公示的申报', en: 'Nothing to publicise' },
    detail: { zh: '请至少选一件联审通过的申报。', en: 'Choose at least one star that was agreed in joint review.' },
  },
  sampleShort: {
    code: 5766,
    status: 409,
    title: { zh: '抽查还没有达到比例', en: 'The sample is too small' },
    detail: ({ drawn, needed }: { drawn: number; needed: number }) => ({
      zh: `按确定的比例要抽查 ${needed} 件，现在抽了 ${drawn} 件。请先由上一级抽取，再公示。`,
      en: `The share that was determined asks for ${needed} to be sampled; ${drawn} were drawn. Let the level above draw first.`,
    }),
  },
  nothingAgreed: {
    code: 5767,
    status: 409,
    title: { zh: '没有联审通过的申报', en: 'Nothing was agreed yet' },
    detail: {
      zh: '名单里还没有联审通过、尚未抽过的申报，或者抽查比例是 0。',
      en: 'No star that was agreed is left to draw from, or the share is 0.',
    },
  },
  noSuchSample: {
    code: 5768,
    status: 404,
    title: { zh: '没有这次抽查', en: 'No such sample' },
    detail: { zh: '它不存在，或不在当前岗位能办的范围内。', en: 'It does not exist, or the acting post does not reach it.' },
  },
  sampleDrawn: {
    code: 5769,
    status: 409,
    title: { zh: '已经抽出', en: 'Drawn already' },
    detail: { zh: '这次抽查已经抽出，结果不再改变。', en: 'This sample was drawn; its result does not change.' },
  },
  secondPerson: {
    code: 5773,
    status: 409,
    title: { zh: '要由另一个人录入', en: 'A second person has to enter them' },
    detail: {
      zh: '随机数值要两个人各录一次。您已经录过，请另一位同事录入。',
      en: 'Two persons enter the values. You did already; a colleague has to.',
    },
  },
  valuesMissing: {
    code: 5774,
    status: 422,
    title: { zh: '每个随机来源都要有数值', en: 'Each source needs its value' },
    detail: ({ wanted }: { wanted: number }) => ({
      zh: `公布了 ${wanted} 个随机来源，请按顺序录入 ${wanted} 个数值。`,
      en: `${wanted} sources were announced; enter ${wanted} values in their order.`,
    }),
  },
  noSuchObjection: {
    code: 5770,
    status: 404,
    title: { zh: '没有查到异议', en: 'No such objection' },
    detail: {
      zh: '查询码不对，或者记录已按期限删除。请核对后再查。',
      en: 'The code is wrong, or the record was deleted after its time. Check the code and try again.',
    },
  },
  noSuchPublicity: {
    code: 5784,
    status: 404,
    title: { zh: '没有这次公示', en: 'No such publicity' },
    detail: { zh: '没有找到这次公示。请从公示列表打开。', en: 'It was not found. Please open it from the list.' },
  },
  notShown: {
    code: 5771,
    status: 409,
    title: { zh: '现在不在公示期', en: 'Not within the days of publicity' },
    detail: {
      zh: '只有公示期内可以对这颗星提异议。公示期外的问题，请在“投诉建议”里反映。',
      en: 'An objection can be sent within the days of publicity. At other times use “Complaints and suggestions”.',
    },
  },
  objectionAnswered: {
    code: 5772,
    status: 409,
    title: { zh: '这条异议已经答复', en: 'This objection was answered already' },
    detail: {
      zh: '可能已有其他人办理。没有改动，请刷新后再看。',
      en: 'Somebody else may have dealt with it. Nothing was changed; refresh and look.',
    },
  },
  noSuchHonour: {
    code: 5780,
    status: 404,
    title: { zh: '没有这颗星的授牌记录', en: 'No such star on record' },
    detail: {
      zh: '没有查到。请核对编号；仍查不到，说明它没有被认定。',
      en: 'Nothing was found. Check the number; if it is right, no such star was certified.',
    },
  },
  honourState: {
    code: 5781,
    status: 409,
    title: { zh: '当前状态不能这样办', en: 'Not possible in the present state' },
    detail: ({ state }: { state: HonourState }) => ({
      zh: `这颗星现在是“${honourNames[state].zh}”，不能办这一步。没有改动。`,
      en: `The star is “${honourNames[state].en}” now, so this step is not possible. Nothing was changed.`,
    }),
  },
  basisMissing: {
    code: 5782,
    status: 422,
    title: { zh: '要写明依据和文号', en: 'Say what it rests on' },
    detail: {
      zh: '每一步都要写明依据和文号。没有保存，请补上再提交。',
      en: 'Each step names its basis and its document. Nothing was kept; add them and send again.',
    },
  },
  notYetDue: {
    code: 5783,
    status: 409,
    title: { zh: '整改期限还没有到', en: 'The day to mend has not passed' },
    detail: ({ due }: { due: string }) => ({
      zh: `整改期限是 ${due}，期限过后才能暂停或撤销。没有改动。`,
      en: `It may mend until ${due}; only after that can the star be suspended or revoked. Nothing was changed.`,
    }),
  },
  filedAlready: {
    code: 5786,
    status: 409,
    title: { zh: '已经备案', en: 'Filed already' },
    detail: ({ unitName }: { unitName: string }) => ({
      zh: `“${unitName}”的这颗星已经在别的备案里。没有改动，请从名单里去掉它。`,
      en: `This star of “${unitName}” stands in another filing. Nothing was changed; take it off the list.`,
    }),
  },
  awardAhead: {
    code: 5787,
    status: 422,
    title: { zh: '表彰日期在以后', en: 'The award lies ahead' },
    detail: ({ on }: { on: string }) => ({
      zh: `${on} 还没有到。没有登记，请填作出决定的日期。`,
      en: `${on} has not come yet. Nothing was recorded; give the day of the decision.`,
    }),
  },
  noSuchAward: {
    code: 5785,
    status: 404,
    title: { zh: '没有这条表彰', en: 'No such award' },
    detail: { zh: '它不存在，或者已经撤回。请刷新后再看。', en: 'It does not exist or was withdrawn. Refresh and look again.' },
  },
} as const satisfies Readonly<Record<string, ProblemSpec>>
