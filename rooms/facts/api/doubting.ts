// A unit sees what is recorded of it and asks for what is wrong to be corrected. Granting is correcting the record; a refusal
// has its reason.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { findCase } from '../data/cases.ts'
import { findCertificate } from '../data/certificates.ts'
import { addDoubt, answerDoubts, findDoubt, listDoubts } from '../data/doubts.ts'
import type { DoubtRow, RecordKind } from '../data/doubts.ts'
import { findFact } from '../data/facts.ts'
import { findReview } from '../data/reviews.ts'
import type { Recorded } from '../data/stamp.ts'
import { problems } from '../problems.ts'
import { scopesBelow } from './recording.ts'
import type { ShownDoubt } from './showing.ts'
import { doubtsShown } from './showing.ts'

type C = typeof contract
type Db = RoomRequest['db']
const mostRows = 500

const finders: Readonly<Record<RecordKind, (db: Db, unit: Code, id: Id) => Promise<Recorded | undefined>>> = {
  fact: findFact,
  certificate: findCertificate,
  case: findCase,
  review: findReview,
}

async function answered(db: Db, row: DoubtRow): Promise<Result<ShownDoubt>> {
  const [shown] = await doubtsShown(db, [row])
  if (shown === undefined) throw new Error('nothing was shown')
  return ok(shown)
}

export const doubts: Handler<C['doubts']> = async ({ db, query, actor }) => {
  const rows = await listDoubts(db, {
    below: scopesBelow(actor.scopes, query.below),
    waiting: query.waiting === 'true',
    limit: mostRows + 1,
  })
  return ok({ rows: await doubtsShown(db, rows.slice(0, mostRows)), more: rows.length > mostRows })
}

export const doubt: Handler<C['doubt']> = async (request) => {
  const { db, body, today, clock, actor } = request
  const { id, unit, kind, record, reason } = body
  const found = await finders[kind](db, unit, record)
  if (found === undefined) return refuse(problems.noSuchRecord())
  if (found.supersededBy !== null) return refuse(problems.corrected())
  const waiting = await listDoubts(db, { below: [unit], waiting: true, limit: 5000 })
  if (waiting.some((one) => one.record === record)) return refuse(problems.asked())
  const row: DoubtRow = {
    unit,
    id,
    kind,
    record,
    reason,
    askedOn: today,
    at: new Date(clock.now()),
    byRole: actor.role,
    state: 'waiting',
    answer: '',
    answeredOn: null,
    answeredBy: null,
  }
  await addDoubt(db, row)
  await request.act({ verb: 'doubt', unit, subject: `${kind}:${record}`, payload: { request: id }, reason })
  return answered(db, row)
}

export const decline: Handler<C['decline']> = async (request) => {
  const { db, params, body, today, actor } = request
  const row = await findDoubt(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchRecord())
  const answer = { state: 'declined', answer: body.reason, on: today, by: actor.unit } as const
  if ((await answerDoubts(db, { unit: row.unit, id: row.id }, answer)) === 0) return refuse(problems.answered())
  await request.act({
    verb: 'decline',
    unit: row.unit,
    subject: `${row.kind}:${row.record}`,
    payload: { request: row.id },
    reason: body.reason,
  })
  return answered(db, { ...row, state: 'declined', answer: body.reason, answeredOn: today, answeredBy: actor.unit })
}
