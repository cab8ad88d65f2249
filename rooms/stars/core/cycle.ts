// A cycle: its life, its calendar, and the parameters that a county sets. What is not set is missing, never guessed.

import type { Day } from '#ground/kernel/clock.ts'
import { levelOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'

/** A cycle's states, in their order. */
export const cycleStates = ['draft', 'open', 'closed'] as const
export type CycleState = (typeof cycleStates)[number]

/** What a reader calls them. */
export const cycleStateNames: Readonly<Record<CycleState, Text>> = {
  draft: { zh: '筹备中', en: 'Draft' },
  open: { zh: '进行中', en: 'Open' },
  closed: { zh: '已结束', en: 'Closed' },
}

/** How a cycle is called; in Chinese where the county gave it no English name. */
export const cycleText = ({ name, nameEn }: { readonly name: string; readonly nameEn: string | null }): Text => ({
  zh: name,
  en: nameEn ?? name,
})

export interface Stage {
  readonly id: string
  readonly name: string
  readonly from: Day
  readonly to: Day
}

export interface Parameters {
  /** Days that a list is shown. */
  readonly publicityDays: number | null
  /** Whether those are working days or days of the calendar. */
  readonly publicityKind: 'working' | 'calendar' | null
  /** Who certifies. */
  readonly decidedBy: 'county' | 'prefecture' | null
  /** Share of agreed stars that is sampled, in per cent; 0: none. */
  readonly samplingPercent: number | null
  /** Days after a refusal within which one may appeal. */
  readonly appealDays: number | null
  /** Office and telephone for objections, as published. */
  readonly contact: string | null
  /** When a star of a former year ends: as it is certified anew or, at the latest, as this cycle closes; only then; or not by that. */
  readonly formerStars: 'decided' | 'closed' | 'kept' | null
}

/** Parameters of which nothing is determined. */
export const unset: Parameters = {
  publicityDays: null,
  publicityKind: null,
  decidedBy: null,
  samplingPercent: null,
  appealDays: null,
  contact: null,
  formerStars: null,
}

export type ParameterName = keyof Parameters

/** What a reader calls them. */
export const parameterNames: Readonly<Record<ParameterName, Text>> = {
  publicityDays: { zh: '公示天数', en: 'days of publicity' },
  publicityKind: { zh: '公示按工作日或自然日', en: 'working or calendar days of publicity' },
  decidedBy: { zh: '认定机关', en: 'who certifies' },
  samplingPercent: { zh: '抽查比例', en: 'share sampled' },
  appealDays: { zh: '申诉期限', en: 'days for an appeal' },
  contact: { zh: '监督联系方式', en: 'supervisory contact' },
  formerStars: { zh: '往年的星何时届满', en: 'when stars of former years end' },
}

/** A name where it stands alone, at the head of a column or beside its value; inside a sentence it is written small in English. */
export const asHead = ({ zh, en }: Text): Text => ({ zh, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` })

/** By which days a publicity is counted. */
export const countedNames: Readonly<Record<'working' | 'calendar', Text>> = {
  working: { zh: '工作日', en: 'working days' },
  calendar: { zh: '自然日', en: 'calendar days' },
}

/** Which level certifies. */
export const deciderNames: Readonly<Record<'county' | 'prefecture', Text>> = {
  county: { zh: '县（区）', en: 'county' },
  prefecture: { zh: '市（州）', en: 'prefecture' },
}

const deciderLevels = { county: 3, prefecture: 2 } as const

/** Whether posts of a unit belong to the level that certifies; while none is determined, any does. */
export const isDeciderLevel = ({ decidedBy }: Pick<Parameters, 'decidedBy'>, unit: Code): boolean =>
  decidedBy === null || levelOf(unit) === deciderLevels[decidedBy]

/** When stars of former years end. */
export const formerNames: Readonly<Record<'decided' | 'closed' | 'kept', Text>> = {
  decided: { zh: '本周期重新认定时；没有重新认定的，周期结束时', en: 'when certified anew in this cycle, or else when it closes' },
  closed: { zh: '本周期结束时', en: 'when this cycle closes' },
  kept: { zh: '不因本周期届满', en: 'not by this cycle' },
}

/** A parameter as a reader sees it, with its measure; null while the county has not set it. */
export function parameterText(parameters: Parameters, name: ParameterName): Text | null {
  const { publicityKind, decidedBy } = parameters
  if (name === 'publicityKind') return publicityKind === null ? null : countedNames[publicityKind]
  if (name === 'decidedBy') return decidedBy === null ? null : deciderNames[decidedBy]
  if (name === 'formerStars') return parameters.formerStars === null ? null : formerNames[parameters.formerStars]
  const value = parameters[name]
  if (value === null) return null
  if (name === 'contact') return { zh: String(value), en: String(value) }
  if (name !== 'samplingPercent') return { zh: `${value} 天`, en: value === 1 ? '1 day' : `${value} days` }
  return value === 0 ? { zh: '0%（不抽查）', en: '0% (none)' } : { zh: `${value}%`, en: `${value}%` }
}

/** Parameters that a verb cannot do without. */
export const neededFor: Readonly<Record<'publicise' | 'certify' | 'appeal' | 'close', readonly ParameterName[]>> = {
  publicise: ['publicityDays', 'publicityKind', 'contact', 'samplingPercent'],
  certify: ['decidedBy'],
  appeal: ['appealDays'],
  // Asked for only where a star of a former year is held.
  close: ['formerStars'],
}

/** Which of them are not set. */
export function missingFor(parameters: Parameters, verb: keyof typeof neededFor): ParameterName[] {
  return neededFor[verb].filter((name) => parameters[name] === null)
}

export type CalendarFault = 'no-stage' | 'ends-before' | 'repeated'

/** Why a calendar is not whole; null when it is. Stages may overlap: counties let review begin before all have submitted. */
export function calendarFault(stages: readonly Stage[]): CalendarFault | null {
  if (stages.length === 0) return 'no-stage'
  if (stages.some((stage) => stage.to < stage.from)) return 'ends-before'
  return new Set(stages.map((stage) => stage.id)).size < stages.length ? 'repeated' : null
}

/** An id for one more stage that no other has, whatever was taken away before. */
export function nextStageId(stages: readonly Pick<Stage, 'id'>[]): string {
  const numbers = stages.map(({ id }) => Number(/^stage-(\d+)$/.exec(id)?.[1] ?? 0))
  return `stage-${Math.max(0, ...numbers) + 1}`
}

/** Stages that run on a day. */
export function stagesOn(stages: readonly Stage[], day: Day): Stage[] {
  return stages.filter((stage) => stage.from <= day && day <= stage.to)
}

/** The quarter id of a day as targets name it: 2026Q3. */
export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}
