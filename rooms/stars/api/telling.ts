// Tells secretaries of units, in the transaction of the decision itself.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { notifyEach } from '#rooms/notices/offers.ts'
import { starText } from '../core/star-name.ts'
import { findCycle } from '../data/cycles.ts'

export type Telling = Pick<RoomRequest, 'db' | 'clock' | 'dice' | 'act' | 'actor'>

/** How a star of a cycle is called. */
export const starCalled = async (request: Pick<RoomRequest, 'db'>, one: { readonly cycle: string; readonly star: string }): Promise<Text> =>
  (await starsCalled(request, [one]))(one)

/** How stars of several cycles are called, by cycle and star. */
export async function starsCalled(
  { db }: Pick<RoomRequest, 'db'>,
  of: readonly { readonly cycle: string; readonly star: string }[],
): Promise<(one: { readonly cycle: string; readonly star: string }) => Text> {
  const names = new Map<string, Text>()
  for (const cycle of new Set(of.map((one) => one.cycle)))
    for (const star of (await findCycle(db, cycle))?.stars ?? []) names.set(`${cycle} ${star.code}`, starText(star))
  return ({ cycle, star }) => names.get(`${cycle} ${star}`) ?? { zh: star, en: star }
}

/** What one unit is told. */
export interface Told {
  readonly to: Code
  readonly title: Text
  readonly path: string
}

/** A notice to the posts that speak for each unit; from nobody, when the acting post has no unit. */
export async function tellUnits(request: Telling, each: readonly Told[]): Promise<void> {
  const sender = request.actor.unit
  if (sender === null || each.length === 0) return
  const told = await notifyEach(request, { sender, roles: ['secretary'], room: 'stars' }, each)
  if (!told.ok) throw new Error(`whoever decides about units may write to them: ${told.problem.title.en}`)
}

/** One notice to one unit. */
export const tellUnit = (request: Telling, to: Code, title: Text, path: string): Promise<void> => tellUnits(request, [{ to, title, path }])
