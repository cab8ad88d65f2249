import { defineProblems } from '#ground/kernel/problem.ts'
import type { State, Verb } from './core/state.ts'
import { stateNames, verbNames } from './core/state.ts'

export const problems = defineProblems('ledger', {
  noSuchEntry: {
    code: 3800,
    status: 404,
    title: { zh: '没有这条台账', en: 'No such ledger entry' },
    detail: {
      zh: '它不存在，或不在当前岗位能看的范围内。请回到列表刷新后再看。',
      en: 'It does not exist, or the acting post does not reach it. Go back to the list and refresh it.',
    },
  },
  notYours: {
    code: 3801,
    status: 403,
    title: { zh: '这一步不由当前岗位办理', en: 'Not a step of your post' },
    detail: ({ verb }: { verb: Verb }) => ({
      zh: `“${verbNames[verb].zh}”要由另一方办理：整改单位接收和报告，交办单位复核和销号，上一级裁定。没有改动。`,
      en: `“${verbNames[verb].en}” belongs to the other side: the unit that mends accepts and reports, the unit that assigned checks and closes out, the level above arbitrates. Nothing was changed.`,
    }),
  },
  wrongState: {
    code: 3802,
    status: 409,
    title: { zh: '当前状态不能这样办', en: 'Not possible in the present state' },
    detail: ({ verb, state }: { verb: Verb; state: State }) => ({
      zh: `这条台账现在是“${stateNames[state].zh}”，不能“${verbNames[verb].zh}”，可能已有其他人办理。没有改动，请刷新后再办。`,
      en: `The entry is “${stateNames[state].en}” now, so “${verbNames[verb].en}” is not possible; somebody else may have dealt with it. Nothing was changed; refresh and look again.`,
    }),
  },
  samePerson: {
    code: 3803,
    status: 409,
    title: { zh: '要由另一个人办理', en: 'A second person has to do this' },
    detail: ({ verb }: { verb: Verb }) => ({
      zh: `“${verbNames[verb].zh}”不能由整改人、责任人或申请人本人办理。没有改动，请另一位同事来办。`,
      en: `“${verbNames[verb].en}” is never done by whoever reported, answers for it or asked. Nothing was changed; a colleague has to do it.`,
    }),
  },
  tooLate: {
    code: 3804,
    status: 409,
    title: { zh: '已过期限，不能申请延期', en: 'Too late for an extension' },
    detail: ({ due }: { due: string }) => ({
      zh: `期限是 ${due}，延期要在期限当天或之前申请。没有改动，请尽快整改并报告。`,
      en: `It was due on ${due}; an extension is asked for on that day or before. Nothing was changed; mend it soon and report.`,
    }),
  },
  askedAlready: {
    code: 3805,
    status: 409,
    title: { zh: '已经申请过延期', en: 'Asked already' },
    detail: { zh: '上一次延期申请还没有答复，没有重复提交。', en: 'The last request is not decided yet; nothing was added.' },
  },
  nothingAsked: {
    code: 3806,
    status: 409,
    title: { zh: '没有延期申请', en: 'No extension asked for' },
    detail: { zh: '这条台账没有待答复的延期申请。没有改动。', en: 'No extension is waiting to be decided here. Nothing was changed.' },
  },
  unknownUnit: {
    code: 3807,
    status: 422,
    title: { zh: '没有这个单位', en: 'No such unit' },
    detail: ({ unit }: { unit: string }) => ({
      zh: `没有代码为 ${unit} 的单位，或它今天已经撤销。没有登记，请重新选择。`,
      en: `There is no unit with the code ${unit} today. Nothing was entered; choose again.`,
    }),
  },
  notBelow: {
    code: 3808,
    status: 422,
    title: { zh: '整改单位不在交办单位之下', en: 'Not below the unit that assigns' },
    detail: ({ unit, subject }: { unit: string; subject: string }) => ({
      zh: `${subject} 不是 ${unit} 本级或下级单位。没有登记，请由它的上级交办。`,
      en: `${subject} is neither ${unit} nor below it. Nothing was entered; the unit above it has to assign.`,
    }),
  },
  dayPassed: {
    code: 3809,
    status: 422,
    title: { zh: '日期不对', en: 'Not a possible day' },
    detail: ({ day }: { day: string }) => ({
      zh: `${day} 不晚于今天或原来的期限。没有改动，请换一个以后的日期。`,
      en: `${day} is not after today or the day it was due. Nothing was changed; give a later day.`,
    }),
  },
  termMissing: {
    code: 3810,
    status: 422,
    title: { zh: '要写明期限', en: 'The deadline is missing' },
    detail: {
      zh: '请写明工作日数或期限日期，两样写一样。没有改动。',
      en: 'Give either working days or a date, one of the two. Nothing was changed.',
    },
  },
  unknownRegister: {
    code: 3812,
    status: 422,
    title: { zh: '没有这类台账', en: 'No such register' },
    detail: ({ kind }: { kind: string }) => ({
      zh: `标准包里没有“${kind}”这类台账。没有登记，请重新选择类别。`,
      en: `The packs hold no register “${kind}”. Nothing was entered; choose again.`,
    }),
  },
  particularsFault: {
    code: 3813,
    status: 422,
    title: { zh: '有字段没填或填得不对', en: 'Some fields are missing or wrong' },
    detail: ({ fields }: { fields: string }) => ({
      zh: `请补正：${fields}。没有登记，已填的内容还在。`,
      en: `Please mend: ${fields}. Nothing was entered; what you typed is kept.`,
    }),
  },
  listedAlready: {
    code: 3814,
    status: 409,
    title: { zh: '已经在册', en: 'Listed already' },
    detail: ({ state, open }: { state: State; open: boolean }) => ({
      zh: `它已经在这本台账里，状态是“${stateNames[state].zh}”。没有重复登记，${open ? '请在原条目上办理。' : '又出现的，请在原条目上办“回头看”，选“反弹”，新旧两条会连起来。'}`,
      en: `It stands in this register already, as “${stateNames[state].en}”. Nothing was entered twice; ${open ? 'go on with that entry.' : 'if it came back, look back at that entry and choose “Relapsed”, so that both are linked.'}`,
    }),
  },
  movedOn: {
    code: 3816,
    status: 409,
    title: { zh: '这条台账已有变化', en: 'The entry has moved on' },
    detail: ({ verb, state }: { verb: Verb; state: State }) => ({
      zh: `“${verbNames[verb].zh}”是按原来的情况办的，这条台账后来已有其他人办理，现在是“${stateNames[state].zh}”。没有改动，请看过现在的情况再定。`,
      en: `“${verbNames[verb].en}” was decided on how the entry stood before; somebody else has dealt with it since, and it is “${stateNames[state].en}” now. Nothing was changed; look at it as it is and decide again.`,
    }),
  },
  tooManyRows: {
    code: 3811,
    status: 413,
    title: { zh: '条目太多', en: 'Too many entries' },
    detail: ({ most }: { most: number }) => ({
      zh: `四个清单装在一个文件里，最多 ${most} 条。请选定一个清单再导出，单个清单不限条数；也可以选小一些的单位或时间。`,
      en: `One file of all four lists holds ${most} entries at most. Choose one list, which may be of any length, or a smaller unit or time.`,
    }),
  },
})
