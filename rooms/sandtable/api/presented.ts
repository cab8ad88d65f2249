// The stars of the unit that is on, for the seats of a round: public figures, asked with the seat alone.

import type { Handler } from '#ground/http/handler.ts'
import { ok } from '#ground/kernel/result.ts'
import { presentedTo } from '#rooms/rounds/offers.ts'
import { standingNow, starsNamed } from '#rooms/stars/offers.ts'
import type { contract } from '../contract.ts'
import { asStars } from '../core/time.ts'

export const presented: Handler<(typeof contract)['presented']> = async (request) => {
  const found = await presentedTo(request)
  if (!found.ok) return found
  const { version, quarter, subject } = found.value
  if (subject === null) return ok({ version, subject, stars: [] })
  const stars = await standingNow(request.db, subject, asStars(quarter))
  const named = new Map((await starsNamed(request.db, subject, request.language)).map(({ code, name }) => [code, name]))
  return ok({ version, subject, stars: stars.map((star) => ({ ...star, name: named.get(star.code) ?? star.code })) })
}
