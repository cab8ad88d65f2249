// Refusals while a cycle is prepared and run: 5700–5749.

import type { ProblemSpec, Text } from '#ground/kernel/problem.ts'
import type { CalendarFault, CycleState, ParameterName } from './core/cycle.ts'
import { cycleStateNames, parameterNames } from './core/cycle.ts'

const calendarWords: Readonly<Record<CalendarFault, { zh: string; en: string }>> = {
  'no-stage': { zh: '还没有阶段', en: 'it has no stage' },
  'ends-before': { zh: '有阶段的结束早于开始', en: 'a stage ends before it begins' },
  repeated: { zh: '有重复的阶段', en: 'a stage stands twice' },
}
const listed = (names: readonly ParameterName[]) => ({
  zh: names.map((name) => parameterNames[name].zh).join('、'),
  en: names.map((name) => parameterNames[name].en).join(', '),
})

export const planning = {
  noSuchCycle: {
    code: 5700,
    status: 404,
    title: { zh: '没有这个创建周期', en: 'No such cycle' },
    detail: {
      zh: '它不存在，或者还在筹备、不在当前岗位能看的范围内。请回到列表刷新后再看。',
      en: 'It does not exist, or is still a draft that the acting post does not reach. Go back to the list and refresh it.',
    },
  },
  cycleState: {
    code: 5701,
    status: 409,
    title: { zh: '当前阶段不能这样办', en: 'Not possible in this state of the cycle' },
    detail: ({ state }: { state: CycleState }) => ({
      zh: `这个创建周期现在是“${cycleStateNames[state].zh}”，不能办这一步。没有改动。`,
      en: `The cycle is “${cycleStateNames[state].en}” now, so this step is not possible. Nothing was changed.`,
    }),
  },
  noEdition: {
    code: 5702,
    status: 422,
    title: { zh: '没有可用的标准版本', en: 'No such edition in use' },
    detail: ({ edition }: { edition: string }) => ({
      zh: `标准版本“${edition}”不存在，或者还没有发布。请先在“创建标准”里发布，再选用。`,
      en: `The edition “${edition}” does not exist or has not been issued. Issue it under “Standards” first, then choose it.`,
    }),
  },
  calendarNotWhole: {
    code: 5703,
    status: 422,
    title: { zh: '阶段日历不完整', en: 'The calendar is not whole' },
    detail: ({ fault }: { fault: CalendarFault }) => ({
      zh: `阶段日历不能用：${calendarWords[fault].zh}。已填内容都在，请改好再办。`,
      en: `The calendar cannot be used: ${calendarWords[fault].en}. What was typed is kept; mend it and try again.`,
    }),
  },
  formNotRegistered: {
    code: 5704,
    status: 409,
    title: { zh: '自查表还没有登记', en: 'The self-check is not in the register of form demands' },
    detail: {
      zh: '开始创建周期前，要先登记自查表（本页的“登记自查表”）：依据、频次、停止日期和每次用时。登记后再开始。',
      en: 'Before a cycle opens, its self-check must stand in the register of form demands with basis, frequency, sunset and minutes. Register it (“Register the self-check” beside the cycle), then open.',
    },
  },
  parameterMissing: {
    code: 5705,
    status: 409,
    title: { zh: '还有参数没有确定', en: 'A parameter is not set' },
    detail: ({ names }: { names: readonly ParameterName[] }) => ({
      zh: `这一步要用到“${listed(names).zh}”，县里还没有确定。请在创建周期的参数里填好；系统不替县里猜。`,
      en: `This step needs ${listed(names).en}, which the county has not set. Set it among the parameters of the cycle; nothing is guessed.`,
    }),
  },
  unknownStar: {
    code: 5706,
    status: 422,
    title: { zh: '标准里没有这颗星', en: 'No such star in the edition' },
    detail: ({ star }: { star: string }) => ({
      zh: `这个周期用的标准里没有“${star}”。没有改动，请从标准列出的星里选。`,
      en: `The edition of this cycle has no star “${star}”. Nothing was changed; choose among its stars.`,
    }),
  },
  unknownUnit: {
    code: 5707,
    status: 422,
    title: { zh: '没有这个单位', en: 'No such unit' },
    detail: ({ unit }: { unit: string }) => ({
      zh: `单位“${unit}”不存在，或不在这个周期的范围内。没有改动。`,
      en: `The unit “${unit}” does not exist or does not belong to this cycle. Nothing was changed.`,
    }),
  },
  quotaBelowGiven: {
    code: 5708,
    status: 409,
    title: { zh: '名额少于已认定数', en: 'Fewer than were certified' },
    detail: ({ given }: { given: number }) => ({
      zh: `已经认定了 ${given} 个，硬性名额不能再少于它。没有改动。`,
      en: `${given} were certified already; a hard quota cannot be less. Nothing was changed.`,
    }),
  },
  stillUnderWay: {
    code: 5709,
    status: 409,
    title: { zh: '还有申报没有办完', en: 'Candidacies are still under way' },
    detail: ({ count }: { count: number }) => ({
      zh: `还有 ${count} 件申报没有结果，创建周期不能结束。请先办完，或由单位撤回。`,
      en: `${count} candidacies have no result yet, so the cycle cannot close. Decide them first, or let the units withdraw them.`,
    }),
  },
  wrongKind: {
    code: 5710,
    status: 422,
    title: { zh: '这颗星不适用于该单位', en: 'The star is not for this kind of unit' },
    detail: ({ star }: { star: Text }) => ({
      zh: `“${star.zh}”只适用于另一类单位（村或社区）。没有改动，请核对单位类别和标准。`,
      en: `“${star.en}” is for the other kind of unit (village or community). Nothing was changed; check the unit's kind and the edition.`,
    }),
  },
  quarterOver: {
    code: 5712,
    status: 409,
    title: { zh: '这个季度已经过去', en: 'The quarter is over' },
    detail: ({ quarter, now }: { quarter: string; now: string }) => ({
      zh: `${quarter} 的目标不能再改，现在是 ${now}。没有保存，请在页首选本季度或以后的季度。`,
      en: `Targets of ${quarter} are not changed any more; it is ${now}. Nothing was kept: choose this quarter or a later one at the top.`,
    }),
  },
  badRows: {
    code: 5711,
    status: 400,
    title: { zh: '表格里有不合要求的行', en: 'Some rows are not acceptable' },
    detail: {
      zh: '逐行原因列在下面，一行也没有写入。改好后重新上传。',
      en: 'The reasons are listed line by line; nothing was written. Mend them and send the file again.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemSpec>>
