// What is done to a bulletin: revise, sign off, return, publish, correct. Load and hold, ask core, save, record the act.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { documentNumber } from '#ground/documents/document.ts'
import type { contract } from '../contract.ts'
import { contentDigest, missingFigures } from '../core/content.ts'
import { maskedWritten, unmasked } from '../core/personal.ts'
import { correctionOf } from '../core/correction.ts'
import { refuses } from '../core/state.ts'
import type { Verb } from '../core/state.ts'
import type { BulletinRow } from '../data/queries.ts'
import { findBulletin, lastSerial, numberTaken, saveBulletin } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { draftFrom } from './drafting.ts'
import type { BulletinRecord } from './show.ts'
import { numberOf, recordShown } from './show.ts'

type C = typeof contract
type Asking = Pick<RoomRequest, 'db' | 'actor' | 'today' | 'act'> & { readonly params: { readonly unit: string; readonly id: string } }
type Change = { readonly row: BulletinRow; readonly payload?: unknown; readonly reason?: string }

function whyNot(row: BulletinRow, verb: Verb, { actor }: Asking): Problem | null {
  const refusal = refuses(row, verb, actor.id, actor.grants)
  if (refusal === null) return null
  return refusal === 'same-person' ? problems.samePerson() : problems.wrongState({ verb, state: row.state })
}

async function change(
  request: Asking,
  verb: Verb,
  work: (row: BulletinRow) => Result<Change> | Promise<Result<Change>>,
): Promise<Result<BulletinRecord>> {
  const { db, params } = request
  const seen = await findBulletin(db, params.unit, params.id)
  if (seen === undefined) return refuse(problems.noSuchBulletin())
  // Row policies hold nothing that is published, so the guard is asked before the row is held, and again with it.
  const first = whyNot(seen, verb, request)
  if (first !== null) return refuse(first)
  const row = await findBulletin(db, params.unit, params.id, true)
  if (row === undefined) return refuse(problems.wrongState({ verb, state: seen.state }))
  const again = whyNot(row, verb, request)
  if (again !== null) return refuse(again)
  const changed = await work(row)
  if (!changed.ok) return changed
  const { row: next, payload = {}, reason } = changed.value
  await saveBulletin(db, next)
  await request.act({
    verb,
    unit: row.unit,
    subject: `bulletin:${row.id}`,
    payload: { state: next.state, digest: next.digest, ...(payload as object) },
    ...(reason === undefined ? {} : { reason }),
  })
  return ok(await recordShown(request, next))
}

const unsigned = { state: 'draft', signedOn: null, signedBy: null } as const

export const revise: Handler<C['revise']> = (request) =>
  change(request, 'revise', (row) => {
    const { actor, body } = request
    const written = maskedWritten({ ...row, ...body })
    const missing = missingFigures(written)
    if (missing.length > 0) return refuse(problems.missingFigure({ ids: missing.join(', ') }))
    const editors = actor.id === null || row.editors.includes(actor.id) ? row.editors : [...row.editors, actor.id]
    return ok({ row: { ...written, ...unsigned, editors, note: '', digest: contentDigest(written) } })
  })

export const signOff: Handler<C['signOff']> = (request) =>
  change(request, 'signOff', (row) =>
    // Drafts from before anything was masked are saved again first, so that what is signed is what is published.
    unmasked(row)
      ? refuse(problems.personalData())
      : ok({ row: { ...row, state: 'signed', signedOn: request.today, signedBy: request.actor.id, note: '' } }),
  )

export const sendBack: Handler<C['return']> = (request) =>
  change(request, 'return', (row) => {
    const { reason } = request.body
    return ok({ row: { ...row, ...unsigned, note: reason }, reason })
  })

export const publish: Handler<C['publish']> = (request) =>
  change(request, 'publish', async (row) => {
    const { db, today, body, actor } = request
    if (unmasked(row)) return refuse(problems.personalData())
    const year = Number(today.slice(0, 4))
    const serial = body.serial ?? (await lastSerial(db, row.unit, body.prefix, year)) + 1
    const number = { prefix: body.prefix, year, serial }
    if (await numberTaken(db, row.unit, number))
      return refuse(problems.numberTaken({ number: documentNumber(number.prefix, year, serial) }))
    const next: BulletinRow = { ...row, state: 'published', number, publishedOn: today, publishedBy: actor.id }
    return ok({ row: next, payload: { number: numberOf(next) } })
  })

export const correct: Handler<C['correct']> = async (request) => {
  const { db, params, body } = request
  const row = await findBulletin(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchBulletin())
  const refusal = whyNot(row, 'correct', request)
  if (refusal !== null) return refuse(refusal)
  const content = correctionOf(row, numberOf(row) ?? '')
  const drafted = await draftFrom(request, { ...content, id: body.id, unit: row.unit, audience: row.audience, corrects: row.id })
  return drafted.ok ? ok(await recordShown(request, drafted.value)) : drafted
}
