// Tells the unit's secretary, in the transaction of the decision itself.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { notify } from '#rooms/notices/offers.ts'
import { starText } from '../core/star-name.ts'
import { findCycle } from '../data/cycles.ts'

export type Telling = Pick<RoomRequest, 'db' | 'clock' | 'dice' | 'act' | 'actor'>

/** How a star of a cycle is called. */
export async function starCalled(
  { db }: Pick<RoomRequest, 'db'>,
  { cycle, star }: { readonly cycle: string; readonly star: string },
): Promise<Text> {
  const found = (await findCycle(db, cycle))?.stars.find((one) => one.code === star)
  return found === undefined ? { zh: star, en: star } : starText(found)
}

/** One notice to the posts that speak for the unit; from nobody, when the acting post has no unit. */
export async function tellUnit(request: Telling, unit: Code, title: Text, path: string): Promise<void> {
  const sender = request.actor.unit
  if (sender === null) return
  const told = await notify(request, { sender, to: unit, roles: ['secretary'], title, path, room: 'stars' })
  if (!told.ok) throw new Error(`whoever decides about ${unit} may write to it: ${told.problem.title.en}`)
}
