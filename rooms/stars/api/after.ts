// What follows a certification: filing with the level above, and awards.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { getUnits, namesOf } from '#rooms/units/offers.ts'
import type { afterContract } from '../contract-after.ts'
import { addAward, addFiling, awardsBelow, filingsOf, findAward, holdFilings, withdrawAward as withdraw } from '../data/after.ts'
import type { AwardRow, FilingRow } from '../data/after.ts'
import { honoursWith } from '../data/honours.ts'
import { problems } from '../problems.ts'
import { cycleSeen } from './cycles.ts'

type C = typeof afterContract

const filingShown = (row: FilingRow) => ({ ...row, honours: [...row.honours] })

const file: Handler<C['file']> = async (request) => {
  const { db, params, body, actor, today } = request
  const found = await cycleSeen(request, params)
  if (!found.ok) return found
  const unit = actor.unit ?? found.value.unit
  await holdFilings(db, unit, params.id)
  const before = await filingsOf(db, params.id, unit)
  const same = before.find((row) => row.id === body.filing)
  if (same !== undefined) return ok(filingShown(same))
  const filed = new Set(before.flatMap((row) => row.honours))
  const known = new Map(
    (
      await honoursWith(
        db,
        body.honours.map((at) => ({ unit: at.unit, honour: at.id })),
      )
    ).map((honour) => [honour.id, honour]),
  )
  for (const at of body.honours) {
    const honour = known.get(at.id)
    if (honour === undefined || honour.unit !== at.unit || honour.cycle !== params.id || !request.covers(at.unit))
      return refuse(problems.noSuchHonour())
    if (filed.has(at.id)) return refuse(problems.filedAlready({ unitName: (await namesOf(db, [at.unit])).get(at.unit) ?? at.unit }))
  }
  const honours = body.honours.map((at) => at.id)
  const row: FilingRow = {
    unit,
    id: body.filing,
    cycle: params.id,
    number: before.length + 1,
    filedOn: today,
    document: body.document,
    honours,
  }
  await addFiling(db, row)
  await request.act({
    verb: 'file',
    unit,
    subject: `filing:${row.id}`,
    payload: { cycle: row.cycle, number: row.number, document: row.document, honours },
  })
  return ok(filingShown(row))
}

const filings: Handler<C['filings']> = async ({ db, params }) => ok({ rows: (await filingsOf(db, params.cycle)).map(filingShown) })

export async function awardsShown(db: RoomRequest['db'], rows: readonly AwardRow[]): Promise<AnswerOf<C['awards']>['rows']> {
  const names = await namesOf(db, [...new Set(rows.flatMap((row) => [row.unit, row.subject]))])
  return rows.map((row) => ({ ...row, unitName: names.get(row.unit) ?? row.unit, subjectName: names.get(row.subject) ?? row.subject }))
}

async function awardShown(db: RoomRequest['db'], row: AwardRow): Promise<AnswerOf<C['award']>> {
  const [shown] = await awardsShown(db, [row])
  if (shown === undefined) throw new Error('an award shows as one')
  return shown
}

const award: Handler<C['award']> = async (request) => {
  const { db, params, body, today } = request
  const { id, ...given } = body
  const there = await findAward(db, params.unit, id)
  if (there !== undefined) return ok(await awardShown(db, there))
  if (given.on > today) return refuse(problems.awardAhead({ on: given.on }))
  const known = (await getUnits(db, [given.subject])).has(given.subject)
  if (!known || !given.subject.startsWith(params.unit)) return refuse(problems.unknownUnit({ unit: given.subject }))
  const row: AwardRow = { ...given, id, unit: params.unit, withdrawnOn: null }
  await addAward(db, row)
  await request.act({ verb: 'award', unit: row.unit, subject: `award:${id}`, payload: given })
  return ok(await awardShown(db, row))
}

const withdrawAward: Handler<C['withdrawAward']> = async (request) => {
  const { db, params, body, today } = request
  const row = await findAward(db, params.unit, params.id)
  if (row === undefined || !(await withdraw(db, params.unit, params.id, today))) return refuse(problems.noSuchAward())
  await request.act({
    verb: 'withdrawAward',
    unit: row.unit,
    subject: `award:${row.id}`,
    payload: { subject: row.subject },
    reason: body.reason,
  })
  return ok(await awardShown(db, { ...row, withdrawnOn: today }))
}

/** As many awards as one page shows. */
const mostAwards = 1000

const awards: Handler<C['awards']> = async ({ db, query }) => {
  const found = await awardsBelow(db, query.below, query.year ?? null, mostAwards + 1)
  return ok({ rows: await awardsShown(db, found.slice(0, mostAwards)), more: found.length > mostAwards })
}

export const afterHandlers = { file, filings, award, withdrawAward, awards } satisfies Partial<Handlers<C>>
