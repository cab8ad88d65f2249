// Draws: seal pool and sources before any value exists, let two persons enter the values, draw once.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { drawsContract } from '../contract-draws.ts'
import { draw as drawFrom } from '../core/draw.ts'
import { entropyOf, sameValues } from '../core/entropy.ts'
import { allows } from '../core/state.ts'
import { anchorOf, keyOf, linesLeft, turn as turnOver } from '../core/turning.ts'
import { addDraw, drawsOf, findDraw, saveDraw, saveOrder, saveTaken } from '../data/draws.ts'
import type { DrawRow } from '../data/draws.ts'
import { partsOf } from '../data/rounds.ts'
import type { RoundRow } from '../data/rounds.ts'
import { addTurn, turnsOf } from '../data/turns.ts'
import type { TurnRow } from '../data/turns.ts'
import { personOf } from '../data/seats.ts'
import { problems } from '../problems.ts'
import { moved, roundFor } from './convening.ts'
import type { Asking } from './convening.ts'
import { besideOf, seated } from './seated.ts'
import { mutable } from './shown.ts'

type C = typeof drawsContract

/** A draw as answers show it: everything but who entered first and what, and the links of its chain that are to come. */
export const drawShown = (draw: DrawRow, turns: readonly TurnRow[] = [], differed = false) => ({
  id: draw.id,
  number: draw.number,
  kind: draw.kind,
  title: draw.title,
  pool: [...draw.pool],
  poolDigest: draw.poolDigest,
  sources: [...draw.sources],
  hash: draw.hash,
  take: draw.take,
  state: draw.state,
  entropy: draw.entropy,
  selected: mutable(draw.selected),
  repeats: draw.repeats,
  reason: draw.reason,
  differed,
  sealedAt: draw.sealedAt.toISOString(),
  drawnAt: draw.drawnAt?.toISOString() ?? null,
  oneByOne: draw.anchor !== null,
  anchor: draw.anchor,
  turns: turns
    .filter((each) => each.draw === draw.id)
    .map(({ number, subject, key, line, content, reason, at }) => ({
      number,
      subject,
      key,
      line,
      text: content,
      reason,
      at: at.toISOString(),
    })),
})

/** Where the beginning of a draw's chain belongs, for the vault. */
const seedOf = (draw: string): string => `round_draws.seed:${draw}`

const codeOf = (line: string): string => /^\d+/.exec(line)?.[0] ?? ''

const sealDraw: Handler<C['sealDraw']> = async (request) => {
  const { db, body, params, clock, dice, vault } = request
  const round = await roundFor(request, params, 'sealDraw')
  if (!round.ok) return round
  const there = await findDraw(db, params.unit, params.id, body.id)
  if (there !== undefined) return ok(drawShown(there))
  const all = await drawsOf(db, params.unit, params.id)
  const repeated = all.find(({ id }) => id === body.repeats)
  if (body.repeats !== null && (repeated === undefined || repeated.state === 'void')) return refuse(problems.noSuchDraw())
  if (repeated !== undefined && body.reason === '') return refuse(problems.repeatNeedsReason())
  const parts = (await partsOf(db, params.unit, params.id)).filter((part) => body.kind === 'units' || part.drawn !== false)
  const pool = body.pool ?? parts.map(({ subject, name }) => `${subject} ${name}`)
  // The pool and what is to be taken are tried with any key, so that nothing can be sealed that could not be drawn.
  const trial = drawFrom({ lines: pool, take: body.take, entropy: 'x', hash: body.hash })
  if (!trial.ok) return refuse(problems.badPool(undefined, trial.problem.errors))
  const chain = body.oneByOne && body.kind === 'questions' ? Buffer.from(dice.bytes(32)).toString('hex') : null
  const sealed: DrawRow = {
    id: body.id,
    number: (all.at(-1)?.number ?? 0) + 1,
    kind: body.kind,
    title: body.title,
    pool,
    poolDigest: trial.value.pool.digest,
    sources: body.sources,
    hash: body.hash,
    take: body.take,
    state: 'sealed',
    entry: null,
    enteredBy: null,
    entropy: null,
    selected: null,
    repeats: body.repeats,
    reason: body.reason,
    sealedAt: new Date(clock.now()),
    drawnAt: null,
    anchor: chain === null ? null : anchorOf(chain, body.take),
    seed: chain === null ? null : vault.encrypt(chain, seedOf(body.id)),
  }
  await addDraw(db, round.value, sealed)
  const { number, kind, title, poolDigest, sources, take, repeats, anchor } = sealed
  const payload = { draw: sealed.id, number, kind, title, poolDigest, sources, take, hash: sealed.hash, repeats, anchor }
  await moved(request, round.value, 'sealDraw', { payload, reason: body.reason })
  return ok(drawShown(sealed))
}

/** One entry; the second that agrees draws. `save` writes the round's part of it, where the actor may. */
async function enter(
  request: Pick<Asking, 'db' | 'clock'>,
  round: Pick<RoundRow, 'unit' | 'id'>,
  drawn: DrawRow,
  values: readonly string[],
  who: string,
): Promise<Result<DrawRow>> {
  const { db, clock } = request
  if (drawn.state !== 'sealed' && drawn.state !== 'half') return refuse(problems.drawnAlready())
  if (values.length !== drawn.sources.length || values.some((value) => value.trim() === '')) return refuse(problems.valuesMissing())
  if (drawn.state === 'sealed') {
    const half: DrawRow = { ...drawn, state: 'half', entry: values, enteredBy: who }
    await saveDraw(db, round.unit, half)
    return ok(half)
  }
  if (drawn.enteredBy === who) return refuse(problems.secondPersonNeeded())
  if (!sameValues(drawn.entry ?? [], values)) {
    const again: DrawRow = { ...drawn, state: 'sealed', entry: null, enteredBy: null }
    await saveDraw(db, round.unit, again)
    return ok(again)
  }
  const entropy = entropyOf(values)
  // Nothing is drawn yet of a draw that is turned over one by one: its lines come while units are on.
  if (drawn.anchor !== null) {
    const ready: DrawRow = { ...drawn, state: 'drawn', entropy, drawnAt: new Date(clock.now()) }
    await saveDraw(db, round.unit, ready)
    return ok(ready)
  }
  const result = drawFrom({ lines: drawn.pool, take: drawn.take, entropy, hash: drawn.hash })
  if (!result.ok) return result
  const done: DrawRow = { ...drawn, state: 'drawn', entropy, selected: result.value.selected, drawnAt: new Date(clock.now()) }
  await saveDraw(db, round.unit, done)
  if (done.kind === 'speaking' || done.kind === 'route')
    await saveOrder(
      db,
      round,
      done.kind === 'speaking' ? 'speaking' : 'stop',
      (done.selected ?? []).map(({ text }) => codeOf(text)),
    )
  if (done.kind === 'units')
    await saveTaken(
      db,
      round,
      (done.selected ?? []).map(({ text }) => codeOf(text)),
    )
  return ok(done)
}

/** The draw to be entered, held; one that is drawn is held by nobody any more. */
async function drawFor(db: Asking['db'], round: Pick<RoundRow, 'unit' | 'id'>, id: string): Promise<Result<DrawRow>> {
  const held = await findDraw(db, round.unit, round.id, id, true)
  if (held !== undefined) return ok(held)
  return refuse((await findDraw(db, round.unit, round.id, id)) === undefined ? problems.noSuchDraw() : problems.drawnAlready())
}

const payloadOf = ({ id, state, entropy, selected }: DrawRow) => ({ draw: id, drawn: state, entropy, selected })

const enterDraw: Handler<C['enterDraw']> = async (request) => {
  const { db, params, body, actor } = request
  const round = await roundFor(request, params, 'enterDraw')
  if (!round.ok) return round
  const found = await drawFor(db, round.value, params.draw)
  if (!found.ok) return found
  const entered = await enter(request, round.value, found.value, body.values, `account:${actor.id ?? ''}`)
  if (!entered.ok) return entered
  await moved(request, round.value, 'enterDraw', { payload: payloadOf(entered.value) })
  return ok(drawShown(entered.value, [], found.value.state === 'half' && entered.value.state === 'sealed'))
}

const witnessDraw: Handler<C['witnessDraw']> = async (request) => {
  const { db, body } = request
  const found = await seated(request, body.seat)
  if (!found.ok) return found
  const { seat, round } = found.value
  if (seat.kind !== 'teller' && seat.kind !== 'supervisor') return refuse(problems.notTeller())
  if (!allows(round.state, 'enterDraw')) return refuse(problems.wrongState({ state: round.state }))
  const there = await drawFor(db, round, body.draw)
  if (!there.ok) return there
  const person = await personOf(db, round, seat.id)
  // Who is signed in on the device is taken to be who sits at it: one person is not two by having a link.
  const sits = person ?? besideOf(request.actor)
  const who = sits === null ? `seat:${seat.id}` : `account:${sits}`
  const entered = await enter(request, round, there.value, body.values, who)
  if (!entered.ok) return entered
  const payload = { seat: seat.id, ...payloadOf(entered.value) }
  await request.act({ verb: 'enterDraw', unit: round.unit, subject: `round:${round.id}`, payload })
  return ok(drawShown(entered.value, [], there.value.state === 'half' && entered.value.state === 'sealed'))
}

const turn: Handler<C['turn']> = async (request) => {
  const { db, params, body, clock, vault } = request
  const round = await roundFor(request, params, 'turn')
  if (!round.ok) return round
  const found = await findDraw(db, params.unit, params.id, params.draw)
  if (found === undefined) return refuse(problems.noSuchDraw())
  const before = (await turnsOf(db, params.unit, params.id)).filter(({ draw }) => draw === found.id)
  if (before.some(({ id }) => id === body.id)) return ok(drawShown(found, before))
  if (found.seed === null || found.entropy === null || found.state !== 'drawn') return refuse(problems.notByTurns())
  if (round.value.scene.kind !== 'unit' || round.value.scene.subject !== body.subject) return refuse(problems.notOnStage())
  if (body.reason === '' && before.some(({ subject }) => subject === body.subject)) return refuse(problems.turnNeedsReason())
  const number = before.length + 1
  if (number > found.take) return refuse(problems.allTurned({ count: found.take }))
  const key = keyOf(vault.decrypt(found.seed, seedOf(found.id)), found.take, number)
  const turned = before.map(({ line }) => line)
  const drawn = turnOver({ pool: found.pool, take: found.take, turned, values: found.entropy, key, hash: found.hash })
  if (!drawn.ok) return drawn
  const { line, text: content } = drawn.value
  const { id, subject, reason } = body
  const row: TurnRow = { id, draw: found.id, number, subject, key, line, content, reason, at: new Date(clock.now()) }
  await addTurn(db, round.value, row)
  await moved(request, round.value, 'turn', { payload: { draw: found.id, number, unit: subject, key, line }, reason })
  return ok(drawShown(found, [...before, row]))
}

const draws: Handler<C['draws']> = async ({ db, params }) => {
  const turns = await turnsOf(db, params.unit, params.id)
  return ok({ draws: (await drawsOf(db, params.unit, params.id)).map((one) => drawShown(one, turns)) })
}

/** The lines joined by LF and nothing after the last, so that `sha256sum` of the file prints the published digest. */
const drawPool: Handler<C['drawPool']> = async ({ db, params, query }) => {
  const found = await findDraw(db, params.unit, params.id, params.draw)
  if (found === undefined) return refuse(problems.noSuchDraw())
  const turned = (await turnsOf(db, params.unit, params.id)).filter(({ draw }) => draw === found.id)
  if (query.turn !== undefined && query.turn > turned.length) return refuse(problems.noSuchDraw())
  const before = turned.slice(0, (query.turn ?? 1) - 1).map(({ line }) => line)
  const body = new TextEncoder().encode(linesLeft(found.pool, before).join('\n'))
  const name = query.turn === undefined ? `pool-${found.number}.txt` : `pool-${found.number}-${query.turn}.txt`
  return ok({ file: { name, type: 'text/plain; charset=utf-8', body } })
}

export const drawingHandlers = { sealDraw, enterDraw, witnessDraw, turn, draws, drawPool } satisfies Handlers<C>
