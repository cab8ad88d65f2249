// Furnishes the test template with the fixed cast: their accounts, posts and open sessions.

import { chinaDay } from '#ground/kernel/clock.ts'
import { sha256Hex } from '#ground/kernel/digest.ts'
import { caller } from '#ground/trial/caller.ts'
import type { Caller } from '#ground/trial/caller.ts'
import { cast, stageStart } from '#ground/trial/cast.ts'
import type { Furnish } from '#ground/trial/stage.ts'
import type { Trial } from '#ground/trial/trial.ts'
import { hashPassword } from './api/passwords.ts'
import { addSession } from './data/door.ts'
import { addPost } from './data/posts.ts'
import { addPerson } from './data/queries.ts'

/** What everybody of the cast signs in with. */
export const trialPassword = 'river persimmon forty-two'

const monthMs = 30 * 86_400_000

export const furnish: Furnish = async ({ desk, instance }) => {
  const players = Object.values(cast)
  const at = new Date(stageStart)
  const hash = await hashPassword(trialPassword, instance.settings)
  await desk(async ({ db }) => {
    for (const { id, unit, name: login, title, role, post } of players) {
      await addPerson(db, {
        id,
        unit,
        name: title,
        login: `trial-${login.toLowerCase()}`,
        phone: null,
        phoneIndex: null,
        hash,
        mustChange: false,
        at,
      })
      if (role === null || post === null) continue
      const from = chinaDay(stageStart - monthMs)
      await addPost(db, { id: post, person: id, unit, role, star: null, round: null, department: null, from, to: null })
    }
  })
  await instance.postgres.gate(async (db) => {
    for (const { id, post, token } of players) {
      const expires = new Date(stageStart + monthMs)
      await addSession(db, {
        id: post ?? id,
        token: sha256Hex(token),
        person: id,
        post,
        means: 'password',
        agent: '',
        created: at,
        expires,
      })
    }
  })
}

/** Keeps the cast signed in for ten years, where a play moves its clock further than a session lasts. */
export async function staySignedIn(trial: Trial): Promise<void> {
  await trial.owner.query('update sessions set expires_at = $1', [new Date(stageStart + 120 * monthMs)])
}

/** The session token that an answer hands out; null when it hands out none. */
export function tokenIn(headers: Headers): string | null {
  const cookie = headers.getSetCookie().find((one) => one.startsWith('lx-session='))
  const token = cookie?.slice('lx-session='.length).split(';')[0] ?? ''
  return token === '' ? null : token
}

/** Signs in over HTTP and answers a caller with that session. */
export async function enter(trial: Trial, name: string, password: string): Promise<Caller> {
  const answer = await trial.as('nobody').call('people.signIn', { body: { name, password } })
  const token = tokenIn(answer.headers)
  if (answer.status !== 200 || token === null) throw new Error(`${name} does not get in: ${answer.status} ${JSON.stringify(answer.body)}`)
  return caller(trial.url, trial.house, token)
}
