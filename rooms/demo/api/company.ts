// Everybody who plays in the rounds of the demo, signed in with the passwords of the cast.

import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { DemoPack } from '../core/pack.ts'
import { street } from '../core/rounds.ts'
import { problems } from '../problems.ts'
import { demoPassword } from './pack.ts'
import { sessionWith, signIn } from './session.ts'
import type { Session } from './session.ts'

export interface Company {
  readonly baseUrl: string
  /** Convenes the rounds of the street. */
  readonly officer: Session
  /** Convenes those of the town, and signs what the street drafted. */
  readonly county: Session
  readonly judge: Session
  /** Of the street's communities, and of the villages that speak next in the town. */
  readonly secretaries: ReadonlyMap<Code, Session>
  readonly public: Session
}

const loginsOf = ({ cast, others }: Pick<DemoPack, 'cast' | 'others'>): (readonly [Code, string])[] =>
  [...cast, ...others]
    .filter(({ role, login }) => role === 'secretary' && login !== undefined)
    .map(({ unit, login = '' }) => [unit, login] as const)

/** Signs everybody in. A secretary of an older pack without a login stays away. */
export async function assemble(baseUrl: string, pack: Pick<DemoPack, 'cast' | 'others'>): Promise<Result<Company>> {
  const loginOf = (role: string, unit: Code): string => pack.cast.find((one) => one.role === role && one.unit === unit)?.login ?? ''
  const enter = async (login: string): Promise<Result<Session>> => {
    const entry = await signIn(baseUrl, login, demoPassword)
    return entry.ok || entry.problem.code !== problems.signInFailed.code
      ? entry
      : refuse(problems.castAbsent({ login, said: entry.problem.title.zh }))
  }
  const [officer, county, judge] = await Promise.all([
    enter(loginOf('township-officer', street)),
    enter(loginOf('county-admin', street.slice(0, 6))),
    enter(loginOf('judge', street.slice(0, 6))),
  ])
  if (!officer.ok) return officer
  if (!county.ok) return county
  if (!judge.ok) return judge
  const secretaries = await Promise.all(loginsOf(pack).map(async ([unit, login]) => ({ unit, entry: await enter(login) })))
  return ok({
    baseUrl,
    officer: officer.value,
    county: county.value,
    judge: judge.value,
    secretaries: new Map(secretaries.flatMap(({ unit, entry }) => (entry.ok ? [[unit, entry.value] as const] : []))),
    public: sessionWith(baseUrl, null),
  })
}
