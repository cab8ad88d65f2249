// What the doors may ask of the demo: load it, and say which accounts it has.

import type { Text } from '#ground/kernel/problem.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { roles } from '#rooms/people/core/roles.ts'
import { demoPassword, load } from './api/load.ts'
import type { Loaded } from './api/load.ts'
import { readPack } from './api/pack.ts'
import { signIn } from './api/session.ts'

export { demoPassword } from './api/load.ts'

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
}

/** The accounts of the demo pack, the operator first. */
export function demoAccounts(): readonly DemoAccount[] {
  return readPack().cast.map(({ login = '', name, role, unit }) => ({
    login,
    password: demoPassword,
    title: `${name} ${roles.find((one) => one.id === role)?.title.zh ?? role} ${unit}`,
  }))
}

/** Loads the demo county over HTTP as the operator; a second run writes nothing. */
export async function loadDemo(
  request: DemoRequest,
): Promise<Result<{ readonly written: Loaded; readonly accounts: readonly DemoAccount[] }>> {
  const session = await signIn(request.baseUrl, request.operatorLogin, request.operatorPassword)
  if (!session.ok) return session
  const written = await load(session.value, readPack(), request.henan ?? true, request.say)
  return written.ok ? ok({ written: written.value, accounts: demoAccounts() }) : written
}
