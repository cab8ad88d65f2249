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

/** Whether the person belongs to a unit of these or is linked to it, in whichever post. */
async function linksTo({ db, actor, today }: Asking, units: readonly Code[]): Promise<(unit: Code) => boolean> {
  const { id } = actor
  if (id === null) return () => false
  const districts = [...new Set(units.map(districtOf))]
  const [own, ...linked] = await Promise.all([ownUnits(db, id, today), ...districts.map((district) => linkedOf(db, id, today, district))])
  const linkedTo = new Set(linked.flat())
  return (unit) => linkedTo.has(unit) || own.some((post) => post.startsWith(unit))
}

/** Why somebody may not decide about a star after its publicity; null when they may. */
export const barredFrom = ({ linked, decides }: Pick<Who, 'linked' | 'decides'>): Problem | null =>
  linked ? problems.linked() : decides ? null : problems.notDecider()

/** The same for many stars, asked once. */
export async function whosFor(
  request: Asking,
  units: readonly Code[],
  parameters: Parameters,
): Promise<(at: { readonly unit: Code; readonly star: string }) => Who> {
  const { actor } = request
  const isLinked = await linksTo(request, units)
  const decides = isDecider(actor, parameters)
  return ({ unit, star }) => {
    const reached = covers(actor.scopes, unit)
    return {
      id: actor.id ?? '',
      own: reached && actor.grants.includes('stars.declare'),
      linked: isLinked(unit),
      reviews: reached ? levelsOf(actor, star) : [],
      samples: reached && actor.grants.includes('stars.sample'),
      decides: reached && decides,
    }
  }
}

/** What the asker may do about one star. */
export async function whoFor(request: Asking, at: { readonly unit: Code; readonly star: string }, parameters: Parameters): Promise<Who> {
  return (await whosFor(request, [at.unit], parameters))(at)
}
