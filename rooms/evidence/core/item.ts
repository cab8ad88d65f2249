// What evidence says of itself, and the few rules about it.

import type { Day } from '#ground/kernel/clock.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'

/** When on a spot a picture was made; most evidence has none. */
export const phases = ['before', 'during', 'after'] as const

export type Phase = (typeof phases)[number]

/** Views for the screen: being made, there, none for this kind of file, or the file could not be opened. */
export type Preview = 'waiting' | 'made' | 'none' | 'failed'

/** Sizes of views, by their longer side in pixels. */
export const viewSides = { small: 360, large: 1600, zoom: 2560 } as const

export type ViewSize = keyof typeof viewSides

/** What an evidence item may be cited by: `kind:id`. */
export const targetPattern = /^[a-z][a-z-]{1,30}:[A-Za-z0-9._-]{1,80}$/

/** Who puts something in: the living units of the post or seat. */
export interface Adder {
  readonly writes: readonly Code[]
}

/** Whether evidence may be put down at a unit, speaking of another or of itself. */
export const mayAddAt = (adder: Adder, unit: Code, subject: Code): boolean => covers(adder.writes, unit) && covers(adder.writes, subject)

/** Evidence is of what has been; a day that has not come is a slip of the pen. */
export const isPast = (day: Day, today: Day): boolean => day <= today

/** The name of a file without folders and without what no name should hold; empty when nothing is left. */
export function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // Control characters, marks that turn the direction of writing, and what some systems take for more than a name.
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').replace(/^\.+/, '')
  return clean.trim().slice(0, 120)
}

/** What a download is called: what it shows, its day, its proper ending. */
export const downloadName = (shows: string, day: Day, ending: string): string => `${baseName(shows).slice(0, 60)} ${day}.${ending}`

/** Kinds of subjects that cite evidence, as the detail shows them; others show their own word. */
export const targetKinds: Readonly<Record<string, Text>> = {
  criterion: { zh: '创建标准', en: 'Criterion' },
  'candidacy-row': { zh: '申报星自查项', en: 'Row of a self-check' },
  declaration: { zh: '申报', en: 'Declaration' },
  round: { zh: '亮赛比', en: 'Round' },
  sheets: { zh: '评分表', en: 'Score sheets' },
  stop: { zh: '观摩点', en: 'Stop' },
  commitment: { zh: '承诺', en: 'Commitment' },
  remark: { zh: '点评', en: 'Remark' },
  finding: { zh: '督查所见', en: 'Seen in an inspection' },
  entry: { zh: '台账条目', en: 'Ledger entry' },
  request: { zh: '诉求', en: 'Request' },
  activity: { zh: '活动', en: 'Activity' },
  fact: { zh: '事实数据', en: 'Fact' },
  certificate: { zh: '证书', en: 'Certificate' },
  case: { zh: '投诉和案件', en: 'Upheld case' },
  review: { zh: '审核结果', en: 'Review' },
  bulletin: { zh: '通报', en: 'Bulletin' },
}
