// Refusals of planning, seats and scoring. Numbers 4100–4122; a number is never reused.

import { defineProblems } from '#ground/kernel/problem.ts'
import { stateNames } from './core/state.ts'
import type { State } from './core/state.ts'

export const roundProblems = defineProblems('rounds', {
  noSuchRound: {
    code: 4100,
    status: 404,
    title: { zh: '没有这一轮', en: 'No such round' },
    detail: {
      zh: '它不存在，或不在当前岗位的范围内。请回到亮赛比列表再选。',
      en: 'It does not exist or lies outside your acting post. Go back to the list of rounds.',
    },
  },
  wrongState: {
    code: 4101,
    status: 409,
    title: { zh: '当前阶段不能这样办', en: 'Not possible at this stage' },
    detail: ({ state }: { state: State }) => ({
      zh: `本轮现在是“${stateNames[state].zh}”，可能已有其他人办理。没有改动，请刷新后再办。`,
      en: `The round is now “${stateNames[state].en}”; somebody else may have moved it. Nothing was changed; refresh and look again.`,
    }),
  },
  unknownTemplate: {
    code: 4102,
    status: 422,
    title: { zh: '没有这个模板', en: 'No such template' },
    detail: {
      zh: '没有找到所选的评分表模板，没有写入。请重新选择。',
      en: 'The chosen template was not found; nothing was written. Choose again.',
    },
  },
  badRules: {
    code: 4103,
    status: 422,
    title: { zh: '计分规则有误', en: 'The rules do not hold' },
    detail: { zh: '请按列出的位置改正，规则没有保存。', en: 'Mend the places listed; the rules were not saved.' },
  },
  noUnits: {
    code: 4104,
    status: 409,
    title: { zh: '还没有参加单位', en: 'No units yet' },
    detail: {
      zh: '请先确定参加单位，再固定规则。没有改动。',
      en: 'Choose the units that take part first, then fix the rules. Nothing was changed.',
    },
  },
  unknownUnit: {
    code: 4105,
    status: 422,
    title: { zh: '没有这个单位', en: 'No such unit' },
    detail: ({ unit }: { unit: string }) => ({
      zh: `没有找到代码为 ${unit} 的单位，没有写入。`,
      en: `There is no unit with the code ${unit}; nothing was written.`,
    }),
  },
  notBelow: {
    code: 4106,
    status: 422,
    title: { zh: '不在本单位之内', en: 'Not below the convening unit' },
    detail: {
      zh: '只能选召集单位所辖的单位，列出的单位没有加入。',
      en: 'Only units below the convening unit can take part; nothing was changed.',
    },
  },
  repeatedUnit: {
    code: 4107,
    status: 422,
    title: { zh: '单位重复', en: 'A unit stands twice' },
    detail: { zh: '同一个单位列了两次，没有写入。请删去一个。', en: 'The same unit is listed twice; nothing was written. Remove one.' },
  },
  noJudges: {
    code: 4108,
    status: 409,
    title: { zh: '还没有评委', en: 'No judges yet' },
    detail: { zh: '至少要有一名评委才能开始。请先增加席位。', en: 'A round needs at least one judge before it opens. Add seats first.' },
  },
  sheetsWouldNotFit: {
    code: 4109,
    status: 409,
    title: { zh: '已有评分与新规则不符', en: 'Scores already in do not fit the new rules' },
    detail: {
      zh: '已收到的分数超出新规则的分值或步长，规则没有更正。请先核对列出的评分项。',
      en: 'Scores already received exceed the maximum or miss the step of the new rules; nothing was changed. Look at the criteria listed.',
    },
  },
  unknownPanel: {
    code: 4110,
    status: 422,
    title: { zh: '没有这个评委组', en: 'No such panel' },
    detail: {
      zh: '规则里没有这个评委组，席位没有增加。请在规则里选一组。',
      en: 'The rules have no such panel; no seat was added. Choose a panel of the rules.',
    },
  },
  seatTaken: {
    code: 4111,
    status: 409,
    title: { zh: '席位已经存在', en: 'The seat is there already' },
    detail: {
      zh: '同一编号的席位已经存在且内容不同，没有改动。',
      en: 'A seat with this id exists with other contents; nothing was changed.',
    },
  },
  noSuchSeat: {
    code: 4112,
    status: 404,
    title: { zh: '没有这个席位', en: 'No such seat' },
    detail: {
      zh: '席位不存在、已收回，或不属于本机。请向会务要新的二维码。',
      en: "The seat does not exist, was revoked, or is not this device's. Ask the organisers for a new QR code.",
    },
  },
  seatRevoked: {
    code: 4113,
    status: 409,
    title: { zh: '席位已收回', en: 'The seat was revoked' },
    detail: {
      zh: '这个席位已由会务收回，已送达的评分保留。需要时请会务另开席位。',
      en: 'The organisers have revoked this seat; scores that arrived are kept. Ask for another seat if needed.',
    },
  },
  badLink: {
    code: 4114,
    status: 404,
    title: { zh: '链接无效', en: 'The link is not valid' },
    detail: {
      zh: '链接已过期、已用过或抄写有误。请向会务要新的二维码；本机已录入的内容没有丢。',
      en: 'The link has expired, was used, or is mistyped. Ask the organisers for a new QR code; nothing entered on this device is lost.',
    },
  },
  openElsewhere: {
    code: 4115,
    status: 409,
    title: { zh: '席位已在另一台设备打开', en: 'The seat is open on another device' },
    detail: {
      zh: '一个席位同时只用一台设备。确认是本人换设备的，选择换到本机；另一台将退出，已送达的评分保留，会务会看到提示。',
      en: 'A seat is used on one device at a time. If it is you changing devices, move it here; the other is signed out, scores that arrived are kept, and the organisers see a warning.',
    },
  },
  notAJudge: {
    code: 4116,
    status: 403,
    title: { zh: '不是评委席位', en: "Not a judge's seat" },
    detail: { zh: '这个席位不评分，没有写入。', en: 'This seat does not score; nothing was written.' },
  },
  notScoring: {
    code: 4117,
    status: 409,
    title: { zh: '现在不收评分', en: 'Scores are not taken now' },
    detail: {
      zh: '本轮没有开始或已封存。评分保存在本机，恢复评分后会自动送出。',
      en: 'The round has not begun or is frozen. Your scores stay on this device and are sent by themselves when scoring resumes.',
    },
  },
  badPoints: {
    code: 4118,
    status: 422,
    title: { zh: '分数有误', en: 'The points do not fit the sheet' },
    detail: {
      zh: '列出的分数超出分值、步长不符或没有这个评分项，没有写入。请改正后再送。',
      en: 'The points listed exceed the maximum, miss the step, or name no criterion; they were not written. Mend them and send again.',
    },
  },
  recused: {
    code: 4119,
    status: 409,
    title: { zh: '应当回避', en: 'Recused' },
    detail: { zh: '这个席位对该单位回避，评分不计，也没有写入。', en: 'This seat is recused from that unit; the score was not written.' },
  },
  notTakingPart: {
    code: 4120,
    status: 422,
    title: { zh: '不是参加单位', en: 'Not taking part' },
    detail: { zh: '这个单位不参加本轮，没有写入。', en: 'This unit takes no part in the round; nothing was written.' },
  },
  scoredAlready: {
    code: 4121,
    status: 409,
    title: { zh: '已经评过分', en: 'Scored already' },
    detail: {
      zh: '这个席位已给该单位评分。请先由计票人作废那张评分表，再登记回避。',
      en: 'This seat has scored that unit. Have a teller withdraw the sheet first, then record the recusal.',
    },
  },
  unknownComponent: {
    code: 4122,
    status: 422,
    title: { zh: '没有这个环节', en: 'No such component' },
    detail: { zh: '规则里没有这个环节，没有改动。', en: 'The rules have no such component; nothing was changed.' },
  },
})
