// What the doors may ask of the demo: load it, and say which accounts it has.

import { chinaDay } from '#ground/kernel/clock.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { roles } from '#rooms/people/core/roles.ts'
import { load } from './api/load.ts'
import type { Loaded } from './api/load.ts'
import { loadCampaign } from './api/load-campaign.ts'
import { loadPictures } from './api/load-pictures.ts'
import { loadRounds } from './api/load-rounds.ts'
import { loadTable } from './api/load-table.ts'
import { demoPassword, readPack } from './api/pack.ts'
import { signIn } from './api/session.ts'
import type { DemoPack } from './core/pack.ts'
import { street } from './core/rounds.ts'

export { demoPassword } from './api/pack.ts'

/** One line for each account that somebody can sign in to. */
export interface DemoAccount {
  readonly login: string
  readonly password: string
  /** Name, role and unit, for instance 演示·丁 村(社区)书记 990101001001. */
  readonly title: string
}

export interface DemoRequest {
  readonly baseUrl: string
  readonly operatorLogin: string
  readonly operatorPassword: string
  readonly say: (text: Text) => void
  /** All of Henan for browsing; true unless said otherwise. */
  readonly henan?: boolean
  /** The day from which quarters are counted; today unless said otherwise. */
  readonly today?: Day
}

/** The accounts of the demo pack, the operator first. */
export function demoAccounts(): readonly DemoAccount[] {
  return readPack().cast.map(({ login = '', name, role, unit }) => ({
    login,
    password: demoPassword,
    title: `${name} ${roles.find((one) => one.id === role)?.title.zh ?? role} ${unit}`,
  }))
}

/** Communities of the street that have a secretary, in the order of their codes. */
const communitiesOf = (pack: DemoPack): string[] =>
  [
    ...new Set(
      [...pack.cast, ...pack.others].filter((one) => one.role === 'secretary' && one.unit.startsWith(street)).map((one) => one.unit),
    ),
  ].toSorted()

/** What the cast plays: rounds, the star campaign, pictures, a round at the sand table; taken up again where it was broken off. */
export async function loadPlays(request: {
  readonly baseUrl: string
  readonly pack: DemoPack
  readonly today: Day
  say(text: Text): void
}): Promise<Result<{ readonly rounds: number; readonly stars: number; readonly pictures: number }>> {
  const rounds = await loadRounds(request)
  if (!rounds.ok) return rounds
  const stars = await loadCampaign({ ...request, communities: communitiesOf(request.pack) })
  if (!stars.ok) return stars
  const pictures = await loadPictures(request)
  if (!pictures.ok) return pictures
  const table = await loadTable(request)
  return table.ok ? ok({ rounds: rounds.value + table.value, stars: stars.value, pictures: pictures.value }) : table
}

/** Loads the demo county over HTTP as the operator, its rounds as the cast; a second run writes nothing. */
export async function loadDemo(request: DemoRequest): Promise<
  Result<{
    readonly written: Loaded & { readonly rounds: number; readonly stars: number; readonly pictures: number }
    readonly accounts: readonly DemoAccount[]
  }>
> {
  const { baseUrl, say, today = chinaDay(Date.now()) } = request
  const pack = readPack()
  const session = await signIn(baseUrl, request.operatorLogin, request.operatorPassword)
  if (!session.ok) return session
  const written = await load(session.value, pack, request.henan ?? true, say)
  if (!written.ok) return written
  const played = await loadPlays({ baseUrl, pack, today, say })
  return played.ok ? ok({ written: { ...written.value, ...played.value }, accounts: demoAccounts() }) : played
}
