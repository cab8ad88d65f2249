// For tests: a photo goes onto a judge's sheet as a phone sends it, and what the database then has of it, as its owner sees it.

import { createHash, randomUUID } from 'node:crypto'
import type { Answered } from '#ground/trial/caller.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import type { Trial } from '#ground/trial/trial.ts'
import { communities } from './trial.ts'
import type { PlayedRound, PlayedSeat } from './trial.ts'

export interface TakenPhoto {
  readonly id: string
  readonly subject: string
  readonly component: string
  readonly bytes: Buffer
  readonly sha256: string
}

/** A photo of its own, taken and not sent. */
export async function takePhoto(seed: number, subject: string = communities[0], bytes?: Buffer): Promise<TakenPhoto> {
  const picture = bytes ?? (await phonePicture(seed))
  const sha256 = createHash('sha256').update(picture).digest('hex')
  return { id: randomUUID(), subject, component: 'field', bytes: picture, sha256 }
}

const onSheet = ({ id: seat }: PlayedSeat, { id, subject, component }: TakenPhoto) => ({ seat, id, subject, component })

/** The calls of a phone for one photo, each answered whatever it says. */
export const sending = (seat: PlayedSeat, photo: TakenPhoto) => {
  const call = (verb: string, input: Parameters<typeof seat.caller.call>[1]): Promise<Answered<Record<string, unknown>>> =>
    seat.caller.call(`rounds.${verb}`, input)
  const params = { photo: photo.id }
  return {
    begin: (media = 'image/jpeg') =>
      call('beginPhoto', { body: { ...onSheet(seat, photo), sha256: photo.sha256, bytes: photo.bytes.length, media } }),
    append: (from: number, to = photo.bytes.length) =>
      call('appendPhoto', { params, query: { seat: seat.id, offset: from }, bytes: photo.bytes.subarray(from, to) }),
    finish: () => call('finishPhoto', { params, body: { seat: seat.id } }),
    keep: (key?: string) => call('keepPhoto', { body: onSheet(seat, photo), ...(key === undefined ? {} : { key }) }),
    withdraw: () => call('withdrawPhoto', { body: onSheet(seat, photo) }),
    view: () => call('sheetPhoto', { params, query: { seat: seat.id, size: 'small' } }),
  }
}

/** Sends a photo up to its arrival. */
export async function arrive(seat: PlayedSeat, photo: TakenPhoto): Promise<void> {
  const phone = sending(seat, photo)
  for (const step of [() => phone.begin(), () => phone.append(0), () => phone.finish()]) {
    const answer = await step()
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
}

/** Takes a photo, sends it and puts it on the seat's sheet. */
export async function putPhoto(seat: PlayedSeat, seed: number, subject?: string): Promise<TakenPhoto> {
  const photo = await takePhoto(seed, subject)
  await arrive(seat, photo)
  const answer = await sending(seat, photo).keep()
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return photo
}

export interface StoredPhotos {
  /** On sheets, by state. */
  readonly kept: number
  readonly withdrawn: number
  readonly items: number
  readonly cited: number
  readonly opened: number
  /** How often one came, by the acts. */
  readonly acts: number
}

/** What the server has of a round's photos, as the owner of the database sees it. */
export async function storedPhotos({ owner }: Pick<Trial, 'owner'>, { where }: Pick<PlayedRound, 'where'>): Promise<StoredPhotos> {
  const { rows } = await owner.query<StoredPhotos>(
    `select (select count(*)::int from round_photos where round = $1 and state = 'kept') as kept,
      (select count(*)::int from round_photos where round = $1 and state = 'withdrawn') as withdrawn,
      (select count(*)::int from evidence_items where gathering = $1) as items,
      (select count(*)::int from evidence_citations where gathering = $1 and withdrawn_at is null) as cited,
      (select count(*)::int from evidence_items where gathering = $1 and opened_at is not null) as opened,
      (select count(*)::int from acts where subject = 'round:' || $1::text and verb = 'photo') as acts`,
    [where.id],
  )
  const [row] = rows
  if (row === undefined) throw new Error('one row was asked for')
  return row
}
