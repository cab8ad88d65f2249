// At the sand table: the hall sees the spots of the unit that is on, one at a time, and no picture a moment longer.

import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { putSpot, viewsMade } from '#rooms/evidence/trial-spots.ts'
import { useWorker } from '#ground/trial/worker.ts'
import { communities, playRound, refusal } from '../trial.ts'
import type { PlayedRound, PlayedSeat } from '../trial.ts'

const trial = useTrial()
useWorker(trial)
const [first, second] = communities

interface Exhibit {
  readonly number: number
  readonly all: number
  readonly spot: string
  readonly pictures: readonly { id: string; phase: string; on: string }[]
}
interface Stage {
  readonly version: number
  readonly mode: string
  readonly scene: { readonly kind: string; readonly exhibit: Exhibit | null }
}

const stageOf = async (round: PlayedRound): Promise<Stage> => (await round.seat('stage').caller.call<Stage>('rounds.stage')).body
const exhibitOf = async (round: PlayedRound): Promise<Exhibit> => {
  const { exhibit } = (await stageOf(round)).scene
  if (exhibit === null) throw new Error('nothing is on')
  return exhibit
}
const picture = (seat: Pick<PlayedSeat, 'caller'>, id: string) => seat.caller.call('rounds.picture', { params: { picture: id } })
const atTable = () => playRound(trial, { template: 'T3', mode: 'sandtable' })
const turn = (round: PlayedRound, spot: string, subject: string = first) => round.move('showExhibit', { at: { subject, spot } })

beforeAll(async () => {
  await putSpot(trial, '小广场', { before: '2026-05-01', during: '2026-06-20', after: '2026-09-05' }, 500)
  await putSpot(trial, '北门', { before: '2026-08-01', after: '2026-09-01' }, 600)
  await putSpot(trial, '只有整治前', { before: '2026-08-01' }, 700)
  await viewsMade(trial, 6)
}, 120_000)

test('a unit comes on with its first spot; the seats of the round get those pictures and no others', async () => {
  const round = await atTable()
  await round.move('present', { subject: first, component: 'sandtable' })
  const shown = await exhibitOf(round)
  expect([shown.number, shown.all, shown.spot]).toEqual([1, 2, '小广场'])
  expect(shown.pictures.map(({ phase, on }) => `${phase} ${on}`)).toEqual(['before 2026-05-01', 'during 2026-06-20', 'after 2026-09-05'])
  const [before] = shown.pictures
  for (const kind of ['stage', 'judge']) {
    const answer = await picture(round.seat(kind), before?.id ?? '')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  }
  const other = await atTable()
  expect((await picture(other.seat('stage'), before?.id ?? '')).status).toBe(404)
  expect((await trial.as('officer').call('rounds.picture', { params: { picture: before?.id ?? '' } })).status).toBe(401)
  expect(JSON.stringify((await round.seat('stage').caller.call('rounds.stage')).body.scene)).not.toMatch(/[0-9a-f]{64}/)
})

test('turning is an act under the next version; what was on before is on no more', async () => {
  const round = await atTable()
  await round.move('present', { subject: first, component: 'sandtable' })
  const [was, version] = [await exhibitOf(round), (await stageOf(round)).version]
  await turn(round, '北门')
  const now = await stageOf(round)
  expect([now.version, now.scene.exhibit?.number, now.scene.exhibit?.spot]).toEqual([version + 1, 2, '北门'])
  for (const { id } of was.pictures) expect((await picture(round.seat('stage'), id)).status).toBe(404)
  for (const { id } of now.scene.exhibit?.pictures ?? []) expect((await picture(round.seat('stage'), id)).status).toBe(200)
  const acts = await trial.owner.query<{ verb: string; payload: { at: unknown; pictures: unknown[] } }>(
    "select verb, payload from acts where subject = $1 and verb = 'showExhibit'",
    [`round:${round.where.id}`],
  )
  expect(acts.rows.map(({ payload }) => [payload.at, payload.pictures.length])).toEqual([[{ subject: first, spot: '北门' }, 2]])
  // The timer goes on beside the pictures.
  await round.move('setTimer', { verb: 'start' })
  expect((await exhibitOf(round)).spot).toBe('北门')
  expect((await picture(round.seat('stage'), now.scene.exhibit?.pictures[0]?.id ?? '')).status).toBe(200)
})

test('with the next unit, with another scene, and when put away, the pictures are gone', async () => {
  const round = await atTable()
  const after = async (move: () => Promise<unknown>): Promise<void> => {
    await round.move('present', { subject: first, component: 'sandtable' })
    const { pictures } = await exhibitOf(round)
    await move()
    expect((await stageOf(round)).scene.exhibit).toBeNull()
    for (const { id } of pictures) expect((await picture(round.seat('stage'), id)).status).toBe(404)
  }
  await after(() => round.move('present', { subject: second, component: 'sandtable' }))
  await after(() => round.move('show', { kind: 'pause', draw: null }))
  await after(() => round.move('showExhibit', { at: null }))
})

test('what is refused: another mode, a unit that is not on, a spot without two phases', async () => {
  const officer = trial.as('officer')
  const ask = (round: PlayedRound, subject: string, spot: string) =>
    refusal(officer, 'showExhibit', { params: round.where, body: { at: { subject, spot } } })
  const field = await playRound(trial)
  await field.move('present', { subject: first, component: 'field' })
  expect((await stageOf(field)).scene.exhibit).toBeNull()
  expect(await ask(field, first, '小广场')).toMatchObject({ code: 4170 })
  const round = await atTable()
  expect(await ask(round, first, '小广场')).toMatchObject({ code: 4171 })
  await round.move('present', { subject: second, component: 'sandtable' })
  expect(await ask(round, first, '小广场')).toMatchObject({ code: 4171 })
  await round.move('present', { subject: first, component: 'sandtable' })
  expect(await ask(round, first, '只有整治前')).toMatchObject({ code: 4172 })
  const listed = await officer.call<{ spots: { spot: string }[] }>('rounds.exhibits', { params: round.where, query: { subject: first } })
  expect(listed.body.spots.map(({ spot }) => spot)).toEqual(['小广场', '北门'])
  expect((await trial.as('outsider').call('rounds.exhibits', { params: round.where, query: { subject: first } })).status).toBe(403)
  expect((await trial.as('secretary').call('rounds.showExhibit', { params: round.where, body: { at: null } })).status).toBe(403)
})

test('a picture that is erased while it is on is served to nobody any more', async () => {
  const round = await atTable()
  await round.move('present', { subject: first, component: 'sandtable' })
  await turn(round, '北门')
  const { pictures } = await exhibitOf(round)
  const id = pictures[0]?.id ?? ''
  const erased = await trial.as('countyAdmin').call('evidence.erase', { params: { unit: first, id }, body: { reason: '监护人要求' } })
  expect(erased.status).toBe(200)
  await expect.poll(async () => (await picture(round.seat('stage'), id)).status, { timeout: 30_000 }).toBe(404)
  expect(
    await refusal(trial.as('officer'), 'showExhibit', { params: round.where, body: { at: { subject: first, spot: '北门' } } }),
  ).toMatchObject({ code: 4172 })
})
