// The round at the sand table (沙盘): open, with the spots of its communities behind it, so that one press brings the first
// pictures before the hall.

import type { Day } from '#ground/kernel/clock.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { State } from '#rooms/rounds/core/state.ts'
import type { DemoPack } from '../core/pack.ts'
import { roundsOf, street } from '../core/rounds.ts'
import { seasonsOf } from '../core/seasons.ts'
import { demoPassword } from './pack.ts'
import { RoundHand, isBefore } from './round-hand.ts'
import { sessionWith, signIn } from './session.ts'
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
    const stateIn = ({ rows }: Listed): State | null => rows.find(({ id }) => id === table.id)?.state ?? null
    // Everybody may read that it is open: usually nobody has to sign in.
    const open = await must(sessionWith(baseUrl, null).get<Listed>(`/rounds/public?below=${street}`))
    if (!isBefore(stateIn(open), 'live')) return 0
    const login = pack.cast.find((one) => one.role === 'township-officer' && one.unit === street)?.login ?? ''
    const officer = await must(signIn(baseUrl, login, demoPassword))
    const state = stateIn(await must(officer.get<Listed>('/rounds')))
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
