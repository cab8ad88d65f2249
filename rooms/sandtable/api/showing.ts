// Driving a big screen. Only where it stands is kept; every turn is an act under the next version, so all screens that follow
// hear of it, and each fetches what stands there with its own session's rights.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { showingContract } from '../contract-showing.ts'
import { codeOf, lives } from '../core/showing.ts'
import type { Scene, Showing } from '../core/showing.ts'
import { addShowing, findByCode, findShowing, saveEnd, saveScene } from '../data/queries.ts'
import { problems } from '../problems.ts'

type C = typeof showingContract
type Shown = AnswerOf<C['showing']>

const shown = ({ clock }: Pick<RoomRequest, 'clock'>, found: Showing): Shown => {
  const { unit, id, code, scene, version } = found
  return {
    unit,
    id,
    code,
    scene: { ...scene, spot: scene.spot === null ? null : { ...scene.spot } },
    version,
    live: lives(found, clock.now()),
  }
}

const toldOf = async (request: Pick<RoomRequest, 'act'>, verb: string, { unit, id, scene }: Pick<Showing, 'unit' | 'id' | 'scene'>) =>
  request.act({ verb, unit, subject: `showing:${id}`, payload: scene })

const lead: Handler<C['lead']> = async (request) => {
  const { db, params, body, clock, dice } = request
  const there = await findShowing(db, params.unit, body.id)
  if (there !== undefined) return ok(shown(request, there))
  if (!request.covers(body.scene.unit)) return refuse(problems.noSuchUnit())
  const begun = {
    unit: params.unit,
    id: body.id,
    code: codeOf(dice.bytes(4)),
    scene: body.scene satisfies Scene,
    turnedAt: new Date(clock.now()),
  }
  if (!(await addShowing(db, begun))) {
    // Begun by the same press a moment ago; or the number is one of another unit.
    const first = await findShowing(db, params.unit, body.id)
    return first === undefined ? refuse(problems.noSuchShowing()) : ok(shown(request, first))
  }
  await toldOf(request, 'lead', begun)
  return ok(shown(request, { ...begun, version: 1, endedAt: null }))
}

const turn: Handler<C['turn']> = async (request) => {
  const { db, params, body, clock } = request
  const found = await findShowing(db, params.unit, params.id)
  if (found === undefined) return refuse(problems.noSuchShowing())
  if (!lives(found, clock.now())) return refuse(problems.showingOver())
  if (!request.covers(body.scene.unit ?? found.scene.unit)) return refuse(problems.noSuchUnit())
  const next = await saveScene(db, params, body.scene, new Date(clock.now()))
  if (next === undefined) return refuse(problems.showingOver())
  await toldOf(request, 'turn', next)
  return ok(shown(request, next))
}

const endShowing: Handler<C['endShowing']> = async (request) => {
  const { db, params, clock } = request
  const found = await findShowing(db, params.unit, params.id)
  if (found === undefined) return refuse(problems.noSuchShowing())
  const ended = await saveEnd(db, params, new Date(clock.now()))
  if (ended !== undefined) {
    await toldOf(request, 'endShowing', ended)
    return ok(shown(request, ended))
  }
  const over = await findShowing(db, params.unit, params.id)
  return over === undefined ? refuse(problems.noSuchShowing()) : ok(shown(request, over))
}

const showing: Handler<C['showing']> = async (request) => {
  const found = await findShowing(request.db, request.params.unit, request.params.id)
  return found === undefined ? refuse(problems.noSuchShowing()) : ok(shown(request, found))
}

const paired: Handler<C['paired']> = async ({ db, query, clock }) => {
  const found = await findByCode(db, query.code)
  return found === undefined || !lives(found, clock.now()) ? refuse(problems.noSuchCode()) : ok({ unit: found.unit, id: found.id })
}

export const showingHandlers = { lead, turn, endShowing, showing, paired } satisfies Handlers<C>
