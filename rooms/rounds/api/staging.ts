// While the round is under way: what the hall sees, which sheets have arrived, freezing and thawing.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { liveContract } from '../contract-live.ts'
import { progressOf } from '../core/sheet-progress.ts'
import { quarterBefore } from '../core/quarter.ts'
import { presented, shown, timed } from '../core/scene.ts'
import { commitmentsShown } from '../data/commitments.ts'
import { findDraw, markPresented, saveOrder } from '../data/draws.ts'
import type { DrawRow } from '../data/draws.ts'
import { findRound, partsOf } from '../data/rounds.ts'
import type { RoundRow } from '../data/rounds.ts'
import { recusalsOf, seatsOf } from '../data/seats.ts'
import { aloneWithScores, sheetsOf } from '../data/sheets.ts'
import { findingsOf, revealsOf, voteShown } from '../data/stage.ts'
import { publicationsOf } from '../data/tallies.ts'
import { questionOf, turnsOf } from '../data/turns.ts'
import type { TurnRow } from '../data/turns.ts'
import { problems } from '../problems.ts'
import { moved, roundFor, roundSeen } from './convening.ts'
import type { Published } from './bulletin-draft.ts'
import { drawShown } from './drawing.ts'
import { firstExhibit } from './exhibits.ts'
import { mended } from './ledger.ts'
import { seated } from './seated.ts'
import { mutable, partShown } from './shown.ts'

type C = typeof liveContract

const present: Handler<C['present']> = async (request) => {
  const { db, body, params, clock } = request
  const round = await roundFor(request, params, 'present')
  if (!round.ok) return round
  const component = round.value.rules.components.find(({ id }) => id === body.component)
  if (component === undefined) return refuse(problems.unknownComponent())
  const parts = await partsOf(db, params.unit, params.id)
  if (!parts.some(({ subject, drawn }) => subject === body.subject && drawn !== false)) return refuse(problems.notTakingPart())
  await markPresented(db, round.value, body.subject, new Date(clock.now()))
  const before = await mended(db, body.subject, quarterBefore(round.value.quarter), request.today)
  // At the sand table a unit comes on with the first of its spots.
  const first = round.value.mode === 'sandtable' ? await firstExhibit(request, body.subject) : null
  const scene = presented(body.subject, body.component, component.seconds, before, first?.exhibit ?? null)
  const changes = { scene, ...(first === null ? {} : { shownFiles: first.files }) }
  return ok({ version: await moved(request, round.value, 'present', { changes, payload: body }) })
}

const setTimer: Handler<C['setTimer']> = async (request) => {
  const round = await roundFor(request, request.params, 'setTimer')
  if (!round.ok) return round
  const { verb, seconds } = request.body
  const scene = { ...round.value.scene, timer: timed(round.value.scene.timer, verb, request.clock.now(), seconds) }
  return ok({
    version: await moved(request, round.value, 'setTimer', { changes: { scene }, payload: { timer: verb, seconds: seconds ?? null } }),
  })
}

const show: Handler<C['show']> = async (request) => {
  const { db, body, params } = request
  const round = await roundFor(request, params, 'show')
  if (!round.ok) return round
  if (body.kind === 'draw' && (body.draw === null || (await findDraw(db, params.unit, params.id, body.draw)) === undefined))
    return refuse(problems.noSuchDraw())
  const scene = shown(body.kind, body.kind === 'draw' ? body.draw : null)
  return ok({ version: await moved(request, round.value, 'show', { changes: { scene }, payload: body }) })
}

const order: Handler<C['order']> = async (request) => {
  const { db, body, params } = request
  const round = await roundFor(request, params, 'order')
  if (!round.ok) return round
  const parts = new Set((await partsOf(db, params.unit, params.id)).map(({ subject }) => subject))
  if (new Set(body.subjects).size !== body.subjects.length) return refuse(problems.repeatedUnit())
  if (body.subjects.some((subject) => !parts.has(subject))) return refuse(problems.notTakingPart())
  await saveOrder(db, round.value, body.kind === 'speaking' ? 'speaking' : 'stop', body.subjects)
  const payload = { kind: body.kind, subjects: body.subjects }
  return ok({ version: await moved(request, round.value, 'order', { payload, reason: body.reason, notice: { verb: 'order' } }) })
}

const progress: Handler<C['progress']> = async (request) => {
  const { db, params } = request
  const round = await roundSeen(request, params)
  if (!round.ok) return round
  const lines = progressOf({
    convener: params.unit,
    components: round.value.rules.components.map(({ id }) => id),
    units: (await partsOf(db, params.unit, params.id)).filter(({ drawn }) => drawn !== false).map(({ subject }) => subject),
    seats: (await seatsOf(db, round.value)).filter(({ kind }) => kind === 'judge'),
    recusals: await recusalsOf(db, round.value),
    sheets: await sheetsOf(db, round.value),
  })
  return ok({ version: round.value.version, sheets: lines.map((line) => ({ ...line, at: line.at?.toISOString() ?? null })) })
}

const freeze: Handler<C['freeze']> = async (request) => {
  // Scores under way finish first; those that come later wait and are then refused, their pockets keep them.
  await aloneWithScores(request.db, request.params.id)
  const round = await roundFor(request, request.params, 'freeze')
  if (!round.ok) return round
  const begun = (await sheetsOf(request.db, round.value)).filter(({ state, complete }) => state !== 'withdrawn' && !complete)
  if (begun.length > 0) return refuse(problems.sheetsInWork({ count: begun.length }))
  const changes = { scene: shown('pause'), at: { frozen_at: new Date(request.clock.now()) } }
  return ok({ version: await moved(request, round.value, 'freeze', { changes, payload: {} }) })
}

const thaw: Handler<C['thaw']> = async (request) => {
  const round = await roundFor(request, request.params, 'thaw')
  if (!round.ok) return round
  return ok({ version: await moved(request, round.value, 'thaw', { payload: {}, reason: request.body.reason, notice: { verb: 'thaw' } }) })
}

/** Hundreds of screens need not be sent a pool of thousands of lines. */
function drawOnStage(draw: DrawRow, turns: readonly TurnRow[]) {
  const { pool, ...rest } = drawShown(draw, turns)
  return { ...rest, count: pool.length }
}

/** 进步奖 of the result that the hall has seen: known to it only once it is published. */
async function winners(db: RoomRequest['db'], round: RoundRow, tally: string | undefined): Promise<Published['progress']> {
  const published = (await publicationsOf(db, round)).find((each) => each.tally === tally)
  return published === undefined ? [] : (published.content as Published).progress
}

/** All that the stage may show now; every part of it is readable to whoever asks, by policy. */
async function staged({ db, clock, settings }: Pick<RoomRequest, 'db' | 'clock' | 'settings'>, round: RoundRow) {
  const { unit, id, scene, quarter, rules } = round
  const parts = await partsOf(db, unit, id)
  const names = await namesOf(db, [unit])
  const part = scene.kind === 'unit' ? parts.find(({ subject }) => subject === scene.subject) : undefined
  const drawn = scene.draw === null ? undefined : await findDraw(db, unit, id, scene.draw)
  const reveals = scene.kind === 'reveal' || scene.kind === 'board' ? await revealsOf(db, round) : []
  const before = quarterBefore(quarter)
  return {
    unit,
    unitName: names.get(unit) ?? unit,
    id,
    name: round.name,
    theme: round.theme,
    quarter,
    heldOn: round.heldOn,
    place: round.place,
    state: round.state,
    version: round.version,
    asOf: new Date(clock.now()).toISOString(),
    mode: round.mode,
    scene: mutable(scene),
    components: rules.components.map(({ id: component, title, seconds }) => ({ id: component, title, seconds })),
    parts: parts.map(partShown),
    current:
      part === undefined
        ? null
        : {
            subject: part.subject,
            name: part.name,
            number: part.speaking ?? part.stop ?? part.number,
            commitments: await commitmentsShown(db, part.subject, quarter, before),
            findings: await findingsOf(db, round, part.subject),
            question: part.presentedAt === null ? null : await questionOf(db, round, part.subject, part.presentedAt),
            mended: scene.mended,
          },
    draw: drawn === undefined ? null : drawOnStage(drawn, drawn.anchor === null ? [] : await turnsOf(db, unit, id)),
    reveals: mutable(reveals.flatMap(({ content }) => content.places)),
    progress: reveals.length === 0 ? [] : mutable(await winners(db, round, reveals[0]?.tally)),
    withheld: mutable(reveals.flatMap(({ content }) => content.withheld ?? [])),
    form: reveals[0]?.content.form ?? null,
    vote: scene.kind === 'vote' ? await voteShown(db, round) : null,
    filingNumber: settings['FILING_NUMBER'] ?? null,
  }
}

const stage: Handler<C['stage']> = async (request) => {
  const found = await seated(request)
  if (!found.ok) return found
  const round = await findRound(request.db, found.value.round.unit, found.value.round.id)
  return round === undefined ? refuse(problems.noSuchSeat()) : ok(await staged(request, round))
}

const preview: Handler<C['preview']> = async (request) => {
  if (!covers(request.actor.scopes, request.params.unit)) return refuse(problems.noSuchRound())
  const round = await roundSeen(request, request.params)
  return round.ok ? ok(await staged(request, round.value)) : round
}

export const stagingHandlers = { present, setTimer, show, order, progress, freeze, thaw, stage, preview } satisfies Handlers<C>
