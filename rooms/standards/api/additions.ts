// What townships add to an edition. They add and end; nothing of the edition is touched.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { covers, levelOf } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { readAddition } from '../core/additions.ts'
import type { Criterion } from '../core/pack-shapes.ts'
import { addAddition, endAddition, findAddition, findEdition, listAdditions } from '../data/queries.ts'
import type { AdditionRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { compiledOf } from './known-packs.ts'

type C = typeof contract
type Shown = AnswerOf<C['additions']>['rows'][number]

export async function additionsShown({ db, actor }: Pick<RoomRequest, 'db' | 'actor'>, rows: readonly AdditionRow[]): Promise<Shown[]> {
  const names = await namesOf(db, [...new Set(rows.map(({ unit }) => unit))])
  const adds = actor.grants.includes('standards.add')
  return rows.map(({ unit, id, edition, star, content, from, to }) => {
    const { evidence, evidenceEn, ...criterion } = content as Criterion
    const mine = adds && to === null && covers(actor.writes, unit)
    return {
      unit: { code: unit, name: names.get(unit) ?? unit },
      id,
      edition,
      star,
      criterion: { ...criterion, evidence: [...evidence], ...(evidenceEn === undefined ? {} : { evidenceEn: [...evidenceEn] }) },
      from,
      to,
      mine,
    }
  })
}

export const additions: Handler<C['additions']> = async (request) => {
  const { actor, db, query } = request
  const own = actor.grants.includes('standards.add') && actor.unit !== null && levelOf(actor.unit) === 4 ? actor.unit : null
  const names = own === null ? null : await namesOf(db, [own])
  const rows = await additionsShown(request, await listAdditions(db, query.id))
  return ok({ rows, township: own === null ? null : { code: own, name: names?.get(own) ?? own } })
}

export const add: Handler<C['add']> = async (request) => {
  const { db, body, actor } = request
  const { unit, id, edition, star, from } = body
  if (from <= request.today) return refuse(problems.additionBack({ today: request.today }))
  if (levelOf(unit) !== 4) return refuse(problems.townshipsOnly())
  const row = await findEdition(db, edition)
  if (row === undefined) return refuse(problems.noSuchEdition())
  if (row.state !== 'issued') return refuse(problems.notInUse({ state: row.state }))
  const earlier = (await listAdditions(db, edition)).filter((one) => one.unit === unit)
  const { pack } = compiledOf(row.digest, row.content)
  const read = readAddition(
    pack,
    star,
    body.criterion,
    earlier.map((one) => ({ star: one.star, criterion: one.content as Criterion })),
  )
  if (!read.ok) return read
  // What a township adds is always asked: a criterion that is not required would not be stricter.
  const criterion: Criterion = { ...read.value, required: true }
  const added = { unit, id, edition, star, criterion: criterion.id, content: criterion, from }
  await addAddition(db, { ...added, by: actor.id })
  await request.act({ verb: 'add', unit, subject: `edition:${edition}`, payload: { addition: id, star, criterion } })
  const [shown] = await additionsShown(request, [{ ...added, to: null }])
  return shown === undefined ? refuse(problems.noSuchAddition()) : ok(shown)
}

export const end: Handler<C['endAddition']> = async (request) => {
  const { db, params, body } = request
  const row = await findAddition(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchAddition())
  if (row.to !== null) return refuse(problems.additionEnded())
  if (body.to < row.from) return refuse(problems.dayBefore({ from: row.from }))
  if (!(await endAddition(db, params.unit, params.id, body.to))) return refuse(problems.additionEnded())
  await request.act({
    verb: 'endAddition',
    unit: params.unit,
    subject: `edition:${row.edition}`,
    payload: { addition: row.id, to: body.to },
  })
  const [shown] = await additionsShown(request, [{ ...row, to: body.to }])
  return shown === undefined ? refuse(problems.noSuchAddition()) : ok(shown)
}
