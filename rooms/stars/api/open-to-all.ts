// What anybody may read and do: publicities, stars that are held, a plaque's truth, an objection with its code.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Actor, Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { makeCode, readCode } from '#rooms/feedback/core/code.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { openContract } from '../contract-open.ts'
import type { publicStarsContract } from '../contract-public.ts'
import { quarterOf } from '../core/cycle.ts'
import { starsIn } from '../core/star-name.ts'
import { findCycle, listCycles } from '../data/cycles.ts'
import { findPlaque, honoursBelow } from '../data/honours.ts'
import type { HonourRow } from '../data/honours.ts'
import { addObjection, enterCode, findByCode, findPublicity, listPublicities, noticesOf, publicitiesWith } from '../data/publicities.ts'
import type { ObjectionRow, PublicityRow } from '../data/publicities.ts'
import { starsAimedFor } from '../data/targets.ts'
import { problems } from '../problems.ts'
import { codeFrom } from './codes.ts'
import { cycleNames, cycleRowShown, honoursShown, honourShown } from './shown.ts'

type C = typeof publicStarsContract & typeof openContract

export async function publicitiesShown(
  { db, today, language }: Pick<RoomRequest, 'db' | 'today' | 'language'>,
  rows: readonly PublicityRow[],
): Promise<AnswerOf<C['publicities']>['rows']> {
  const lines = await noticesOf(
    db,
    rows.map((row) => row.id),
  )
  const names = await namesOf(db, [...new Set([...rows, ...lines].map((row) => row.unit))])
  const of = await cycleNames(
    db,
    rows.map((row) => row.cycle),
    language,
  )
  const named = (code: Code) => names.get(code) ?? code
  return rows.map((row) => ({
    ...row,
    unitName: named(row.unit),
    cycleName: of.get(row.cycle)?.cycle ?? '',
    open: row.from <= today && today <= row.until,
    lines: lines
      .filter((line) => line.publicity === row.id)
      .map(({ unit, candidacy, star, state }) => ({
        unit,
        unitName: named(unit),
        candidacy,
        star,
        starName: of.get(row.cycle)?.starName(star) ?? star,
        state,
      })),
  }))
}

const publicities: Handler<C['publicities']> = async (request) =>
  ok({ rows: await publicitiesShown(request, await listPublicities(request.db, request.query)) })

const onePublicity: Handler<C['publicity']> = async (request) => {
  const row = await findPublicity(request.db, request.params.unit, request.params.id)
  const [shown] = row === undefined ? [] : await publicitiesShown(request, [row])
  return shown === undefined ? refuse(problems.noSuchPublicity()) : ok(shown)
}

const announced: Handler<C['announced']> = async ({ db, language }) => {
  const rows = (await listCycles(db, null)).filter((row) => row.state !== 'draft')
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  return ok({ rows: rows.map((row) => cycleRowShown(row, names, language)) })
}

const aims: Handler<C['aims']> = async ({ db, params, query, today, language }) => {
  const cycle = await findCycle(db, params.id)
  if (cycle === undefined || cycle.unit !== params.unit || cycle.state === 'draft') return refuse(problems.noSuchCycle())
  const quarter = query.quarter ?? quarterOf(today)
  const rows = await starsAimedFor(db, cycle.id, cycle.unit, quarter)
  const names = await namesOf(db, [cycle.unit, ...rows.map((row) => row.unit)])
  return ok({
    cycle: cycleRowShown(cycle, names, language),
    quarter,
    stars: starsIn(cycle.stars, language),
    rows: rows.map(({ unit, stars }) => ({ unit, unitName: names.get(unit) ?? unit, stars: [...stars] })),
  })
}

/** A warning or an order to mend is between the unit and the posts above it; the public reads that the star is held. */
const forActor = (actor: Actor, row: HonourRow): HonourRow =>
  (row.state === 'warned' || row.state === 'mending') && !(actor.grants.includes('stars.read') && covers(actor.scopes, row.unit))
    ? { ...row, state: 'held', due: null }
    : row

/** As many stars as one page shows. */
const mostHeld = 2000

const held: Handler<C['held']> = async ({ db, query, actor, language }) => {
  const found = await honoursBelow(db, query.below, query.year === undefined ? null : Number(query.year), mostHeld + 1)
  const rows = found.slice(0, mostHeld)
  return ok({
    more: found.length > mostHeld,
    rows: await honoursShown(
      { db, language },
      rows.map((row) => forActor(actor, row)),
    ),
  })
}

const plaque: Handler<C['plaque']> = async ({ db, params, actor, language }) => {
  const code = readCode(params.code)
  const found = code === null ? undefined : await findPlaque(db, code)
  return found === undefined ? refuse(problems.noSuchHonour()) : ok(await honourShown({ db, language }, forActor(actor, found)))
}

/** Objections as whoever holds the code reads them, with names asked for once. */
export async function objectionsShown(
  { db, language }: Pick<RoomRequest, 'db' | 'language'>,
  rows: readonly ObjectionRow[],
): Promise<AnswerOf<C['followObjection']>[]> {
  const names = await namesOf(db, [...new Set(rows.map((row) => row.subject))])
  const units = [...new Set(rows.map((row) => row.unit))]
  const lists = await publicitiesWith(db, units, [...new Set(rows.map((row) => row.publicity))])
  const cycleOf = new Map(lists.map((one) => [one.id, one.cycle]))
  const of = await cycleNames(db, [...cycleOf.values()], language)
  return rows.map(({ unit, id, subject, publicity, star, state, filedOn, answer, answeredOn }) => {
    const starName = of.get(cycleOf.get(publicity) ?? '')?.starName(star) ?? star
    return { unit, id, subject, subjectName: names.get(subject) ?? subject, star, starName, state, filedOn, answer, answeredOn }
  })
}

export async function objectionShown(
  reading: Pick<RoomRequest, 'db' | 'language'>,
  row: ObjectionRow,
): Promise<AnswerOf<C['followObjection']>> {
  const [shown] = await objectionsShown(reading, [row])
  if (shown === undefined) throw new Error('an objection shows as one')
  return shown
}

const index = (vault: RoomRequest['vault'], code: string) => vault.blindIndex(code, 'stars.objection')

const object: Handler<C['object']> = async (request) => {
  const { db, body, today, vault, clock, dice } = request
  // Belongs to what is sent and the instance's key, so what is sent twice gets the same code and stands once.
  const code = makeCode(codeFrom(vault, `stars.objection:${canonicalDigest(body)}`))
  await enterCode(db, index(vault, code))
  const before = await findByCode(db, index(vault, code))
  if (before !== undefined) return ok({ code, filedOn: before.filedOn })
  const publicity = await findPublicity(db, body.unit, body.publicity)
  const [line] = publicity === undefined ? [] : (await noticesOf(db, [publicity.id])).filter((one) => one.candidacy === body.candidacy)
  if (publicity === undefined || line?.state !== 'shown' || today < publicity.from || today > publicity.until)
    return refuse(problems.notShown())
  const id = newId(clock, dice)
  // Whoever decides about a unit's star reads it in the books of the unit's own district.
  const decides = line.unit.startsWith(publicity.unit) && publicity.unit.length >= 6 ? publicity.unit : line.unit.slice(0, 6)
  await addObjection(db, {
    unit: decides,
    id,
    subject: line.unit,
    code: index(vault, code),
    publicity: publicity.id,
    candidacy: line.candidacy,
    star: line.star,
    state: 'open',
    text: vault.encrypt(body.text, `stars.objection.text:${id}`),
    contact: body.contact === undefined || body.contact === '' ? null : vault.encrypt(body.contact, `stars.objection.contact:${id}`),
    filedOn: today,
    answer: null,
    answeredOn: null,
  })
  await request.act({ verb: 'object', unit: decides, subject: `objection:${id}`, payload: { candidacy: line.candidacy, star: line.star } })
  return ok({ code, filedOn: today })
}

const followObjection: Handler<C['followObjection']> = async ({ db, body, vault, language }) => {
  const code = readCode(body.code)
  if (code === null) return refuse(problems.noSuchObjection())
  await enterCode(db, index(vault, code))
  const found = await findByCode(db, index(vault, code))
  return found === undefined ? refuse(problems.noSuchObjection()) : ok(await objectionShown({ db, language }, found))
}

export const openHandlers = {
  publicities,
  publicity: onePublicity,
  announced,
  aims,
  held,
  plaque,
  object,
  followObjection,
} satisfies Partial<Handlers<C>>
