// What can be wrong with a rule, and with facts that a rule should read. Numbers 5440–5469.

import { defineProblems } from '#ground/kernel/problem.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { meant } from './problems-pack.ts'

const refused = 422

interface Named {
  readonly id: string
  readonly near: string | null
}

const typeNames = {
  number: { zh: '数值，写成 指标 ≥ 10 万元', en: 'a number: fact >= 10 万元' },
  'yes-no': { zh: '是或否，写成 指标 = 是', en: 'yes or no: fact = YES' },
  choice: { zh: '选项，写成 指标 = “选项”', en: 'a choice: fact = "choice"' },
} as const

export const ruleProblems = defineProblems('standards', {
  ruleUnreadable: {
    code: 5440,
    status: refused,
    title: { zh: '规则读不懂', en: 'The rule cannot be read' },
    detail: (p: { text: string; position: number; wanted: Text }) => {
      const rest = p.text.slice(p.position - 1, p.position + 11)
      return {
        zh: `第 ${p.position} 个字${rest === '' ? '（结尾）' : `“${rest}”`}处应为${p.wanted.zh}。`,
        en: `At character ${p.position}${rest === '' ? ' (the end)' : ` (“${rest}”)`} this was expected: ${p.wanted.en}.`,
      }
    },
  },
  unknownFact: {
    code: 5441,
    status: refused,
    title: { zh: '没有这个指标', en: 'Unknown fact' },
    detail: (p: Named) => ({
      zh: `标准包的指标里没有 ${p.id}。${meant(p.near).zh}请先在“指标”里写明。`,
      en: `${p.id} is not among the pack's facts.${meant(p.near).en} Define it under Facts first.`,
    }),
  },
  unknownCaseType: {
    code: 5442,
    status: refused,
    title: { zh: '没有这种案件类型', en: 'Unknown case type' },
    detail: (p: Named) => ({
      zh: `标准包的案件类型里没有 ${p.id}。${meant(p.near).zh}请先在“案件类型”里写明。`,
      en: `${p.id} is not among the pack's case types.${meant(p.near).en} Define it under Case types first.`,
    }),
  },
  notReviewed: {
    code: 5443,
    status: refused,
    title: { zh: '没有这个审核项目', en: 'No such reviewed criterion' },
    detail: (p: Named) => ({
      zh: `没有类别为 reviewed 的创建标准 ${p.id}。${meant(p.near).zh}`,
      en: `There is no criterion ${p.id} of kind reviewed.${meant(p.near).en}`,
    }),
  },
  unknownOwn: {
    code: 5444,
    status: refused,
    title: { zh: '本星没有这一条', en: 'Not of this star' },
    detail: (p: Named & { star: string }) => ({
      zh: `星 ${p.star} 没有编号为 ${p.id} 的底线或标准。${meant(p.near).zh}`,
      en: `Star ${p.star} has no bottom line or criterion ${p.id}.${meant(p.near).en}`,
    }),
  },
  bareFact: {
    code: 5445,
    status: refused,
    title: { zh: '指标没有比较', en: 'A fact without a comparison' },
    detail: (p: { id: string }) => ({
      zh: `${p.id} 是指标，请写成 ${p.id} = 是，或 ${p.id} ≥ 10 户。`,
      en: `${p.id} is a fact: write ${p.id} = YES or ${p.id} >= 10 户.`,
    }),
  },
  unknownStar: {
    code: 5446,
    status: refused,
    title: { zh: '没有这颗星', en: 'Unknown star' },
    detail: (p: { code: string; near: string | null }) => ({
      zh: `没有代码为 ${p.code} 的星。${meant(p.near).zh}`,
      en: `There is no star ${p.code}.${meant(p.near).en}`,
    }),
  },
  otherScope: {
    code: 5447,
    status: refused,
    title: { zh: '星的范围不同', en: 'A star of another scope' },
    detail: (p: { code: string }) => ({
      zh: `星 ${p.code} 用于另一类单位（村、社区），不能引用。`,
      en: `Star ${p.code} is for the other kind of unit (village, community) and cannot be named here.`,
    }),
  },
  ruleCycle: {
    code: 5448,
    status: refused,
    title: { zh: '规则互相依赖', en: 'Rules depend on each other in a circle' },
    detail: (p: { chain: readonly string[] }) => ({
      zh: `形成了循环：${p.chain.join(' → ')}。请拆开。`,
      en: `They form a circle: ${p.chain.join(' → ')}. Break it.`,
    }),
  },
  measuresDiffer: {
    code: 5449,
    status: refused,
    title: { zh: '计量单位不能比较', en: 'Measures that cannot be compared' },
    detail: (p: { fact: string; measure: string; written: string | null }) =>
      p.written === null
        ? { zh: `请写明单位：${p.fact} 以“${p.measure}”计。`, en: `Write the measure: ${p.fact} is in ${p.measure}.` }
        : {
            zh: `${p.fact} 以“${p.measure}”计，不能与“${p.written}”比较。`,
            en: `${p.fact} is in ${p.measure}, which cannot be compared with ${p.written}.`,
          },
  },
  otherType: {
    code: 5450,
    status: refused,
    title: { zh: '指标类型不符', en: 'A fact of another type' },
    detail: (p: { fact: string; type: 'number' | 'yes-no' | 'choice' }) => ({
      zh: `${p.fact} 的值是${typeNames[p.type].zh}。`,
      en: `The value of ${p.fact} is ${typeNames[p.type].en}.`,
    }),
  },
  noOrder: {
    code: 5451,
    status: refused,
    title: { zh: '不能比大小', en: 'Nothing to order' },
    detail: (p: { fact: string }) => ({ zh: `${p.fact} 只能用 = 或 ≠。`, en: `${p.fact} takes = or != only.` }),
  },
  unknownChoice: {
    code: 5452,
    status: refused,
    title: { zh: '没有这个选项', en: 'Not one of the choices' },
    detail: (p: { fact: string; value: string; choices: readonly string[] }) => ({
      zh: `${p.fact} 没有选项“${p.value}”，只有：${p.choices.join('、')}。`,
      en: `${p.fact} has no choice “${p.value}”, only: ${p.choices.join(', ')}.`,
    }),
  },
  unknownOffice: {
    code: 5453,
    status: refused,
    title: { zh: '没有这个部门', en: 'Unknown office' },
    detail: (p: { name: string; near: string | null }) => ({
      zh: `标准包的部门里没有“${p.name}”。${meant(p.near).zh}请先在“部门”里写明。`,
      en: `“${p.name}” is not among the pack's offices.${meant(p.near).en} Name it under Offices first.`,
    }),
  },
  nothingRequired: {
    code: 5454,
    status: refused,
    title: { zh: '星没有任何必须达到的要求', en: 'Nothing is required' },
    detail: (p: { code: string }) => ({
      zh: `星 ${p.code} 没有底线，所有标准又都不是必需，这颗星会一律成立。请写规则，或设必需的标准。`,
      en: `Star ${p.code} has no bottom line and requires no criterion: everybody would hold it. Write a rule or require something.`,
    }),
  },
  factsRefused: {
    code: 5460,
    status: refused,
    title: { zh: '事实数据与标准包不符', en: 'The facts do not fit the pack' },
    detail: (p: { count: number; pack: string }) => ({
      zh: `有 ${p.count} 处与标准包 ${p.pack} 不符，已逐处列出；没有计算。请核对是否用对了标准包。`,
      en: `${p.count} places do not fit the pack ${p.pack}, each listed; nothing was evaluated. See whether it is the right pack.`,
    }),
  },
  factUnknown: {
    code: 5461,
    status: refused,
    title: { zh: '标准包没有这个指标', en: 'A fact that the pack does not know' },
    detail: (p: Named) => ({
      zh: `标准包没有指标 ${p.id}。${meant(p.near).zh}请删去或改正。`,
      en: `The pack has no fact ${p.id}.${meant(p.near).en} Remove it or mend its name.`,
    }),
  },
  factNoNumber: {
    code: 5462,
    status: refused,
    title: { zh: '应为数', en: 'Not a number' },
    detail: (p: { measure: string }) => ({
      zh: `这里应为以“${p.measure}”计的数，如 "12.5"，不带单位。`,
      en: `A number in ${p.measure} is wanted, like "12.5", without the measure.`,
    }),
  },
  factNoYesNo: {
    code: 5463,
    status: refused,
    title: { zh: '应为 true 或 false', en: 'Not yes or no' },
    detail: { zh: '这里应为 true（是）或 false（否）。', en: 'True or false is wanted here.' },
  },
  factNoChoice: {
    code: 5464,
    status: refused,
    title: { zh: '不在选项内', en: 'Not one of the choices' },
    detail: (p: { choices: readonly string[] }) => ({
      zh: `只能是：${p.choices.join('、')}。`,
      en: `This is one of: ${p.choices.join(', ')}.`,
    }),
  },
  sheetRefused: {
    code: 5465,
    status: refused,
    title: { zh: '事实数据文件有误', en: 'The file of facts is not right' },
    detail: (p: { count: number }) => ({
      zh: `有 ${p.count} 处不对，已逐处列出；没有计算。请改正后再试。`,
      en: `${p.count} places are wrong, each listed; nothing was evaluated. Mend them and try again.`,
    }),
  },
})
