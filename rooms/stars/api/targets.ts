// What units aim for.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { levelOf } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { findUnit, namesOf } from '#rooms/units/offers.ts'
import type { cycleContract } from '../contract-cycles.ts'
import { quarterOf } from '../core/cycle.ts'
import { starText } from '../core/star-name.ts'
import { findCycle } from '../data/cycles.ts'
import { setTarget as keepTarget, targetsBelow } from '../data/targets.ts'
import { problems } from '../problems.ts'
import { cycleSeen } from './cycles.ts'
import { editionOf, starOf } from './edition.ts'

type C = typeof cycleContract

const setTarget: Handler<C['setTarget']> = async (request) => {
  const { db, params, body, clock, dice } = request
  const cycle = await findCycle(db, body.cycle)
  if (cycle === undefined) return refuse(problems.noSuchCycle())
  if (cycle.state !== 'open') return refuse(problems.cycleState({ state: cycle.state }))
  const now = quarterOf(request.today)
  if (body.quarter < now) return refuse(problems.quarterOver({ quarter: body.quarter, now }))
  const unit = await findUnit(db, params.unit)
  if (unit === undefined || !params.unit.startsWith(cycle.unit) || levelOf(params.unit) !== 5)
    return refuse(problems.unknownUnit({ unit: params.unit }))
  const edition = await editionOf(db, cycle.edition)
  for (const code of body.stars) {
    const star = edition === undefined ? undefined : starOf(edition, code)
    if (star === undefined) return refuse(problems.unknownStar({ star: code }))
    if (unit.kind !== null && star.scope !== unit.kind) return refuse(problems.wrongKind({ star: starText(star) }))
  }
  const stars = [...new Set(body.stars)].toSorted()
  await keepTarget(
    db,
    { unit: params.unit, cycle: cycle.id, quarter: body.quarter },
    {
      ids: [newId(clock, dice), newId(clock, dice)],
      stars,
      plan: body.plan,
      at: new Date(clock.now()),
    },
  )
  await request.act({ verb: 'setTarget', unit: params.unit, subject: `cycle:${cycle.id}`, payload: { quarter: body.quarter, stars } })
  return ok({ unit: params.unit, unitName: unit.name, quarter: body.quarter, stars, plan: body.plan })
}

const targets: Handler<C['targets']> = async (request) => {
  const cycle = await cycleSeen(request, request.params)
  if (!cycle.ok) return cycle
  const { below, quarter } = request.query
  const rows = await targetsBelow(request.db, cycle.value.id, below, quarter, 5000)
  const names = await namesOf(
    request.db,
    rows.map((row) => row.unit),
  )
  return ok({ rows: rows.map((row) => ({ ...row, stars: [...row.stars], unitName: names.get(row.unit) ?? row.unit })) })
}

export const targetHandlers = { setTarget, targets } satisfies Partial<Handlers<C>>
