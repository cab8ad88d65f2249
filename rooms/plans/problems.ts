import { defineProblems } from '#ground/kernel/problem.ts'
import { columnNames } from './core/column-names.ts'

type Cell = 'number' | 'action' | 'title' | 'measure'
export const problems = defineProblems('plans', {
  noSuchPlan: {
    code: 7200,
    status: 404,
    title: { zh: '没有这个计划或任务', en: 'No such plan or task' },
    detail: {
      zh: '它不存在，或不在当前岗位能看的范围内。请回到列表刷新后再看。',
      en: 'It does not exist, or the acting post does not reach it. Go back to the list and refresh it.',
    },
  },
  wrongTime: {
    code: 7201,
    status: 422,
    title: { zh: '起止日期不对', en: 'Not a possible time' },
    detail: { zh: '结束日期不能早于开始日期。没有登记。', en: 'It ends no earlier than it begins. Nothing was kept.' },
  },
  badRows: {
    code: 7202,
    status: 422,
    title: { zh: '有的行不对，一行也没有导入', en: 'Some rows are wrong; nothing was imported' },
    detail: { zh: '请按各行的提示改好以后再导入。', en: 'Mend the rows as they say, then import again.' },
  },
  wrongState: {
    code: 7203,
    status: 409,
    title: { zh: '当前状态不能这样办', en: 'Not possible in the present state' },
    detail: {
      zh: '可能已有其他人办理。没有改动，请刷新后再办。',
      en: 'Somebody else may have dealt with it. Nothing was changed; refresh and look again.',
    },
  },
  handedOn: {
    code: 7204,
    status: 409,
    title: { zh: '已经分解下去', en: 'Handed on' },
    detail: {
      zh: '这项任务已分解给下级单位，进度由下级汇总，不用单独报告。没有改动。',
      en: 'The task was handed on; its progress is added up from below and not reported by itself. Nothing was changed.',
    },
  },
  samePerson: {
    code: 7205,
    status: 409,
    title: { zh: '要由另一个人办理', en: 'A second person has to do this' },
    detail: {
      zh: '报告完成的人不能自己确认或退回。没有改动，请另一位同事来办。',
      en: 'Whoever reported it neither confirms nor returns it. Nothing was changed; a colleague has to do it.',
    },
  },
  notBelowTask: {
    code: 7206,
    status: 422,
    title: { zh: '只能分解给下级单位', en: 'Only to units below' },
    detail: ({ unit }: { unit: string }) => ({
      zh: `${unit} 不是责任单位的下级，或没有这个单位。没有分解，请重新选择。`,
      en: `${unit} does not lie below the unit that does the task, or is not there. Nothing was handed on; choose again.`,
    }),
  },
  subjectHandedOn: {
    code: 7207,
    status: 409,
    title: { zh: '已经分解，不能改责任单位', en: 'Handed on: the unit stays' },
    detail: {
      zh: '这项任务已分解给下级单位。没有改动；要换责任单位，请先取消已分解的各项，或取消本任务后另列。',
      en: 'The task was handed on to units below. Nothing was changed; drop its parts first, or drop the task and enter another one.',
    },
  },
  cellMissing: {
    code: 7210,
    status: 422,
    title: { zh: '有空格', en: 'A cell is empty' },
    detail: ({ column }: { column: Cell }) => ({ zh: `“${columnNames[column].zh}”没有填。`, en: `“${columnNames[column].en}” is empty.` }),
  },
  cellLong: {
    code: 7211,
    status: 422,
    title: { zh: '太长', en: 'Too long' },
    detail: ({ column, most }: { column: Cell; most: number }) => ({
      zh: `“${columnNames[column].zh}”超过 ${most} 字。`,
      en: `“${columnNames[column].en}” has more than ${most} characters.`,
    }),
  },
  numberTwice: {
    code: 7212,
    status: 422,
    title: { zh: '编号重复', en: 'Number twice' },
    detail: ({ number }: { number: string }) => ({
      zh: `编号 ${number} 在表里不止一次。`,
      en: `The number ${number} stands in the sheet twice.`,
    }),
  },
  unknownUnit: {
    code: 7213,
    status: 422,
    title: { zh: '没有这个单位', en: 'No such unit' },
    detail: ({ unit }: { unit: string }) => ({
      zh: `没有代码为 ${unit === '' ? '（空）' : unit} 的单位。`,
      en: `There is no unit with the code ${unit === '' ? '(empty)' : unit}.`,
    }),
  },
  notBelow: {
    code: 7214,
    status: 422,
    title: { zh: '不在本级以下', en: 'Not below your own' },
    detail: ({ unit }: { unit: string }) => ({ zh: `${unit} 不是本级或下级单位。`, en: `${unit} is neither your unit nor below it.` }),
  },
  dueOutside: {
    code: 7215,
    status: 422,
    title: { zh: '完成时限不对', en: 'Not a possible day' },
    detail: ({ due, from, to }: { due: string; from: string; to: string }) => ({
      zh: `“${due}”不是 ${from} 到 ${to} 之间的日期。`,
      en: `“${due}” is no day from ${from} to ${to}.`,
    }),
  },
  daysWrong: {
    code: 7216,
    status: 422,
    title: { zh: '工作日数不对', en: 'Not a number of days' },
    detail: ({ days }: { days: string }) => ({
      zh: `“${days}”不是 1 到 999 的工作日数。`,
      en: `“${days}” is no number of working days from 1 to 999.`,
    }),
  },
  numberTaken: {
    code: 7217,
    status: 409,
    title: { zh: '编号已在计划中', en: 'Number taken' },
    detail: ({ number }: { number: string }) => ({
      zh: `编号 ${number} 已在计划中，内容和表里不同。`,
      en: `The number ${number} stands in the plan already with other content.`,
    }),
  },
  aboveDropped: {
    code: 7218,
    status: 409,
    title: { zh: '上级任务已取消', en: 'The task above is dropped' },
    detail: {
      zh: '这一项是由已取消的任务分解来的。没有改动，请先恢复那一项，一并取消的会跟着恢复。',
      en: 'This one was handed on from a task that is dropped. Nothing was changed; restore that one, and what was dropped with it comes back.',
    },
  },
  aboveChanged: {
    code: 7219,
    status: 409,
    title: { zh: '上级任务已有变化', en: 'The task above has changed' },
    detail: {
      zh: '分解出这一项的任务已完成、已换责任单位或时限已提前，或不在当前岗位能看的范围内。没有改动，请在那项任务上重新分解。',
      en: 'The task that it was handed on from is done, has another unit or an earlier day, or the acting post does not see it. Nothing was changed; hand that task on anew.',
    },
  },
  givenAgain: {
    code: 7220,
    status: 409,
    title: { zh: '已重新分解给这个单位', en: 'Handed on to this unit again' },
    detail: {
      zh: '同一项任务取消以后已重新分解给这个单位。没有改动，请办理新的一项。',
      en: 'The same task was handed on to this unit again after this one was dropped. Nothing was changed; go on with the new one.',
    },
  },
})
