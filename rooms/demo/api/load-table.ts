// The round at the sand table (沙盘): open, with the spots of its communities behind it, so that one press brings the first
// pictures before the hall.

import type { Day } from '#ground/kernel/clock.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { State } from '#rooms/rounds/core/state.ts'
import type { DemoPack } from '../core/pack.ts'
import { roundsOf } from '../core/rounds.ts'
import { seasonsOf } from '../core/seasons.ts'
import { assemble } from './company.ts'
import { RoundHand, isBefore } from './round-hand.ts'
import { must, untilRefused } from './steps.ts'

interface Listed {
  readonly rows: readonly { readonly id: Id; readonly state: State }[]
}

/** Loads the round, or what a load that was broken off left undone; how many rounds that were. */
export async function loadTable(request: {
  readonly baseUrl: string
  readonly pack: DemoPack
  readonly today: Day
  say(text: Text): void
}): Promise<Result<number>> {
  const { baseUrl, pack, today, say } = request
  return untilRefused(async () => {
    const { table } = roundsOf(pack, seasonsOf(today))
    const { officer } = await must(assemble(baseUrl, pack))
    const { rows } = await must(officer.get<Listed>('/rounds'))
    const state = rows.find(({ id }) => id === table.id)?.state ?? null
    if (!isBefore(state, 'live')) return 0
    say({ zh: '准备演示的沙盘观摩', en: "opening the demo's round at the sand table" })
    const hand = new RoundHand(baseUrl, officer, table)
    await hand.plan(state)
    if (isBefore(state, 'fixed')) await hand.move('fix-rules')
    await hand.move('order', { kind: 'speaking', subjects: table.subjects, reason: '按社区代码顺序' })
    await hand.move('open')
    return 1
  })
}
