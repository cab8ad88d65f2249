// Who asks, as the guards know one: what the acting post may do about a unit's star, and whether the person is recused.

import type { Actor, RoomRequest } from '#ground/http/handler.ts'
import { covers, districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ownUnits } from '#rooms/people/offers.ts'
import { linkedOf } from '#rooms/units/offers.ts'
import type { ReviewState } from '../core/candidacy.ts'
import { isDeciderLevel } from '../core/cycle.ts'
import type { Parameters } from '../core/cycle.ts'
import type { Who } from '../core/guards.ts'
import { problems } from '../problems.ts'

type Asking = Pick<RoomRequest, 'db' | 'actor' | 'today'>

/** Whether the acting post belongs to the level that certifies; while none is determined, any that may decide. */
export function isDecider({ unit, grants }: Pick<Actor, 'unit' | 'grants'>, parameters: Parameters): boolean {
  return grants.includes('stars.decide') && unit !== null && isDeciderLevel(parameters, unit)
}

function levelsOf({ grants, stars }: Actor, star: string): ReviewState[] {
  const levels: ReviewState[] = []
  if (grants.includes('stars.reviewFirst')) levels.push('first')
  if (grants.includes('stars.reviewOffice') && stars.includes(star)) levels.push('office')
  if (grants.includes('stars.reviewJoint')) levels.push('joint')
  return levels
}

/** Whether the person belongs to the unit or is linked to it, in whichever post. */
async function isLinked({ db, actor, today }: Asking, unit: Code): Promise<boolean> {
  if (actor.id === null) return false
  const own = await ownUnits(db, actor.id, today)
  if (own.some((post) => post.startsWith(unit))) return true
  const linked = await linkedOf(db, actor.id, today, districtOf(unit))
  return linked.includes(unit)
}

/** Why somebody may not decide about a star after its publicity; null when they may. */
export const barredFrom = ({ linked, decides }: Pick<Who, 'linked' | 'decides'>): Problem | null =>
  linked ? problems.linked() : decides ? null : problems.notDecider()

export async function whoFor(request: Asking, at: { readonly unit: Code; readonly star: string }, parameters: Parameters): Promise<Who> {
  const { actor } = request
  const reached = covers(actor.scopes, at.unit)
  return {
    id: actor.id ?? '',
    own: reached && actor.grants.includes('stars.declare'),
    linked: await isLinked(request, at.unit),
    reviews: reached ? levelsOf(actor, at.star) : [],
    samples: reached && actor.grants.includes('stars.sample'),
    decides: reached && isDecider(actor, parameters),
  }
}
