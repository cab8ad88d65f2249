// Who is responsible for which village or township (包联). Only the person's id is kept here; names are the people room's.

import type { Handler } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import * as rows from '../data/linked-officers.ts'
import { namesOn } from '../data/names.ts'
import { findUnits } from '../data/queries.ts'
import { problems } from '../problems.ts'

type Units = typeof contract

export const linkedOfficers: Handler<Units['linkedOfficers']> = async ({ db, directory, query, today }) => {
  const day = query.asOf ?? today
  const links = await rows.listLinks(db, query.unit, day)
  const names = await namesOn(
    db,
    links.map((link) => link.unit),
    day,
  )
  const people = await directory.named(links.map((link) => link.person))
  return ok({
    links: links.map((link) => ({
      ...link,
      unitName: names.get(link.unit) ?? link.unit,
      personName: people.get(link.person)?.name ?? null,
    })),
  })
}

export const linkOfficer: Handler<Units['linkOfficer']> = async (request) => {
  const { db, actor, body, clock, dice } = request
  const { unit, person, post, role, effective } = body
  if (!covers(actor.writes, unit)) return refuse(problems.notYours({ code: unit }))
  if (unit.length < 6) return refuse(problems.unknownUnit({ code: unit }))
  const [units, before] = await Promise.all([findUnits(db, [unit], effective), rows.findLivingLink(db, unit, person, effective)])
  if (units.length === 0) return refuse(problems.unknownUnit({ code: unit }))
  if (before !== null) return refuse(problems.linkedAlready({ code: unit, from: before.from }))
  const id = body.id ?? newId(clock, dice)
  const act = await request.act({
    verb: 'linkOfficer',
    unit,
    subject: `linked-officer:${id}`,
    payload: { person, post, role, effective, ...(body.document === undefined ? {} : { document: body.document }) },
    ...(body.reason === undefined ? {} : { reason: body.reason }),
  })
  await rows.addLink(request.later, { id, unit, person, post, role, from: effective, to: null }, act)
  return ok({ id })
}

export const unlinkOfficer: Handler<Units['unlinkOfficer']> = async (request) => {
  const { db, actor, body, params } = request
  const link = await rows.findLink(db, params.unit, params.id)
  if (link === null || link.to !== null) return refuse(problems.unknownLink({ id: params.id }))
  if (!covers(actor.writes, link.unit)) return refuse(problems.notYours({ code: link.unit }))
  if (body.effective <= link.from) return refuse(problems.endsBeforeStart({ from: link.from }))
  const act = await request.act({
    verb: 'unlinkOfficer',
    unit: link.unit,
    subject: `linked-officer:${link.id}`,
    payload: { effective: body.effective, ...(body.document === undefined ? {} : { document: body.document }) },
    ...(body.reason === undefined ? {} : { reason: body.reason }),
  })
  await rows.endLink(request.later, link, addDays(body.effective, -1), act)
  return ok({ id: link.id })
}
