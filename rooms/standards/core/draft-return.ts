// What a second person sends a draft back with: which of its items, why, and until when it is to be mended.

import type { Day } from '#ground/kernel/clock.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Pack } from './pack-shapes.ts'

export interface DraftReturn {
  /** Stars (`YYXY`), bottom lines (`YYXY/B1`) and criteria (`YYXY-2`); none means the edition as a whole. */
  readonly items: readonly string[]
  readonly reason: string
  readonly until: Day
}

export interface ReturnItem {
  readonly id: string
  readonly text: string
}

/** What can be named, star by star. */
export function returnItems({ stars }: Pick<Pack, 'stars'>): ReturnItem[] {
  return stars.flatMap((star) => [
    { id: star.code, text: star.name },
    ...star.bottomLines.map(({ id, text }) => ({ id: `${star.code}/${id}`, text })),
    ...criteriaOf(star).map(({ id, text }) => ({ id, text })),
  ])
}

/** Whether a draft may be sent back with this. */
export function checkReturn(pack: Pick<Pack, 'stars'>, { items, until }: DraftReturn, today: Day): Result<undefined> {
  const known = new Set(returnItems(pack).map(({ id }) => id))
  const unknown = items.find((id) => !known.has(id))
  if (unknown !== undefined) return refuse(problems.noSuchItem({ id: unknown }))
  return until < today ? refuse(problems.untilPast({ today })) : ok()
}
