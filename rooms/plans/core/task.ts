// A task of a plan: handed to a unit, perhaps handed on by it to units below, reported as done by who does it, and confirmed by
// a second person of who handed it out; revised or dropped, with a reason, by who handed it out. Nobody types a percentage: progress is what was confirmed below.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'

export type State = 'open' | 'reported' | 'confirmed' | 'dropped'

/** Their names. */
export const stateNames: Readonly<Record<State, Text>> = {
  open: { zh: '推进中', en: 'Under way' },
  reported: { zh: '待确认', en: 'To be confirmed' },
  confirmed: { zh: '已完成', en: 'Done' },
  dropped: { zh: '已取消', en: 'Dropped' },
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
  whole: task.state === 'dropped' ? 0 : 1,
  done: task.state === 'confirmed' ? 1 : 0,
  reported: task.state === 'reported' ? 1 : 0,
  late: task.state !== 'confirmed' && task.state !== 'dropped' && task.due < today ? 1 : 0,
})

/** Progress of every task, those below it added up; a task without any below stands for itself, a dropped one for nothing. */
export function progressOf(tasks: readonly Task[], today: Day): ReadonlyMap<Id, Progress> {
  const below = new Map<Id, Task[]>()
  for (const task of tasks)
    if (task.parent !== null && task.state !== 'dropped') below.set(task.parent, [...(below.get(task.parent) ?? []), task])
  const found = new Map<Id, Progress>()
  const of = (task: Task): Progress => {
    const known = found.get(task.id)
    if (known !== undefined) return known
    const under = below.get(task.id) ?? []
    const sum = under.length === 0 || task.state === 'dropped' ? ofLeaf(task, today) : under.map(of).reduce(plus, nothing)
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

export type Verb = 'report' | 'return' | 'confirm' | 'assign' | 'revise' | 'drop' | 'restore'

const from: Readonly<Record<Verb, readonly State[]>> = {
  report: ['open'],
  return: ['reported'],
  confirm: ['reported'],
  assign: ['open'],
  revise: ['open'],
  drop: ['open', 'reported'],
  restore: ['dropped'],
}

/** Whether a task may be reported, returned, confirmed, handed on, revised, dropped or restored. */
export function refuses(
  task: Pick<Task, 'state'> & { readonly reportedBy: Id | null },
  verb: Verb,
  who: Id | null,
  isHandedOn: boolean,
): Refusal | null {
  if (isHandedOn && (verb === 'report' || verb === 'return' || verb === 'confirm')) return 'handed-on'
  if (!from[verb].includes(task.state)) return 'wrong-state'
  return (verb === 'confirm' || verb === 'return') && (who === null || task.reportedBy === who) ? 'same-person' : null
}

/** All tasks below one, its parts and theirs. */
export function partsOf<T extends Pick<Task, 'id' | 'parent'>>(tasks: readonly T[], id: Id): T[] {
  const parts = tasks.filter((task) => task.parent === id)
  return parts.flatMap((part) => [part, ...partsOf(tasks, part.id)])
}

/** Parts that were dropped together with a task: on the same day and for the same reason, which is what a drop leaves on them. */
export const droppedWith = <T extends Pick<Task, 'state'> & { readonly changedOn: Day | null; readonly changeReason: string }>(
  task: T,
  parts: readonly T[],
): T[] => parts.filter((part) => part.state === 'dropped' && part.changedOn === task.changedOn && part.changeReason === task.changeReason)

/** Why a dropped part no longer fits into what it was handed on from. */
export type Misfit = 'above-dropped' | 'above-changed' | 'given-again'

/**
 * Whether a dropped part fits where it was handed on: the task above may have been dropped, done, given to another unit or moved
 * to an earlier day since, and its unit may have been given it again. `seen`: the tasks of the plan that the asker sees.
 */
export function misfits(part: Task, seen: readonly Task[]): Misfit | null {
  if (part.parent === null) return null
  const above = seen.find((task) => task.id === part.parent)
  if (above?.state === 'dropped') return 'above-dropped'
  if (above?.state !== 'open' || above.subject !== part.unit || above.due < part.due) return 'above-changed'
  const isGiven = (task: Task): boolean =>
    task.parent === part.parent && task.id !== part.id && task.subject === part.subject && task.state !== 'dropped'
  return seen.some(isGiven) ? 'given-again' : null
}
