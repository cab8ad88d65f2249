// A transfer inside the county changes the unit spoken of; to another county it ends the record here and begins one there,
// under the same code, because a row never moves between districts. The sender's code is entered for the while, since the
// new record may stand where the giver does not reach.

import type { Handler } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { findUnit } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { placeOf } from '../core/desk.ts'
import { after, allows, opened } from '../core/state.ts'
import type { CaseRow } from '../data/queries.ts'
import { addCase, enterCode, findCase, saveCase } from '../data/queries.ts'
import { addStep, moveSteps } from '../data/steps.ts'
import { problems } from '../problems.ts'
import { boundContact, openContact, sealContact } from './contacts.ts'

export const transfer: Handler<(typeof contract)['transfer']> = async (request) => {
  const { params, body, db, later, clock, dice, today, vault } = request
  const row = await findCase(db, params.unit, params.id, true)
  if (row === undefined) return refuse(problems.noSuchCase())
  if (!allows(row, 'transfer')) return refuse(problems.wrongState({ state: row.state }))
  if (body.to === row.subject) return refuse(problems.sameUnit())
  if ((await findUnit(db, body.to)) === undefined) return refuse(problems.unknownUnit({ unit: body.to }))
  const place = placeOf(body.to, row.unit)
  const moved = place.unit !== row.unit
  const at = new Date(clock.now())
  const left: CaseRow = { ...row, ...after(row, { verb: 'transfer', on: today }, moved), steps: row.steps + 1 }
  await addStep(later, left, { id: newId(clock, dice), at, verb: 'transfer', satisfied: null, text: body.reason })
  await enterCode(db, row.code)
  let id = row.id
  if (moved) {
    id = newId(clock, dice)
    const contact = sealContact(vault, id, openContact(vault, row))
    const there: CaseRow = { ...left, ...place, ...opened(today), ...contact, id, rated: row.rated, steps: left.steps + 1 }
    await saveCase(db, { ...left, contact: null })
    await addCase(later, there)
    await addStep(later, there, { id: newId(clock, dice), at, verb: 'receive', satisfied: null, text: body.reason })
  } else {
    if (place.desk !== row.desk) await moveSteps(db, row, place.desk)
    await saveCase(db, boundContact(vault, { ...left, ...place }))
  }
  await request.act({
    verb: 'transfer',
    unit: row.unit,
    subject: `feedback:${row.id}`,
    payload: { from: row.subject, to: body.to, unit: place.unit },
    reason: body.reason,
  })
  return ok({ unit: place.unit, id })
}
