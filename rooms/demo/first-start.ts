// The first start of an empty instance: makes the demo's operator and lets it load the rest over HTTP. A start that was
// broken off is taken up again; an instance with accounts of its own is left alone.

import { atDesk } from '#ground/instance/desk.ts'
import type { FirstStart } from '#ground/instance/first-start.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { ok } from '#ground/kernel/result.ts'
import { accountsThere, createAccount } from '#rooms/people/offers.ts'
import { demoPassword, readPack } from './api/pack.ts'
import { demoAccounts, loadDemo, loadPlays } from './offers.ts'

export const firstStart: FirstStart = async ({ instance, baseUrl, say }) => {
  const pack = readPack()
  const operator = pack.cast.find((person) => person.role === 'operator')
  const last = pack.others.at(-1)
  if (operator === undefined || last === undefined) throw new Error('the demo pack lacks its operator')
  const { login = '' } = operator
  const begun = await atDesk(instance, 'people', async (desk) => {
    const there = await accountsThere(desk.db, [operator.id, last.id])
    if (there.size > 0) return ok(there.has(last.id) ? 'complete' : 'begun')
    if ((await accountsThere(desk.db)).size > 0) return ok('foreign')
    const { id, post, name, unit } = operator
    const made = await createAccount(
      { db: desk.db, clock: desk.clock, dice: desk.dice, settings: instance.settings },
      { id, post, login, name, unit, role: 'operator', password: demoPassword },
    )
    if (!made.ok) return made
    await desk.act({ verb: 'create', unit, subject: `person:${id}`, payload: { unit, role: 'operator' } })
    return ok('begun')
  })
  if (!begun.ok) {
    say(begun.problem.detail)
    return []
  }
  if (begun.value === 'foreign') return []
  const today = chinaDay(instance.clock.now())
  const loaded =
    begun.value === 'complete'
      ? await loadPlays({ baseUrl, pack, today, say })
      : await loadDemo({ baseUrl, operatorLogin: login, operatorPassword: demoPassword, today, say })
  if (!loaded.ok) {
    say(loaded.problem.detail)
    return begun.value === 'complete' ? demoAccounts() : []
  }
  say({
    zh: `亮赛比 ${baseUrl}/desk/rounds，回放一轮：npm run -s liangxing -- demo --play`,
    en: 'rounds, and how to watch a whole one',
  })
  return demoAccounts()
}
