// What happened to a star that is held, and the unit's appeal against it: filed by the unit, answered by another person than
// the one who decided, with reasons. One that is upheld restores the star in the same moment.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { longListFile } from '#ground/sheets/list-file.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { honourAppealContract } from '../contract-honour-appeals.ts'
import { unset } from '../core/cycle.ts'
import { exportColumns as words } from '../core/export-words.ts'
import { appealUntil, honourAppealNames, honourAppealState, isAppealable, refusesHonourAppeal } from '../core/honour-appeal.ts'
import { honourVerbNames, toMend } from '../core/honour.ts'
import type { HonourStep } from '../core/honour.ts'
import { appealDismissed, appealUpheld } from '../core/told.ts'
import { findCycle } from '../data/cycles.ts'
import * as data from '../data/honour-appeals.ts'
import type { HonourAppealRow, HonourStepRow } from '../data/honour-appeals.ts'
import { honourReportsOf } from '../data/honour-reports.ts'
import { findHonour, honoursWith } from '../data/honours.ts'
import type { HonourRow } from '../data/honours.ts'
import { problems } from '../problems.ts'
import { reportShown } from './honour-reports.ts'
import { honourPath, honourRefusal, takeHonourStep } from './honour-steps.ts'
import { cycleNames, honourShown } from './shown.ts'
import { starCalled, tellUnit } from './telling.ts'
import { barredFrom, whoFor } from './who.ts'

type C = typeof honourAppealContract
type Shown = AnswerOf<C['appealHonour']>
type Reading = Pick<RoomRequest, 'db' | 'language'>

async function appealsShown({ db, language }: Reading, rows: readonly HonourAppealRow[]): Promise<Shown[]> {
  const names = await namesOf(db, [...new Set(rows.flatMap((row) => [row.unit, ...(row.answeredAt === null ? [] : [row.answeredAt])]))])
  const honours = new Map((await honoursWith(db, rows)).map((one) => [one.id, one]))
  const of = await cycleNames(
    db,
    [...honours.values()].map((one) => one.cycle),
    language,
  )
  const named = (code: Code): string => names.get(code) ?? code
  return rows.map(({ upheld, answeredAt, withdrawnOn, filedBy: _filedBy, ...row }) => {
    const honour = honours.get(row.honour)
    const starName = honour === undefined ? '' : (of.get(honour.cycle)?.starName(honour.star) ?? honour.star)
    const state = honourAppealState({ upheld, withdrawnOn })
    return { ...row, unitName: named(row.unit), starName, state, answeredBy: answeredAt === null ? null : named(answeredAt) }
  })
}

async function appealShown(reading: Reading, row: HonourAppealRow): Promise<Shown> {
  const [shown] = await appealsShown(reading, [row])
  if (shown === undefined) throw new Error('an appeal shows as one')
  return shown
}

/** The last step, what was appealed, and the days that the cycle gives. */
async function standing({ db }: Pick<RoomRequest, 'db'>, honour: HonourRow) {
  const steps = await data.honourStepsOf(db, honour.unit, honour.id)
  const appeals = await data.honourAppealsOf(db, honour.unit, honour.id)
  const parameters = (await findCycle(db, honour.cycle))?.parameters ?? unset
  const days = parameters.appealDays
  return { steps, appeals, days, last: steps.at(-1), parameters }
}

const stepsShown = (steps: readonly HonourStepRow[], names: ReadonlyMap<Code, string>) =>
  steps.map(({ by: _by, byUnit, ...step }) => ({ ...step, byUnitName: names.get(byUnit) ?? byUnit }))

const honourRecord: Handler<C['honourRecord']> = async (request) => {
  const { db, params, actor, today } = request
  const honour = await findHonour(db, params.unit, params.id)
  if (honour === undefined) return refuse(problems.noSuchHonour())
  const { steps, appeals, days, last, parameters } = await standing(request, honour)
  const names = await namesOf(db, [...new Set(steps.map((step) => step.byUnit))])
  const appealed = appeals.map((one) => one.against)
  const declares = actor.grants.includes('stars.declare')
  const open = appeals.find((one) => honourAppealState(one) === 'open')
  return ok({
    honour: await honourShown(request, honour),
    steps: stepsShown(steps, names),
    reports: (await honourReportsOf(db, honour.unit, honour.id)).map(reportShown),
    appeals: await appealsShown(request, appeals),
    mayDecide: barredFrom(await whoFor(request, honour, parameters)) === null,
    mayReport: declares && toMend(honour.state),
    mayWithdraw: declares ? (open?.id ?? null) : null,
    mayAppeal: declares && refusesHonourAppeal(last, appealed, today, days) === null,
    appealUntil: last === undefined || !isAppealable(last.verb) ? null : appealUntil(last, days),
  })
}

const appealHonour: Handler<C['appealHonour']> = async (request) => {
  const { db, params, body, actor, today } = request
  const honour = await findHonour(db, params.unit, params.id)
  if (honour === undefined) return refuse(problems.noSuchHonour())
  const { appeals, days, last } = await standing(request, honour)
  const same = appeals.find((one) => one.id === body.appeal)
  if (same !== undefined) return ok(await appealShown(request, same))
  const appealed = appeals.map((one) => one.against)
  const refused = refusesHonourAppeal(last, appealed, today, days)
  if (last === undefined || !isAppealable(last.verb) || refused === 'nothing') return refuse(problems.nothingToAppeal())
  if (refused === 'there') return refuse(problems.appealedAlready())
  if (refused === 'late') return refuse(problems.honourAppealLate({ until: appealUntil(last, days) ?? '' }))
  const row: HonourAppealRow = {
    unit: honour.unit,
    id: body.appeal,
    honour: honour.id,
    against: last.seq,
    verb: last.verb,
    reason: body.reason,
    filedOn: today,
    filedBy: actor.id ?? '',
    upheld: null,
    answer: null,
    answeredOn: null,
    answeredAt: null,
    withdrawnOn: null,
  }
  await data.addHonourAppeal(db, row)
  const payload = { appeal: row.id, against: row.against, verb: row.verb }
  await request.act({ verb: 'appealHonour', unit: row.unit, subject: `honour:${honour.id}`, payload, reason: body.reason })
  return ok(await appealShown(request, row))
}

const withdrawHonourAppeal: Handler<C['withdrawHonourAppeal']> = async (request) => {
  const { db, params, body, today } = request
  const honour = await findHonour(db, params.unit, params.id)
  if (honour === undefined) return refuse(problems.noSuchHonour())
  const row = await data.holdHonourAppeal(db, params.unit, body.appeal)
  if (row === undefined || row.honour !== honour.id) return refuse(problems.noSuchHonourAppeal())
  await data.withdrawHonourAppeal(db, row, today)
  const { reason } = body
  const payload = { appeal: row.id, against: row.against }
  await request.act({
    verb: 'withdrawHonourAppeal',
    unit: row.unit,
    subject: `honour:${honour.id}`,
    payload,
    ...(reason === '' ? {} : { reason }),
  })
  return ok(await appealShown(request, { ...row, withdrawnOn: today }))
}

const honourAppeals: Handler<C['honourAppeals']> = async (request) =>
  ok({ rows: await appealsShown(request, await data.honourAppealsBelow(request.db, request.params.unit, 500)) })

const exportHonourAppeals: Handler<C['exportHonourAppeals']> = async (request) => {
  const { db, params, language } = request
  const header = [words.unit, words.code, words.star, words.against, words.appeal, words.filedOn, words.state]
  const list = data.honourAppealList(db, params.unit)
  return longListFile(request, words.honourAppeals, [...header, words.answer, words.answeredOn], list, async (rows) =>
    (await appealsShown(request, rows)).map((row) => [
      row.unitName,
      row.unit,
      row.starName,
      honourVerbNames[row.verb][language],
      row.reason,
      row.filedOn,
      honourAppealNames[row.state][language],
      row.answer ?? '',
      row.answeredOn ?? '',
    ]),
  )
}

const answerHonourAppeal: Handler<C['answerHonourAppeal']> = async (request) => {
  const { db, params, body, actor, today } = request
  const held = await findHonour(db, params.unit, params.id, true)
  if (held === undefined) return refuse(problems.noSuchHonour())
  const row = await data.holdHonourAppeal(db, params.unit, body.appeal)
  if (row === undefined || row.honour !== held.id) return refuse(problems.noSuchHonourAppeal())
  const barred = barredFrom(await whoFor(request, held, (await findCycle(db, held.cycle))?.parameters ?? unset))
  if (barred !== null) return refuse(barred)
  const step = (await data.honourStepsOf(db, held.unit, held.id)).find((one) => one.seq === row.against)
  const me = actor.id ?? ''
  if (step?.by === me || row.filedBy === me) return refuse(problems.samePerson({ verb: body.upheld ? 'uphold' : 'dismiss' }))
  // A step that was taken since is another matter: the appeal is answered, and what stands now stays.
  const standsStill = held.steps === row.against
  if (body.upheld && standsStill) {
    const restore: HonourStep = { verb: 'restore', on: today, basis: body.answer, document: body.document || null, due: null }
    const refused = honourRefusal(held, restore)
    if (refused !== null) return refuse(refused)
    await takeHonourStep(request, held, restore)
  }
  const at = actor.unit ?? held.unit.slice(0, 6)
  await data.answerHonourAppeal(db, row, { upheld: body.upheld, answer: body.answer, on: today, by: me, at })
  await request.act({
    verb: 'answerHonourAppeal',
    unit: held.unit,
    subject: `honour:${held.id}`,
    payload: { appeal: row.id, upheld: body.upheld },
    reason: body.answer,
  })
  // One that is upheld was told by the restoring, where there was one.
  const told = body.upheld ? (standsStill ? null : appealUpheld) : appealDismissed
  if (told !== null) await tellUnit(request, held.unit, told(await starCalled(request, held)), honourPath(held))
  return ok(await appealShown(request, { ...row, upheld: body.upheld, answer: body.answer, answeredOn: today, answeredAt: at }))
}

export const honourAppealHandlers = {
  honourRecord,
  appealHonour,
  withdrawHonourAppeal,
  honourAppeals,
  exportHonourAppeals,
  answerHonourAppeal,
} satisfies Partial<Handlers<C>>
