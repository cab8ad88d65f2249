// Rows of a sheet of tasks, each judged by itself, so that one pass says everything that has to be mended.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { isDay } from '#ground/kernel/days.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { problems } from '../problems.ts'

export type Column = 'number' | 'action' | 'title' | 'subject' | 'due' | 'days' | 'measure'

export interface TaskWanted {
  readonly number: string
  readonly action: string
  readonly title: string
  readonly subject: Code
  readonly due: Day
  /** Working days that it takes; null when nobody said. */
  readonly days: number | null
  readonly measure: string
}

/** What is known around the sheet. */
export interface Around {
  readonly unit: Code
  readonly from: Day
  readonly to: Day
  /** Units that are there. */
  readonly units: ReadonlySet<Code>
  /** Tasks of the plan by number. */
  readonly there: ReadonlyMap<string, TaskWanted>
}

const most: Readonly<Partial<Record<Column, number>>> = { number: 20, action: 200, title: 500, measure: 2000 }

/** As offices write days: 2027-06-30, 2027/6/30, 2027.6.30, 2027年6月30日. */
export function readDay(text: string): Day | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim())
  const day = match === null ? '' : `${match[1] ?? ''}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** One row: a task, one that is there already, or why not. */
export function readTask(
  record: Readonly<Record<Column, string>>,
  around: Around,
  before: ReadonlySet<string>,
): { readonly task: TaskWanted; readonly isThere: boolean } | Problem {
  const { number, action, title, subject, measure } = record
  for (const [column, text] of [
    ['number', number],
    ['action', action],
    ['title', title],
  ] as const)
    if (text === '') return problems.cellMissing({ column })
  for (const column of ['number', 'action', 'title', 'measure'] as const)
    if (record[column].length > (most[column] ?? 0)) return problems.cellLong({ column, most: most[column] ?? 0 })
  if (before.has(number)) return problems.numberTwice({ number })
  if (!around.units.has(subject)) return problems.unknownUnit({ unit: subject })
  if (!subject.startsWith(around.unit)) return problems.notBelow({ unit: subject })
  const due = readDay(record.due)
  if (due === null || due < around.from || due > around.to)
    return problems.dueOutside({ due: record.due, from: around.from, to: around.to })
  if (record.days !== '' && !/^[1-9]\d{0,2}$/.test(record.days)) return problems.daysWrong({ days: record.days })
  const task = { number, action, title, subject, due, days: record.days === '' ? null : Number(record.days), measure }
  const there = around.there.get(number)
  if (there === undefined) return { task, isThere: false }
  const isSame = (Object.keys(task) as (keyof TaskWanted)[]).every((key) => task[key] === there[key])
  return isSame ? { task, isThere: true } : problems.numberTaken({ number })
}
