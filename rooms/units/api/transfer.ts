// Merge, split and recode: load all units concerned → prepare in core → a trial answer, or the act and the rows.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { AnswerOf } from '#ground/http/contract.ts'
import { covers, parentOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { mergeRoots, prepareTransfer, splitRoots } from '../core/prepare-transfer.ts'
import type { Move } from '../core/transfer.ts'
import { writeChanges } from '../data/changes.ts'
import { lastNames, versionsOf } from '../data/queries.ts'
import { problems } from '../problems.ts'

type Units = typeof contract

interface Asked {
  readonly verb: 'merge' | 'split' | 'recode'
  readonly roots: readonly Move[]
  readonly names: ReadonlyMap<Code, string>
  readonly mapping: readonly Move[]
  readonly effective: string
  readonly document?: string | undefined
  readonly reason: string
  readonly dryRun: boolean
}

async function carryOut(
  request: Pick<RoomRequest, 'db' | 'act' | 'actor' | 'covers'>,
  asked: Asked,
): Promise<Result<AnswerOf<Units['merge']>>> {
  const { db, actor } = request
  const codes = [...asked.roots, ...asked.mapping].flatMap((move) => [move.from, move.to])
  for (const code of codes) {
    if (!request.covers(code) && !covers(actor.writes, code)) return refuse(problems.notYours({ code }))
    if (!covers(actor.writes, code)) return refuse(problems.notYours({ code }))
  }
  const parents = codes.flatMap((code) => parentOf(code) ?? [])
  const versions = await versionsOf(db, parents, [...new Set(asked.roots.flatMap((move) => [move.from, move.to]))])
  const prepared = prepareTransfer(versions, asked)
  if (!prepared.ok) return prepared
  const { changes } = prepared.value
  const oldNames = await lastNames(
    db,
    changes.successions.map((each) => each.from),
  )
  const newNames = await lastNames(
    db,
    changes.successions.map((each) => each.to),
  )
  for (const version of [...changes.revised, ...changes.opened]) newNames.set(version.code, version.name)
  const answer = {
    applied: !asked.dryRun,
    moves: changes.successions.map(({ from, to, kind }) => ({
      from,
      fromName: oldNames.get(from) ?? from,
      to,
      toName: newNames.get(to) ?? to,
      kind,
    })),
  }
  if (asked.dryRun) return ok(answer)
  const main = asked.roots[0]
  const code = main?.from ?? ''
  const act = await request.act({
    verb: asked.verb,
    unit: code,
    subject: `unit:${code}`,
    payload: {
      effective: asked.effective,
      ...(asked.document === undefined ? {} : { document: asked.document }),
      names: Object.fromEntries(asked.names),
      moves: changes.successions.map(({ from, to, kind }) => ({ from, to, kind })),
      // Units that keep their code while parts of them leave it.
      stays: prepared.value.moves.flatMap((move) => (move.from === move.to ? [move.from] : [])),
    },
    reason: asked.reason,
  })
  const lost = await writeChanges(db, changes, act)
  return lost === null ? ok(answer) : refuse(problems.changedMeanwhile({ code: lost }))
}

const named = (parts: readonly { readonly code: Code; readonly name?: string | undefined }[]): Map<Code, string> =>
  new Map(parts.flatMap((part) => (part.name === undefined ? [] : [[part.code, part.name] as const])))

export const merge: Handler<Units['merge']> = async (request) => {
  const { body } = request
  return carryOut(request, { ...body, verb: 'merge', roots: mergeRoots(body.sources, body.target.code), names: named([body.target]) })
}

export const split: Handler<Units['split']> = async (request) => {
  const { body, params } = request
  const roots = splitRoots(params.code, body.parts)
  if (!roots.ok) return roots
  return carryOut(request, { ...body, verb: 'split', roots: roots.value, names: named(body.parts) })
}

export const recode: Handler<Units['recode']> = async (request) => {
  const { body, params } = request
  const target = { code: body.to, ...(body.name === undefined ? {} : { name: body.name }) }
  return carryOut(request, { ...body, verb: 'recode', roots: [{ from: params.code, to: body.to }], names: named([target]) })
}
