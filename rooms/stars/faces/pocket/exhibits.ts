// Evidence on this device: photos taken in by the house's camera, sent piece by piece when no row waits, recorded and cited; and
// small pictures of what the server has. Loaded after the first screen.

import { openCamera, Yield } from '#ground/sync/camera.ts'
import type { Told } from '#ground/sync/camera.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import { callByName, newKey } from '#ground/ui/client.ts'
import type { Download } from '#ground/ui/wire.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { beginsAgain, readPicture, recordPicture, upload } from '#rooms/evidence/core/take-in.ts'
import type { EvidenceCall, Unfit } from '#rooms/evidence/core/take-in.ts'
import { dayOfPhoto, isOnRow, mostOnRow, pieceToSend, piecesOn, stoodPiece } from '../../core/pocket-pieces.ts'
import type { LocalPiece } from '../../core/pocket-pieces.ts'
import { rowsToSend } from '../../core/pocket-rows.ts'
import { citedRow } from '../../core/cited-row.ts'
import { isRefusal, patience } from './hand-client.ts'
import type { At, Item } from './hand-client.ts'
import { openHere } from './hand-rows.ts'
import type { Lent } from './hand-lent.ts'

/** Why a picture was not taken in; nothing else is touched by it. */
export type PhotoTrouble = Unfit | 'full' | 'enough' | 'twice'

export interface Exhibits {
  /** Takes a picture in for a row; null, or why not. */
  add(at: At, row: string, shows: string, file: Blob): Promise<PhotoTrouble | null>
  /** Sends one piece or lets one go; null when none waits. */
  attempt(): Promise<Outcome | null>
  /** Address of the small picture of a photo on this device; null when it has none. */
  pictureOf(id: string): Promise<string | null>
  /** The same of what the server has: fetched once, kept on the device. */
  viewOf(item: Pick<Item, 'unit' | 'id'>): Promise<string | null>
  /** Takes small pictures of evidence off the device. */
  forget(ids: readonly string[]): Promise<void>
}

const pieceMs = 60_000

const evidence: EvidenceCall = (key, call) => callByName('evidence', key, { signal: patience(pieceMs), ...call })

/** Opens the evidence of this page's store. */
export async function openExhibits(lent: Lent): Promise<Exhibits> {
  const post = (): string => lent.get().hand?.value.post ?? ''
  const camera = await openCamera<LocalPiece, PhotoTrouble>({
    store: 'lx-stars-pictures',
    owner: post,
    all: () => lent.get().pieces,
    bytesOf: ({ photo }) => photo?.bytes ?? 0,
    take: (next) => lent.takePieces(stoodPiece(lent.get().pieces, next)),
    read: (file) => readPicture(sourceOf(file)),
    deliver,
    refusal: (error) => (isRefusal(error) ? error.code : null),
    beginsAgain,
    failed: lent.failed,
    // A row never waits for a picture.
    busy: () => openHere(lent.get()).some((at) => rowsToSend(lent.get().rows, at.id, 1).length > 0),
    onWay: (onWay) => lent.become(onWay === null ? { onWay } : { onWay, line: 'open' }),
  })
  await camera.settle()

  async function sendPicture(piece: LocalPiece, bytes: ArrayBuffer | undefined, sent: Told): Promise<void> {
    const { id, photo, item, shows } = piece
    if (photo === null) return
    const picture = { id, item: item.id, unit: item.unit, media: photo.media, sha256: photo.sha256 }
    await upload(evidence, picture, bytes === undefined ? null : sourceOf(bytes), { sent })
    // From here on the server may have it, whatever becomes of the answer.
    await camera.move({ ...piece, state: 'recording' })
    if (lent.get().pieces[id]?.state !== 'recording') throw new Yield()
    await recordPicture(evidence, picture, { shows, effectiveOn: dayOfPhoto(photo, lent.get().hand?.value.today ?? photo.opened) })
  }
  async function deliver(piece: LocalPiece, bytes: ArrayBuffer | undefined, sent: Told): Promise<LocalPiece> {
    const { id, item, candidacy, row } = piece
    await sendPicture(piece, bytes, sent)
    await evidence('cite', { params: item, body: { id, target: citedRow(candidacy, row) }, key: `cite-${id}` })
    lent.become({ line: 'open' })
    return { ...piece, state: 'arrived' }
  }

  const add: Exhibits['add'] = async ({ unit, id: candidacy }, row, shows, file) => {
    const full = (): boolean =>
      piecesOn(lent.get().pieces, candidacy, row).filter(({ photo, state }) => photo !== null && state !== 'refused').length >= mostOnRow
    if (full()) return 'enough'
    const trouble = await camera.add(file, ({ media, bytes, sha256 }) => {
      if (isOnRow(lent.get().pieces, candidacy, row, sha256)) return 'twice'
      if (full()) return 'enough'
      const opened = lent.get().sheets[candidacy]?.value.today ?? lent.get().hand?.value.today ?? ''
      const photo = { media, bytes: bytes.length, sha256, on: chinaDay(Date.now()), opened }
      return { id: newKey(), candidacy, row, item: { unit, id: newKey() }, shows, photo, state: 'storing', refused: null }
    })
    if (trouble === null) lent.wake()
    return trouble
  }

  const letGo = async (piece: LocalPiece): Promise<Outcome> => {
    try {
      await evidence('withdraw', { params: piece.item, body: { citation: piece.id }, key: `off-${piece.id}` })
    } catch (error) {
      // It never came there, or is withdrawn already.
      if (!isRefusal(error)) return lent.failed(error)
    }
    await camera.move({ ...piece, state: 'gone' })
    await lent.look({ unit: piece.item.unit, id: piece.candidacy })
    return 'again'
  }
  const send = async (piece: LocalPiece): Promise<Outcome> => {
    const outcome = await camera.send(piece)
    if (lent.get().pieces[piece.id]?.state === 'arrived') await lent.look({ unit: piece.item.unit, id: piece.candidacy })
    return outcome
  }

  return {
    add,
    attempt: async () => {
      await camera.settle()
      const taking = new Set(openHere(lent.get()).map(({ id }) => id))
      // What is cited after a submission would be seen by nobody who decides: it waits until the star comes back.
      const mine = Object.entries(lent.get().pieces).filter(([, { candidacy, state }]) => state === 'leaving' || taking.has(candidacy))
      const piece = pieceToSend(Object.fromEntries(mine))
      if (piece === undefined) return null
      return piece.state === 'leaving' ? letGo(piece) : send(piece)
    },
    pictureOf: (id) => camera.small(id),
    forget: (ids) => camera.forget(ids),
    viewOf: ({ unit, id }) =>
      camera.view(id, async () => {
        const view = (await evidence('view', { params: { unit, id }, query: { size: 'small' } }).catch(() => null)) as Download | null
        return view === null ? null : new Response(view.blob).arrayBuffer()
      }),
  }
}
