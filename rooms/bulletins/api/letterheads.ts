// Red heads and imprints, kept by a unit for itself and for those below it.

import type { Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { keepLetterhead as keep, letterheadsFor } from '../data/pictures.ts'
import { problems } from '../problems.ts'

type C = typeof contract

export const letterheads: Handler<C['letterheads']> = async ({ db, query }) => ok({ rows: await letterheadsFor(db, query.unit) })

export const keepLetterhead: Handler<C['keepLetterhead']> = async ({ db, body, act }) => {
  if (!(await keep(db, body))) return refuse(problems.letterheadElsewhere())
  const { unit, id, ...said } = body
  await act({ verb: 'keepLetterhead', unit, subject: `bulletin-letterhead:${id}`, payload: said })
  return ok(body)
}
