// The sample of the level above: pool and sources are sealed before any value exists, two persons enter the values, and what
// is drawn follows from them for anybody (RFC 3797, the draw of the rounds).

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import { sha256Hex } from '#ground/kernel/digest.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { draw } from '#rooms/rounds/core/draw.ts'
import { entropyOf, sameValues } from '#rooms/rounds/core/entropy.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { openContract } from '../contract-open.ts'
import type { publicStarsContract } from '../contract-public.ts'
import type { reviewContract } from '../contract-reviews.ts'
import { cycleText } from '../core/cycle.ts'
import { lineParts, poolLine, sampleSize } from '../core/sample.ts'
import { findCycle } from '../data/cycles.ts'
import { undrawnOf } from '../data/candidacies.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { addSample, agreedBelow, findSample, openSamples, sampledBelow, samplesOf, saveSample } from '../data/samples.ts'
import type { SampleRow } from '../data/samples.ts'
import { problems } from '../problems.ts'
import { cycleSeen } from './cycles.ts'
import { heldTogether, recordTogether } from './stepping-together.ts'

type C = typeof reviewContract & typeof publicStarsContract & typeof openContract
type Shown = AnswerOf<C['sealSample']>

const shown = (row: SampleRow, cycleName: string, differed = false): Shown => ({
  unit: row.unit,
  id: row.id,
  cycle: row.cycle,
  cycleName,
  pool: [...row.pool],
  poolDigest: row.digest,
  sources: [...row.sources],
  take: row.take,
  state: row.state,
  entropy: row.entropy,
  selected: [...(row.selected ?? [])],
  differed,
  voidReason: row.voidReason,
})

async function cycleCalled(db: RoomRequest['db'], id: string, language: Language): Promise<string> {
  const cycle = await findCycle(db, id)
  return cycle === undefined ? '' : cycleText(cycle)[language]
}

const sealSample: Handler<C['sealSample']> = async (request) => {
  const { db, body, actor, clock, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const cycle = found.value
  if (cycle.state !== 'open') return refuse(problems.cycleState({ state: cycle.state }))
  const percent = cycle.parameters.samplingPercent
  if (percent === null) return refuse(problems.parameterMissing({ names: ['samplingPercent'] }))
  const unit = actor.unit ?? ''
  const there = await findSample(db, unit, body.sample)
  if (there !== undefined) return ok(shown(there, cycleText(cycle)[language]))
  // Held before anything is counted: who enters values at this moment is waited for.
  const open = await openSamples(db, cycle.id)
  const agreed = covers(actor.scopes, body.below) ? (await agreedBelow(db, cycle.id, body.below)).filter((one) => !one.drawn) : []
  const counted = await sampledBelow(db, cycle.id, body.below)
  // One pool, one draw: whoever could seal several would wait for the values and draw the one they like.
  const inPool = new Set(agreed.map(({ unit: of, star }) => `${of} ${star}`))
  const before = open.filter((one) => one.pool.some((line) => inPool.has(`${lineParts(line).unit} ${lineParts(line).star}`)))
  if (before.length > 0 && body.reason === '') return refuse(problems.sealedAlready({ count: before.length }))
  const take = Math.min(sampleSize(percent, counted.agreed) - counted.drawn, agreed.length)
  if (take < 1) return refuse(problems.nothingAgreed())
  const names = await namesOf(db, [...new Set(agreed.map((one) => one.unit))])
  const pool = agreed.map((one) => poolLine({ ...one, unitName: names.get(one.unit) ?? one.unit }))
  const digest = sha256Hex(pool.join('\n'))
  const base = { unit, id: body.sample, cycle: cycle.id, pool, digest, sources: body.sources, take }
  const row: SampleRow = { ...base, state: 'sealed', entered: null, enteredBy: null, entropy: null, selected: null, voidReason: '' }
  for (const one of before) {
    await saveSample(db, { ...one, state: 'void', entered: null, enteredBy: null, voidReason: body.reason }, null)
    await request.act({ verb: 'voidSample', unit: one.unit, subject: `sample:${one.id}`, payload: { by: row.id }, reason: body.reason })
  }
  await addSample(db, row, new Date(clock.now()))
  await request.act({
    verb: 'sealSample',
    unit,
    subject: `sample:${row.id}`,
    payload: { cycle: cycle.id, digest, take, sources: body.sources },
  })
  return ok(shown(row, cycleText(cycle)[language]))
}

const enterSample: Handler<C['enterSample']> = async (request) => {
  const { db, params, body, actor, clock, language } = request
  const seen = await findSample(db, params.unit, params.id)
  if (seen === undefined) return refuse(problems.noSuchSample())
  if (seen.state === 'void') return refuse(problems.sampleVoid())
  const row = seen.state === 'drawn' ? undefined : await findSample(db, params.unit, params.id, true)
  if (row === undefined || row.state === 'drawn') return refuse(problems.sampleDrawn())
  if (body.values.length !== row.sources.length) return refuse(problems.valuesMissing({ wanted: row.sources.length }))
  const name = await cycleCalled(db, row.cycle, language)
  const note = (state: string, more: object = {}) =>
    request.act({ verb: 'enterSample', unit: row.unit, subject: `sample:${row.id}`, payload: { state, ...more } })
  if (row.entered === null) {
    const half: SampleRow = { ...row, state: 'half', entered: body.values, enteredBy: actor.id }
    await saveSample(db, half, null)
    await note('half')
    return ok(shown(half, name))
  }
  if (row.enteredBy === actor.id) return refuse(problems.secondPerson())
  if (!sameValues(row.entered, body.values)) {
    const cleared: SampleRow = { ...row, state: 'sealed', entered: null, enteredBy: null }
    await saveSample(db, cleared, null)
    await note('sealed', { differed: true })
    return ok(shown(cleared, name, true))
  }
  const entropy = entropyOf(body.values)
  const drawn = draw({ lines: row.pool, take: row.take, entropy, hash: 'sha256' })
  if (!drawn.ok) return drawn
  const selected = drawn.value.selected.map((one) => one.line)
  const next: SampleRow = { ...row, state: 'drawn', entropy, selected }
  await saveSample(db, next, new Date(clock.now()))
  await note('drawn', { entropy, selected })
  const cycle = await findCycle(db, row.cycle)
  if (cycle === undefined) return refuse(problems.noSuchCycle())
  // One that was returned since the pool was sealed is drawn no more; it comes into the next pool.
  const left = await undrawnOf(
    db,
    row.cycle,
    drawn.value.selected.map((one) => lineParts(one.text)),
  )
  const taken: CandidacyRow[] = []
  for (const { held } of await heldTogether(request, cycle, left, 'draw')) {
    if (!held.ok) return held
    taken.push(held.value)
  }
  await recordTogether(request, taken, 'draw', { other: row.id })
  return ok(shown(next, name))
}

const samples: Handler<C['samples']> = async ({ db, params, language }) => {
  const name = await cycleCalled(db, params.cycle, language)
  return ok({ rows: (await samplesOf(db, params.cycle)).map((row) => shown(row, name)) })
}

/** The lines joined by LF and nothing after the last, so that `sha256sum` of the file prints the published digest. */
const samplePool: Handler<C['samplePool']> = async ({ db, params }) => {
  const found = await findSample(db, params.unit, params.id)
  if (found === undefined) return refuse(problems.noSuchSample())
  const body = new TextEncoder().encode(found.pool.join('\n'))
  return ok({ file: { name: `pool-${found.id.slice(0, 8)}.txt`, type: 'text/plain; charset=utf-8', body } })
}

export const sampleHandlers = { samplePool, sealSample, enterSample, samples } satisfies Partial<Handlers<C>>
