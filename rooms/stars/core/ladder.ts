// The ladders above (三级争创): what a township or a county reaches by what the units below it hold, as the edition says. No
// ladder ranks anybody: each is reached or not, with its reason.

import type { Text } from '#ground/kernel/problem.ts'
import type { LadderCondition } from '#rooms/standards/core/pack-shapes.ts'
import type { Totals } from './totals.ts'

/** What lies below a township or a county. */
export interface Below {
  /** All villages or communities there that the edition is for, whether they aim for anything or not. */
  readonly units: number
  readonly held: Totals
  /** Townships below a county, and how many of them reached which ladder. */
  readonly townships: number
  readonly reached: Readonly<Record<string, number>>
}

export interface Reached {
  readonly code: string
  readonly name: Text
  readonly held: boolean
  readonly because: readonly Text[]
}

interface Counted {
  readonly have: number
  readonly all: number
}

function countOf(condition: LadderCondition, below: Below): Counted {
  if (condition.of === 'ladder') return { have: below.reached[condition.value] ?? 0, all: below.townships }
  if (condition.of === 'star') return { have: below.held.stars[condition.value] ?? 0, all: below.units }
  const least = Number(condition.value)
  return { have: below.held.levels.reduce((sum, units, level) => (level >= least ? sum + units : sum), 0), all: below.units }
}

/** Whether so many, or such a share, is there; of nothing no share is. */
function enough({ have, all }: Counted, least: string): boolean {
  return least.endsWith('%') ? all > 0 && have * 100 >= Number(least.slice(0, -1)) * all : have >= Number(least)
}

function reason(
  condition: LadderCondition,
  counted: Counted,
  starName: (code: string) => string,
  ladderName: (code: string) => Text,
): Text {
  const { have, all } = counted
  const wanted = condition.least.endsWith('%') ? condition.least : `${condition.least} 个`
  const wantedEn = condition.least
  const ladder = ladderName(condition.value)
  const what: Text =
    condition.of === 'ladder'
      ? { zh: `达到“${ladder.zh}”的乡镇（街道）`, en: `townships that reached “${ladder.en}”` }
      : condition.of === 'star'
        ? { zh: `持有“${starName(condition.value)}”的村（社区）`, en: `units that hold “${starName(condition.value)}”` }
        : { zh: `${condition.value} 星及以上的村（社区）`, en: `units with ${condition.value} stars or more` }
  const met = enough(counted, condition.least)
  return {
    zh: `${what.zh} ${have}/${all}，要求至少 ${wanted}，${met ? '达到' : '未达到'}`,
    en: `${what.en} ${have}/${all}, at least ${wantedEn} wanted, ${met ? 'reached' : 'not reached'}`,
  }
}

/** The ladders of a level for what lies below, in the order of the edition. */
export function reachedBy(
  ladders: readonly LadderCondition[],
  level: LadderCondition['level'],
  below: Below,
  starName: (code: string) => string,
): Reached[] {
  const ladderName = (code: string): Text => {
    const found = ladders.find((one) => one.code === code)
    return found === undefined ? { zh: code, en: code } : { zh: found.name, en: found.nameEn }
  }
  const groups = Map.groupBy(
    ladders.filter((one) => one.level === level),
    ({ code }) => code,
  )
  return [...groups].map(([code, conditions]) => {
    const counted = conditions.map((condition) => ({ condition, count: countOf(condition, below) }))
    return {
      code,
      name: ladderName(code),
      held: counted.every(({ condition, count }) => enough(count, condition.least)),
      because: counted.map(({ condition, count }) => reason(condition, count, starName, ladderName)),
    }
  })
}
