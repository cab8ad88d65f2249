// Photos on sheets: each once, however its parts arrive; on the sheets of the round's own units and nowhere else; seen by the
// seat and by those who count, until the round opens them at its reveal, and then by everybody without a word of whose.

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#ground/trial/worker.ts'
import { communities, playRound, street, tell } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'
import { arrive, putPhoto, sending, storedPhotos, takePhoto } from '../trial-photos.ts'

const trial = useTrial()
useWorker(trial)
const [first, second] = communities

const stored = (round: PlayedRound) => storedPhotos(trial, round)
const once = { kept: 1, withdrawn: 0, items: 1, cited: 1, opened: 0, acts: 1 }

describe('a photo on its way', () => {
  test('is there once, whatever is repeated, reordered, late or said by two at once', async () => {
    const round = await playRound(trial)
    const seat = round.seat('judge')
    const photo = await takePhoto(1)
    const phone = sending(seat, photo)
    const middle = Math.floor(photo.bytes.length / 2)
    // Its end first, and a chunk before anything was declared.
    expect((await phone.append(0, middle)).status).toBe(404)
    expect((await phone.keep()).status).toBe(404)
    await phone.begin()
    expect((await phone.append(middle)).body).toMatchObject({ code: 3602 })
    expect((await phone.keep()).status).toBe(409)
    await phone.append(0, middle)
    expect((await phone.append(0, middle)).body).toMatchObject({ state: 'receiving', offset: middle })
    expect((await phone.begin()).body).toMatchObject({ offset: middle })
    await phone.append(middle)
    expect((await phone.finish()).body).toMatchObject({ state: 'arrived' })
    expect((await phone.finish()).body).toMatchObject({ state: 'arrived' })
    const answers = await Promise.all([phone.keep(photo.id), phone.keep(photo.id), phone.keep(), phone.keep()])
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    for (const again of [phone.begin, phone.append.bind(null, 0), phone.finish, phone.keep]) expect((await again()).status).toBe(200)
    expect(await stored(round)).toEqual(once)
    const mine = await seat.caller.call<{ photos: unknown[] }>('rounds.mySeat')
    expect(mine.body.photos).toEqual([{ id: photo.id, seat: seat.id, subject: first, component: 'field' }])
    // Long after, when no receipt is kept any more.
    await trial.owner.query('delete from evidence_uploads')
    expect((await phone.keep()).body).toEqual({ id: photo.id, state: 'kept' })
    expect(await stored(round)).toEqual(once)
  })

  test('that was taken back before it came is not recorded; one that came is gone from the sheet and never opened', async () => {
    const round = await playRound(trial)
    const seat = round.seat('judge')
    const photo = await takePhoto(2)
    const phone = sending(seat, photo)
    await arrive(seat, photo)
    expect((await phone.withdraw()).status).toBe(200)
    expect((await phone.keep()).body).toEqual({ id: photo.id, state: 'withdrawn' })
    expect(await stored(round)).toMatchObject({ kept: 0, withdrawn: 1, items: 0, acts: 0 })
    const other = await putPhoto(seat, 3)
    for (let times = 0; times < 2; times += 1) expect((await sending(seat, other).withdraw()).status).toBe(200)
    expect((await sending(seat, other).keep()).body).toEqual({ id: other.id, state: 'withdrawn' })
    expect(await stored(round)).toMatchObject({ kept: 0, withdrawn: 2, items: 1, cited: 0 })
    expect((await seat.caller.call<{ photos: unknown[] }>('rounds.mySeat')).body.photos).toEqual([])
  })
})

describe('a judge’s seat', () => {
  test('puts photos on its own sheets of the round’s units and nowhere else', async () => {
    const round = await playRound(trial, { judges: { leaders: 2 }, others: ['teller', 'supervisor', 'commentator'] })
    const [seat, other] = [round.seat('judge', 1), round.seat('judge', 2)]
    const refused = async (change: object, code: number): Promise<void> => {
      const photo = { ...(await takePhoto(4)), ...change }
      expect((await sending(seat, photo).begin()).body).toMatchObject({ code })
      expect((await sending(seat, photo).keep()).body).toMatchObject({ code })
    }
    await refused({ subject: '990101001003' }, 4120)
    await refused({ subject: street }, 4120)
    await refused({ subject: '990102101201' }, 4120)
    await refused({ component: 'stage' }, 4122)
    await round.ask(seat, 'recuseMyself', { subject: second, reason: '亲属在该社区任职' })
    await refused({ subject: second }, 4119)
    for (const kind of ['teller', 'supervisor', 'commentator'])
      expect((await sending(round.seat(kind), await takePhoto(4)).begin()).body).toMatchObject({ code: 4116 })
    // Another's upload is as good as not there, and another's seat is not one's own.
    const photo = await takePhoto(5)
    await sending(seat, photo).begin()
    expect((await sending(other, photo).append(0)).body).toMatchObject({ code: 3600 })
    await arrive(seat, photo)
    expect((await sending(other, photo).keep()).body).toMatchObject({ code: 3600 })
    expect((await sending({ ...other, id: seat.id }, photo).keep()).body).toMatchObject({ code: 4112 })
    // The house's own doors for evidence are shut for a seat.
    const body = { id: randomUUID(), unit: street, sha256: photo.sha256, bytes: photo.bytes.length, media: 'image/jpeg', name: '' }
    expect((await seat.caller.call('evidence.begin', { body })).status).toBe(403)
    const said = { id: randomUUID(), upload: photo.id, shows: '现场', effectiveOn: '2026-09-01' }
    expect((await seat.caller.call('evidence.record', { body: said })).status).toBe(403)
    expect(await stored(round)).toMatchObject({ kept: 0, items: 0 })
  })

  test('puts six on a sheet, also when they come at once, and another when one was taken off', async () => {
    const round = await playRound(trial)
    const seat = round.seat('judge')
    const photos = await Promise.all(Array.from({ length: 8 }, (_photo, seed) => takePhoto(20 + seed)))
    for (const photo of photos) await arrive(seat, photo)
    const answers = await Promise.all(photos.map((photo) => sending(seat, photo).keep()))
    const full = answers.flatMap(({ status }, index) => (status === 200 ? [] : [index]))
    expect(full.map((index) => answers[index]?.body['code'])).toEqual([4168, 4168])
    expect(await stored(round)).toMatchObject({ kept: 6, items: 6, acts: 6 })
    const [left, out] = [photos[full[0] ?? 0], photos[answers.findIndex(({ status }) => status === 200)]]
    if (left === undefined || out === undefined) throw new Error('eight were sent')
    await sending(seat, out).withdraw()
    expect((await sending(seat, left).keep()).status).toBe(200)
    // Another unit's sheet has room of its own.
    await putPhoto(seat, 30, second)
    expect(await stored(round)).toMatchObject({ kept: 7 })
  })

  test('is asked for: an account, however high, puts on nothing and sees nothing', async () => {
    const round = await playRound(trial)
    const photo = await putPhoto(round.seat('judge'), 9)
    const body = { seat: round.seat('judge').id, id: photo.id, subject: first, component: 'field' }
    const input = { params: { photo: photo.id }, query: { seat: body.seat, offset: 0, size: 'small' } }
    const calls = [
      ['beginPhoto', { body: { ...body, sha256: photo.sha256, bytes: 10, media: 'image/jpeg' } }],
      ['appendPhoto', { ...input, query: { seat: body.seat, offset: 0 }, bytes: photo.bytes }],
      ['finishPhoto', { params: input.params, body: { seat: body.seat } }],
      ['keepPhoto', { body }],
      ['withdrawPhoto', { body }],
      ['sheetPhoto', { params: input.params, query: { seat: body.seat, size: 'small' } }],
    ] as const
    for (const player of ['officer', 'countyAdmin', 'judge'] as const)
      for (const [name, given] of calls) expect((await trial.as(player).call(`rounds.${name}`, given)).status, name).toBe(401)
    expect(await stored(round)).toEqual(once)
  })

  test('puts on pictures only, by what their bytes are', async () => {
    const round = await playRound(trial)
    const seat = round.seat('judge')
    const paper = await takePhoto(0, first, Buffer.from(`%PDF-1.7\n${'x'.repeat(3000)}`))
    expect((await sending(seat, paper).begin('application/pdf')).status).toBe(400)
    await arrive(seat, paper)
    expect((await sending(seat, paper).keep()).body).toMatchObject({ code: 3620 })
    const page = await takePhoto(0, first, Buffer.from(`<html>${'x'.repeat(3000)}`))
    await sending(seat, page).begin()
    expect((await sending(seat, page).append(0)).status).toBe(415)
    expect(await stored(round)).toMatchObject({ kept: 0, items: 0 })
  })
})

describe('photos', () => {
  const sees = async (player: 'officer' | 'countyAdmin' | 'supervisor' | 'secretary', photo: string): Promise<number[]> => {
    const params = { unit: street, id: photo }
    const asked = ['evidence.get', 'evidence.view', 'evidence.original'].map((name) => trial.as(player).call(name, { params }))
    return (await Promise.all(asked)).map(({ status }) => status)
  }
  const shown = async (player: 'officer' | 'countyAdmin' | 'supervisor', round: PlayedRound): Promise<string[]> =>
    (await trial.as(player).call<{ photos: { id: string }[] }>('rounds.photos', { params: round.where })).body.photos.map(({ id }) => id)

  test('are seen by their seat and by those who count, and by the others once all is revealed; never whose they are', async () => {
    // Three judges: ranks are told step by step only where three or more scored.
    const round = await playRound(trial, { judges: { leaders: 3 }, ballots: 'anonymous' })
    const [seat, other] = [round.seat('judge', 1), round.seat('judge', 2)]
    const [about, next] = [await putPhoto(seat, 41), await putPhoto(seat, 42, second)]
    const off = await putPhoto(seat, 43)
    await sending(seat, off).withdraw()
    await round.scoreAll((_judge, unit) => 0.9 - unit * 0.1)
    await expect.poll(async () => (await sending(seat, about).view()).status, { timeout: 20_000 }).toBe(200)
    await expect.poll(async () => (await sending(seat, next).view()).status, { timeout: 20_000 }).toBe(200)
    for (const kind of ['teller', 'supervisor']) {
      const view = await sending(round.seat(kind), about).view()
      expect([view.status, view.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    }
    const { body } = await round
      .seat('teller')
      .caller.call<{ photos: unknown[] }>('rounds.count', { query: { seat: round.seat('teller').id } })
    expect(body.photos).toHaveLength(2)
    const unseen = async (): Promise<void> => {
      expect((await sending(other, about).view()).status).toBe(404)
      expect((await sending(round.seat('stage'), about).view()).status).toBe(404)
      for (const player of ['officer', 'countyAdmin', 'supervisor', 'secretary'] as const)
        expect(await sees(player, about.id)).toEqual([404, 404, 404])
      for (const player of ['officer', 'countyAdmin', 'supervisor'] as const) expect(await shown(player, round)).toEqual([])
      const cited = await trial
        .as('officer')
        .call<{ rows: unknown[] }>('evidence.list', { query: { below: street, target: `sheets:${round.where.id}` } })
      expect(cited.body.rows).toEqual([])
      const params = { ...round.where, photo: about.id }
      expect((await trial.as('officer').call('rounds.photo', { params })).body).toMatchObject({ code: 4169 })
      const own = { params: { subject: first }, query: { unit: street, round: round.where.id } }
      expect((await trial.as('secretary').call<{ photos: unknown[] }>('rounds.ownPhotos', own)).body.photos).toEqual([])
    }
    await unseen()
    await round.move('freeze')
    await round.count()
    await unseen()
    await round.move('reveal', { form: 'ranks', all: false })
    await unseen()
    await round.move('reveal', { form: 'ranks', all: true })
    await expect.poll(async () => (await shown('officer', round)).sort(), { timeout: 20_000 }).toEqual([about.id, next.id].sort())
    for (const player of ['officer', 'countyAdmin', 'supervisor', 'secretary'] as const) {
      expect(await sees(player, about.id)).toEqual([200, 200, 403])
      expect(await sees(player, off.id)).toEqual([404, 404, 404])
    }
    expect(await sees('secretary', next.id)).toEqual([404, 404, 404])
    const params = { ...round.where, photo: about.id }
    expect((await trial.as('officer').call('rounds.photo', { params })).headers.get('content-type')).toBe('image/jpeg')
    const own = { params: { subject: first }, query: { unit: street, round: round.where.id } }
    expect((await trial.as('secretary').call('rounds.ownPhotos', own)).body).toMatchObject({ photos: [{ id: about.id, name: '朝霞社区' }] })
    const view = await trial.as('secretary').call('rounds.ownPhoto', { params: { subject: first, unit: street, photo: about.id } })
    expect([view.status, view.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await trial.as('secretary').call('rounds.ownPhoto', { params: { subject: first, unit: street, photo: next.id } })).status).toBe(
      404,
    )
    // Neither of the other judge, nor for whoever reads the acts, nor by the hour at which it came.
    expect((await sending(other, about).view()).status).toBe(404)
    const told = [
      await trial.as('officer').call('evidence.get', { params: { unit: street, id: about.id } }),
      await trial.as('officer').call('rounds.photos', { params: round.where }),
      await trial.as('officer').call('evidence.list', { query: { below: street } }),
    ].map((answer) => JSON.stringify(answer.body))
    expect(told.filter((text) => text.includes(seat.id))).toEqual([])
    expect(told[0]).toContain('T16:00:00.000Z')
    const { rows } = await trial.owner.query<{ verb: string; payload: object }>(
      `select verb, payload from acts where subject = $1 and (verb ilike '%photo' or room = 'evidence') order by id`,
      [`round:${round.where.id}`],
    )
    expect(rows.map(({ verb }) => verb).sort()).toEqual(['photo', 'photo', 'photo', 'withdrawPhoto'])
    for (const { payload } of rows) expect(Object.keys(payload)).toEqual(['digest'])
    const opening = await trial.owner.query<{ payload: { items: string[] } }>(
      `select payload from acts where verb = 'open' and room = 'evidence' and subject = $1`,
      [`sheets:${round.where.id}`],
    )
    expect(opening.rows.map(({ payload }) => payload.items)).toEqual([[about.id, next.id].sort()])
  })

  test('that were on their way at the freeze still come, until the round is closed; what was opened is not taken back', async () => {
    const round = await playRound(trial)
    const seat = round.seat('judge')
    await round.scoreAll()
    await round.move('freeze')
    const frozen = await putPhoto(seat, 51)
    await tell(round, 'bands')
    await expect.poll(() => shown('officer', round), { timeout: 20_000 }).toEqual([frozen.id])
    const late = await putPhoto(seat, 52)
    await expect.poll(async () => (await shown('officer', round)).sort(), { timeout: 20_000 }).toEqual([frozen.id, late.id].sort())
    expect((await sending(seat, frozen).withdraw()).body).toMatchObject({ code: 4101 })
    await round.move('correct', { reason: '复核发现录入差错' })
    expect((await sending(seat, frozen).withdraw()).body).toMatchObject({ code: 4101 })
    const again = await putPhoto(seat, 53)
    expect(await stored(round)).toMatchObject({ kept: 3, items: 3, opened: 2 })
    await tell(round, 'bands')
    await expect.poll(() => shown('officer', round), { timeout: 20_000 }).toContain(again.id)
    await round.move('closeRound')
    const never = await takePhoto(54)
    expect((await sending(seat, never).begin()).body).toMatchObject({ code: 4101 })
    expect((await sending(seat, never).keep()).body).toMatchObject({ code: 4101 })
  })

  test('change nothing that counts', async () => {
    const round = await playRound(trial)
    await round.scoreAll()
    const input = async (): Promise<unknown> => (await round.ask(round.seat('teller'), 'tallyInput', { tally: null })).body
    const before = await input()
    await putPhoto(round.seat('judge'), 61)
    expect(await input()).toEqual(before)
  })
})
