// A task of a plan: handed to a unit, perhaps handed on by it to units below, reported as done by who does it, and confirmed by
// a second person of who handed it out. Nobody types a percentage: progress is what was confirmed below.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'

export type State = 'open' | 'reported' | 'confirmed'

/** Their names. */
export const stateNames: Readonly<Record<State, Text>> = {
  open: { zh: '推进中', en: 'Under way' },
  reported: { zh: '待确认', en: 'To be confirmed' },
  confirmed: { zh: '已完成', en: 'Done' },
}

export interface Task {
  readonly id: Id
  /** Who handed it out. */
  readonly unit: Code
  /** Who does it, at or below `unit`. */
  readonly subject: Code
  readonly parent: Id | null
  readonly number: string
  readonly action: string
  readonly title: string
  readonly due: Day
  readonly state: State
}

export interface Progress {
  /** Tasks that are handed on no further. */
  readonly whole: number
  readonly done: number
  readonly reported: number
  readonly late: number
}

const nothing: Progress = { whole: 0, done: 0, reported: 0, late: 0 }

const plus = (a: Progress, b: Progress): Progress => ({
  whole: a.whole + b.whole,
  done: a.done + b.done,
  reported: a.reported + b.reported,
  late: a.late + b.late,
})

const ofLeaf = (task: Task, today: Day): Progress => ({
  whole: 1,
  done: task.state === 'confirmed' ? 1 : 0,
  reported: task.state === 'reported' ? 1 : 0,
  late: task.state !== 'confirmed' && task.due < today ? 1 : 0,
})

/** Progress of every task, those below it added up; a task without any below stands for itself. */
export function progressOf(tasks: readonly Task[], today: Day): ReadonlyMap<Id, Progress> {
  const below = new Map<Id, Task[]>()
  for (const task of tasks) if (task.parent !== null) below.set(task.parent, [...(below.get(task.parent) ?? []), task])
  const found = new Map<Id, Progress>()
  const of = (task: Task): Progress => {
    const known = found.get(task.id)
    if (known !== undefined) return known
    const under = below.get(task.id) ?? []
    const sum = under.length === 0 ? ofLeaf(task, today) : under.map(of).reduce(plus, nothing)
    found.set(task.id, sum)
    return sum
  }
  for (const task of tasks) of(task)
  return found
}

/** All that stand at the top, added up: of the plan, or of one action. */
export function sumOf(tasks: readonly Task[], progress: ReadonlyMap<Id, Progress>, action?: string): Progress {
  const ids = new Set(tasks.map((task) => task.id))
  return tasks
    .filter((task) => (task.parent === null || !ids.has(task.parent)) && (action === undefined || task.action === action))
    .map((task) => progress.get(task.id) ?? nothing)
    .reduce(plus, nothing)
}

/** Why a verb is not possible. */
export type Refusal = 'handed-on' | 'wrong-state' | 'same-person'

/** Whether a task may be reported, returned, confirmed or handed on. */
export function refuses(
  task: Pick<Task, 'state'> & { readonly reportedBy: Id | null },
  verb: 'report' | 'return' | 'confirm' | 'assign',
  who: Id | null,
  isHandedOn: boolean,
): Refusal | null {
  if (isHandedOn && verb !== 'assign') return 'handed-on'
  const from: State = verb === 'report' || verb === 'assign' ? 'open' : 'reported'
  if (task.state !== from) return 'wrong-state'
  return (verb === 'confirm' || verb === 'return') && (who === null || task.reportedBy === who) ? 'same-person' : null
}
