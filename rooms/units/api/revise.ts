// Verbs on one unit: load its versions → ask core → record the act → write.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { covers, parentOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import * as core from '../core/revise.ts'
import type { Changes } from '../core/unit.ts'
import { writeChanges } from '../data/changes.ts'
import { versionsOf } from '../data/queries.ts'
import { problems } from '../problems.ts'

type Units = typeof contract

interface Decision {
  readonly effective: string
  readonly document?: string | undefined
  readonly reason?: string | undefined
}

/** Records what was decided about a unit and writes it. */
export async function settle(
  request: Pick<RoomRequest, 'db' | 'act'>,
  verb: string,
  code: Code,
  changes: Result<Changes>,
  decision: Decision,
  payload: object,
): Promise<Result<{ code: Code }>> {
  if (!changes.ok) return changes
  const { effective, document, reason } = decision
  const act = await request.act({
    verb,
    unit: code,
    subject: `unit:${code}`,
    payload: { ...payload, effective, ...(document === undefined ? {} : { document }) },
    ...(reason === undefined ? {} : { reason }),
  })
  const lost = await writeChanges(request.db, changes.value, act)
  return lost === null ? ok({ code }) : refuse(problems.changedMeanwhile({ code: lost }))
}

export const create: Handler<Units['create']> = async (request) => {
  const { db, actor, body } = request
  if (!covers(actor.writes, body.code)) return refuse(problems.notYours(body))
  const parent = parentOf(body.code)
  const versions = await versionsOf(db, parent === null ? [body.code] : [body.code, parent])
  return settle(request, 'create', body.code, core.create(versions, body), body, { name: body.name })
}

export const rename: Handler<Units['rename']> = async (request) => {
  const { db, actor, body, params } = request
  if (!covers(actor.writes, params.code)) return refuse(problems.notYours(params))
  const changes = core.rename(await versionsOf(db, [params.code]), { ...body, ...params })
  return settle(request, 'rename', params.code, changes, body, { name: body.name })
}

export const overrideKind: Handler<Units['overrideKind']> = async (request) => {
  const { db, actor, body, params } = request
  if (!covers(actor.writes, params.code)) return refuse(problems.notYours(params))
  const changes = core.overrideKind(await versionsOf(db, [params.code]), { ...body, ...params })
  return settle(request, 'overrideKind', params.code, changes, body, { kind: body.kind })
}

export const end: Handler<Units['end']> = async (request) => {
  const { db, actor, body, params } = request
  if (!covers(actor.writes, params.code)) return refuse(problems.notYours(params))
  const changes = core.end(await versionsOf(db, [], [params.code]), { ...body, ...params })
  return settle(request, 'end', params.code, changes, body, {})
}
