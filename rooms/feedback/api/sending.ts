// What anybody may do: read who runs this, send something in, follow it, rate the answer.

import type { Handler } from '#ground/http/handler.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Vault } from '#ground/vault/vault.ts'
import { findUnit, rootUnits } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { makeCode, readCode } from '../core/code.ts'
import { readingOf } from '../core/deadline.ts'
import { placeOf } from '../core/desk.ts'
import { after, allows, opened } from '../core/state.ts'
import type { CaseRow } from '../data/queries.ts'
import { addCase, enterCode, findByCode, holdCode, saveRating } from '../data/queries.ts'
import { addStep } from '../data/steps.ts'
import { problems } from '../problems.ts'
import { sealContact } from './contacts.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import { trackShown } from './show.ts'

type C = typeof contract

const codeContext = 'feedback.code'

const setting = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value.trim())

export const about: Handler<C['about']> = async ({ settings }) =>
  ok({
    operatorName: setting(settings['OPERATOR_NAME']),
    complaintPhone: setting(settings['SUPERVISION_PHONE']),
    filingNumber: setting(settings['FILING_NUMBER']),
  })

/** The code belongs to what is sent, the sender's nonce and the instance's key, so a submission sent twice gets the same one. */
function codeFor(seed: string, vault: Vault): string {
  let round = 0
  let left: number[] = []
  return makeCode({
    bytes: (count) => {
      while (left.length < count) {
        left = [...left, ...(vault.derive(`${codeContext}:${seed}:${round}`).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))]
        round += 1
      }
      return Uint8Array.from(left.splice(0, count))
    },
  })
}

export const file: Handler<C['file']> = async (request) => {
  const { body, db, clock, dice, today, vault, settings } = request
  const code = codeFor(canonicalDigest(body), vault)
  const index = vault.blindIndex(code, codeContext)
  await enterCode(db, index)
  await holdCode(db, index)
  const before = await findByCode(db, index)
  if (before !== undefined)
    return ok({ code, filedOn: chinaDay(before.filedAt.getTime()), due: readingOf(before, packCalendar(), today)?.due ?? null })
  if (body.unit !== undefined && (await findUnit(db, body.unit)) === undefined) return refuse(problems.unknownUnit({ unit: body.unit }))
  const home = setting(settings['HOME_UNIT']) ?? (await rootUnits(db))[0]
  if (home === undefined) return refuse(problems.noHome())
  const place = placeOf(body.unit ?? null, home)
  const id = newId(clock, dice)
  const row: CaseRow = {
    ...place,
    ...opened(today),
    id,
    code: index,
    steps: 1,
    kind: body.kind,
    text: body.text,
    ...sealContact(vault, id, body.contact),
    filedAt: new Date(clock.now()),
  }
  await addCase(request.later, row)
  await addStep(request.later, row, { id: newId(clock, dice), at: row.filedAt, verb: 'file', satisfied: null, text: '' })
  await request.act({
    verb: 'file',
    unit: row.unit,
    subject: `feedback:${row.id}`,
    payload: { kind: row.kind, subject: row.subject, desk: row.desk },
  })
  return ok({ code, filedOn: today, due: readingOf(row, packCalendar(), today)?.due ?? null })
}

export const track: Handler<C['track']> = async ({ query, db, today, vault }) => {
  const code = readCode(query.code)
  if (code === null) return refuse(problems.badCode())
  const index = vault.blindIndex(code, codeContext)
  await enterCode(db, index)
  const row = await findByCode(db, index)
  return row === undefined ? refuse(problems.unknownCode()) : ok(await trackShown({ db, today }, row))
}

export const rate: Handler<C['rate']> = async (request) => {
  const { body, db, clock, dice, today, vault } = request
  const code = readCode(body.code)
  if (code === null) return refuse(problems.badCode())
  const index = vault.blindIndex(code, codeContext)
  await enterCode(db, index)
  const row = await findByCode(db, index)
  if (row === undefined) return refuse(problems.unknownCode())
  if (row.rated) return refuse(problems.ratedAlready())
  if (!allows(row, 'rate')) return refuse(problems.wrongState({ state: row.state }))
  const rated: CaseRow = { ...row, ...after(row, { verb: 'rate', on: today, satisfied: body.satisfied }), steps: row.steps + 1 }
  await addStep(request.later, rated, {
    id: newId(clock, dice),
    at: new Date(clock.now()),
    verb: 'rate',
    satisfied: body.satisfied,
    text: body.text ?? '',
  })
  await saveRating(db, rated)
  await request.act({ verb: 'rate', unit: row.unit, subject: `feedback:${row.id}`, payload: { satisfied: body.satisfied } })
  return ok({ state: rated.state })
}
