// From a signed tally to what is told: step by step to the hall, privately to each unit, publicly as bands or ranks.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { resultContract } from '../contract-result.ts'
import { privately, publicly, revealSteps } from '../core/place.ts'
import type { Place } from '../core/place.ts'
import { progressPrize } from '../core/progress.ts'
import { bandOf } from '../core/rules.ts'
import { shown } from '../core/scene.ts'
import { partsOf } from '../data/rounds.ts'
import type { Part, RoundRow } from '../data/rounds.ts'
import { seatsOf } from '../data/seats.ts'
import { aloneWithScores, sheetsOf } from '../data/sheets.ts'
import { addReveal, revealsOf } from '../data/stage.ts'
import { addPublication, earlierTally, openRecounts, publicationsOf, talliesOf, tellPlaces } from '../data/tallies.ts'
import type { TallyRow } from '../data/tallies.ts'
import { problems } from '../problems.ts'
import { moved, roundFor, roundSeen } from './convening.ts'
import type { Asking } from './convening.ts'
import { openPhotos } from './photos.ts'
import { mutable } from './shown.ts'
import { widths } from '../core/spread.ts'

type C = typeof resultContract

/** How many gain the progress prize. */
const progressPlaces = 3

/** The tally that both have signed and that stands. */
async function signedTally({ db }: Pick<Asking, 'db'>, round: RoundRow): Promise<TallyRow> {
  const signed = (await talliesOf(db, round)).findLast(({ state }) => state === 'signed')
  if (signed === undefined) throw new Error(`round ${round.id} is ${round.state} without a signed tally`)
  return signed
}

/** Every unit's whole place. */
function placesOf(tally: TallyRow, parts: readonly Part[]): Place[] {
  const names = new Map(parts.map(({ subject, name }) => [subject, name]))
  return tally.result.results.map(({ unit, rank, total, components, spread, judges, marks }) => ({
    subject: unit,
    name: names.get(unit) ?? unit,
    band: bandOf(tally.rules, total),
    rank,
    total,
    components,
    spread,
    judges,
    marks,
  }))
}

const reveal: Handler<C['reveal']> = async (request) => {
  const { db, body, params, clock, dice } = request
  // A photo on its way is there before, and is opened with the others, or finds that the round has moved.
  await aloneWithScores(db, params.id)
  const round = await roundFor(request, params, 'reveal')
  if (!round.ok) return round
  const tally = await signedTally(request, round.value)
  const before = (await revealsOf(db, round.value)).filter((step) => step.tally === tally.id)
  if (before.some(({ content }) => content.form !== body.form)) return refuse(problems.formChosen())
  const places = placesOf(tally, await partsOf(db, params.unit, params.id))
  const steps = revealSteps(places, body.form)
  const wanted = steps.slice(before.length, body.all ? steps.length : before.length + 1)
  for (const [index, step] of wanted.entries()) {
    const number = before.length + index + 1
    await addReveal(db, round.value, { id: newId(clock, dice), tally: tally.id, number, content: { form: body.form, places: step } })
  }
  const left = steps.length - before.length - wanted.length
  if (left === 0) {
    const told = places.map((place) => ({ ...privately(place, body.form), id: newId(clock, dice) }))
    await tellPlaces(db, round.value, tally.id, new Date(clock.now()), told)
    await openPhotos(request, round.value)
  }
  const payload = { tally: tally.id, form: body.form, shown: before.length + wanted.length, left }
  const version = await moved(request, round.value, 'reveal', { changes: { scene: shown('reveal') }, payload })
  return ok({ version, shown: before.length + wanted.length, left })
}

/** With bands in the order of codes, because the order of merit would be a ranking. */
const inOrder = <T extends { readonly subject: string }>(list: T[], form: 'bands' | 'ranks'): T[] =>
  form === 'ranks' ? list : list.sort((a, b) => (a.subject < b.subject ? -1 : 1))

/** What stands beside the places when they are published: panels, coverage, spread, 进步奖. */
async function publicContent(request: Asking, round: RoundRow, tally: TallyRow, form: 'bands' | 'ranks') {
  const { db } = request
  const parts = await partsOf(db, round.unit, round.id)
  const places = placesOf(tally, parts)
  const seats = (await seatsOf(db, round)).filter(({ kind, state }) => kind === 'judge' && state !== 'revoked')
  const scored = new Set(places.map(({ subject }) => subject))
  const sheets = (await sheetsOf(db, round)).filter(({ subject }) => scored.has(subject))
  const earlier = await earlierTally(db, round, tally.methodDigest)
  const gained = earlier === undefined ? null : progressPrize(earlier, tally.result, progressPlaces)
  const names = new Map(parts.map(({ subject, name }) => [subject, name]))
  return {
    places: inOrder(
      places.filter(({ band }) => form === 'ranks' || band === 'advanced').map((place) => publicly(place, form)),
      form,
    ),
    progress: inOrder(
      gained === null || !gained.ok ? [] : gained.value.map(({ unit }) => ({ subject: unit, name: names.get(unit) ?? unit })),
      form,
    ),
    panels: round.rules.panels.map(({ id, title }) => ({ id, title, judges: seats.filter(({ panel }) => panel === id).length })),
    coverage: {
      units: parts.length,
      scored: places.length,
      notDrawn: parts.filter(({ drawn }) => drawn === false).length,
      sheets: sheets.filter(({ state }) => state === 'kept').length,
      withdrawn: sheets.filter(({ state }) => state === 'withdrawn').length,
    },
    spread: widths(tally.result.results),
    methodDigest: tally.methodDigest,
    inputDigest: tally.inputDigest,
  }
}

const publish: Handler<C['publish']> = async (request) => {
  const { db, body, params, clock } = request
  await aloneWithScores(db, params.id)
  const round = await roundFor(request, params, 'publish')
  if (!round.ok) return round
  if (body.form === 'ranks' && body.reason === '') return refuse(problems.ranksNeedReason())
  const tally = await signedTally(request, round.value)
  const before = (await revealsOf(db, round.value)).filter((step) => step.tally === tally.id)
  if (before.some(({ content }) => content.form !== body.form)) return refuse(problems.formChosen())
  const at = new Date(clock.now())
  const content = await publicContent(request, round.value, tally, body.form)
  const number = ((await publicationsOf(db, round.value))[0]?.number ?? 0) + 1
  await addPublication(db, round.value, { id: body.id, tally: tally.id, number, form: body.form, reason: body.reason, content, at })
  const payload = { publication: body.id, number, tally: tally.id, form: body.form, method: tally.methodDigest, input: tally.inputDigest }
  const changes = { scene: shown('board'), at: { published_at: at } }
  await openPhotos(request, round.value)
  const version = await moved(request, round.value, 'publish', { changes, payload, reason: body.reason })
  return ok({ version, id: body.id })
}

const closeRound: Handler<C['closeRound']> = async (request) => {
  const round = await roundFor(request, request.params, 'close')
  if (!round.ok) return round
  if (await openRecounts(request.db, round.value)) return refuse(problems.recountOpen())
  const changes = { scene: shown('idle'), at: { closed_at: new Date(request.clock.now()) } }
  return ok({ version: await moved(request, round.value, 'close', { changes, payload: {} }) })
}

const correct: Handler<C['correct']> = async (request) => {
  const round = await roundFor(request, request.params, 'correct')
  if (!round.ok) return round
  const changes = { scene: shown('pause') }
  return ok({ version: await moved(request, round.value, 'correct', { changes, payload: {}, reason: request.body.reason }) })
}

const standing: Handler<C['standing']> = async (request) => {
  const { db, params } = request
  const round = await roundSeen(request, params)
  if (!round.ok) return round
  const tally = (await talliesOf(db, round.value)).findLast(({ state }) => state === 'signed')
  const reveals = tally === undefined ? [] : (await revealsOf(db, round.value)).filter((step) => step.tally === tally.id)
  const form = reveals[0]?.content.form ?? null
  const told = ['revealed', 'published', 'closed'].includes(round.value.state) && tally !== undefined && form !== null
  // Bands: conveners see what each unit is told once all is revealed; before that, what the hall has seen.
  const places = told ? reveals.flatMap(({ content }) => content.places) : []
  const left = tally === undefined || form === null ? null : revealSteps(placesOf(tally, []), form).length - reveals.length
  return ok({ places: mutable(places), tally: tally?.number ?? null, form, left })
}

export const revealingHandlers = { reveal, publish, closeRound, correct, standing } satisfies Partial<Handlers<C>>
