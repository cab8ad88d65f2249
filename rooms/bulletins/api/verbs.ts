// What is done to a bulletin: revise, sign off, return, publish, correct. Load and hold, ask core, save, record the act.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { documentNumber } from '#ground/documents/document.ts'
import type { contract } from '../contract.ts'
import type { Content } from '../core/content.ts'
import { contentDigest, missingFigures, picturesOf } from '../core/content.ts'
import { maskedWritten, unmasked } from '../core/personal.ts'
import { correctionAnew, correctionOf, ownFigures } from '../core/correction.ts'
import { usualWords } from '../core/usual-words.ts'
import { picturesIn, publishPictures } from '../data/pictures.ts'
import type { BulletinRow } from '../data/queries.ts'
import { findBulletin, lastSerial, numberTaken } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { change, unsigned, whyNot, withEditor } from './changing.ts'
import { excerptOf } from './data-draft.ts'
import { draftFrom } from './drafting.ts'
import { dropUnshown, withdrawnIn } from './pictures.ts'
import { numberOf, recordShown } from './show.ts'

type C = typeof contract
export const revise: Handler<C['revise']> = (request) =>
  change(request, 'revise', async (row) => {
    const { actor, body, db } = request
    const written = maskedWritten({ ...row, ...body })
    const missing = missingFigures(written)
    if (missing.length > 0) return refuse(problems.missingFigure({ ids: missing.join(', ') }))
    const there = new Set((await picturesIn(db, row)).filter(({ gone }) => gone === null).map(({ id }) => id))
    if (picturesOf(written.blocks).some((id) => !there.has(id))) return refuse(problems.noPicture())
    await dropUnshown(request, { ...row, ...written })
    return ok({ row: { ...written, ...unsigned, editors: withEditor(row, actor.id), note: '', digest: contentDigest(written) } })
  })

/** What keeps it from being signed and published. */
async function whyNotOut(db: RoomRequest['db'], row: BulletinRow, verb: 'signOff' | 'publish'): Promise<Problem | null> {
  // Drafts from before anything was masked are saved again first, so that what is signed is what is published.
  if (unmasked(row)) return problems.personalData({ verb })
  const withdrawn = await withdrawnIn(db, row)
  return withdrawn.length === 0 ? null : problems.pictureWithdrawn({ verb, pictures: withdrawn })
}

export const signOff: Handler<C['signOff']> = (request) =>
  change(request, 'signOff', async (row) => {
    const inTheWay = await whyNotOut(request.db, row, 'signOff')
    if (inTheWay !== null) return refuse(inTheWay)
    return ok({ row: { ...row, state: 'signed', signedOn: request.today, signedBy: request.actor.id, note: '' } })
  })

export const sendBack: Handler<C['return']> = (request) =>
  change(request, 'return', (row) => {
    const { reason } = request.body
    return ok({ row: { ...row, ...unsigned, note: reason }, reason })
  })

export const publish: Handler<C['publish']> = (request) =>
  change(request, 'publish', async (row) => {
    const { db, today, body, actor } = request
    const inTheWay = await whyNotOut(db, row, 'publish')
    if (inTheWay !== null) return refuse(inTheWay)
    const year = Number(today.slice(0, 4))
    const serial = body.serial ?? (await lastSerial(db, row.unit, body.prefix, year)) + 1
    const number = { prefix: body.prefix, year, serial }
    if (await numberTaken(db, row.unit, number))
      return refuse(problems.numberTaken({ number: documentNumber(number.prefix, year, serial) }))
    await publishPictures(db, row)
    const next: BulletinRow = { ...row, state: 'published', number, publishedOn: today, publishedBy: actor.id }
    return ok({ row: next, payload: { number: numberOf(next) } })
  })

/** What the record behind the figures says today, beside what was published. */
async function anewOf(
  request: Pick<RoomRequest, 'excerpt' | 'db' | 'wordings'>,
  row: BulletinRow,
  number: string,
  words: 'kept' | 'fresh' | undefined,
): Promise<Result<Content>> {
  const sources = new Map(ownFigures(row).map(({ source }) => [`${source.kind}:${source.id}`, source]))
  const [source] = sources.values()
  if (source === undefined || sources.size > 1) return refuse(problems.notFromData())
  const fresh = await excerptOf(request, source.kind, { unit: row.unit, id: source.id })
  return fresh.ok ? ok(correctionAnew(row, number, fresh.value, words ?? usualWords(row))) : fresh
}

export const correct: Handler<C['correct']> = async (request) => {
  const { db, params, body } = request
  const row = await findBulletin(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchBulletin())
  const refusal = whyNot(row, 'correct', request)
  if (refusal !== null) return refuse(refusal)
  const number = numberOf(row) ?? ''
  const content = body.anew ? await anewOf(request, row, number, body.words) : ok(correctionOf(row, number))
  if (!content.ok) return content
  const drafted = await draftFrom(request, { ...content.value, id: body.id, unit: row.unit, audience: row.audience, corrects: row.id })
  return drafted.ok ? ok(await recordShown(request, drafted.value)) : drafted
}
