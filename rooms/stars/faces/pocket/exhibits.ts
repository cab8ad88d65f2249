// Evidence on this device: photos taken in, freed of their place, laid on the disk, sent piece by piece when no row waits,
// recorded and cited; and small pictures of what the server has. Loaded after the first screen.

import { openKept } from '#ground/sync/kept.ts'
import { layDown, thumbOf } from '#ground/sync/pictures.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import { callByName, newKey } from '#ground/ui/client.ts'
import type { Download } from '#ground/ui/wire.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { withoutLocation } from '#rooms/evidence/core/location.ts'
import { firstBytes, kinds, mediaOf } from '#rooms/evidence/core/media.ts'
import type { Media } from '#rooms/evidence/core/media.ts'
import { hashOf, sendFile } from '#rooms/evidence/core/send-file.ts'
import type { UploadDoor, UploadState } from '#rooms/evidence/core/send-file.ts'
import { dayOfPhoto, isOnRow, mostOnRow, pieceToSend, piecesOn, stoodPiece } from '../../core/pocket-pieces.ts'
import type { LocalPiece } from '../../core/pocket-pieces.ts'
import { rowsToSend } from '../../core/pocket-rows.ts'
import { citedRow } from '../../core/cited-row.ts'
import { isRefusal, patience } from './hand-client.ts'
import type { At, Item } from './hand-client.ts'
import { openHere } from './hand-rows.ts'
import type { Lent } from './hand-lent.ts'

/** Why a picture was not taken in; nothing else is touched by it. */
export type PhotoTrouble = 'full' | 'unfit' | 'large' | 'unreadable' | 'enough' | 'twice'

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

const pictureStore = 'lx-stars-pictures'
/** Small, so that a tap does not wait long for the line. */
const pieceBytes = 131_072
const pieceMs = 60_000
/** The server is behind or ahead of this page: beginning again finds out. */
const anew = new Set([3600, 3602, 3604, 3611])

class Yield extends Error {}

/** The picture's bytes without its place, or what is wrong with it. */
async function read(file: Blob): Promise<{ media: Media; bytes: Uint8Array<ArrayBuffer> } | PhotoTrouble> {
  const source = sourceOf(file)
  try {
    const media = mediaOf(await source.read(0, Math.min(firstBytes, source.size)))
    if (media === null || media === 'two' || media === 'application/pdf') return 'unfit'
    if (source.size > kinds[media].mostBytes) return 'large'
    return { media, bytes: withoutLocation(media, await source.read(0, source.size)) }
  } catch {
    return 'unreadable'
  }
}

const evidence = async <T>(key: string, call: Parameters<typeof callByName>[2]): Promise<T> =>
  (await callByName('evidence', key, { signal: patience(pieceMs), ...call })) as T

const door: UploadDoor = {
  begin: (body) => evidence<UploadState>('begin', { body }),
  append: (id, offset, bytes) => evidence<UploadState>('append', { params: { id }, query: { offset }, bytes }),
  finish: (id) => evidence<UploadState>('finish', { params: { id } }),
}

/** Opens the evidence of this page's store. */
export async function openExhibits(lent: Lent): Promise<Exhibits> {
  const pictures = await openKept(pictureStore)
  const addresses = new Map<string, string>()
  /** How far the server was known to be with each. */
  const reached = new Map<string, number>()
  /** What this page is laying down just now. */
  const adding = new Set<string>()
  const post = (): string => lent.get().hand?.value.post ?? ''
  const bytesKey = (id: string): string => `bytes/${post()}/${id}`
  const thumbKey = (id: string): string => `thumb/${post()}/${id}`
  const now = (id: string): LocalPiece | undefined => lent.get().pieces[id]

  const move = async (next: LocalPiece): Promise<void> => {
    await lent.takePieces(stoodPiece(lent.get().pieces, next))
    const state = now(next.id)?.state
    if (state === 'arrived' || state === 'gone') await pictures.remove(bytesKey(next.id))
    if (state === 'gone') await pictures.remove(thumbKey(next.id))
  }
  const show = (key: string, picture: ArrayBuffer): string => {
    const address = URL.createObjectURL(new Blob([picture], { type: 'image/jpeg' }))
    addresses.set(key, address)
    return address
  }
  const keepSmall = async (key: string, picture: ArrayBuffer): Promise<void> => {
    await pictures.set(key, picture)
    if (pictures.state === 'full') await pictures.remove(key)
  }

  const add: Exhibits['add'] = async ({ unit, id: candidacy }, row, shows, file) => {
    const full = (): boolean =>
      piecesOn(lent.get().pieces, candidacy, row).filter(({ photo, state }) => photo !== null && state !== 'refused').length >= mostOnRow
    if (full()) return 'enough'
    const picture = await read(file)
    if (typeof picture === 'string') return picture
    const { media, bytes } = picture
    const sha256 = await hashOf(sourceOf(bytes))
    if (isOnRow(lent.get().pieces, candidacy, row, sha256)) return 'twice'
    if (full()) return 'enough'
    const opened = lent.get().sheets[candidacy]?.value.today ?? lent.get().hand?.value.today ?? ''
    const photo = { media, bytes: bytes.length, sha256, on: chinaDay(Date.now()), opened }
    const piece: LocalPiece = { id: newKey(), candidacy, row, item: { unit, id: newKey() }, shows, photo, state: 'storing', refused: null }
    adding.add(piece.id)
    // Named before its bytes are laid down: after a kill between the two nothing lies there that nobody knows of.
    await move(piece)
    const thumb = await thumbOf(new Blob([bytes], { type: media }))
    if (thumb !== null) show(piece.id, thumb)
    if (!(await layDown(pictures, bytesKey(piece.id), bytes))) {
      await move({ ...piece, state: 'gone' })
      return 'full'
    }
    if (thumb !== null) await keepSmall(thumbKey(piece.id), thumb)
    await move({ ...piece, state: 'waiting' })
    lent.wake()
    return null
  }

  /** What was being laid down when the page ended is there whole, or was never said to be kept. */
  const settle = async (): Promise<void> => {
    for (const piece of Object.values(lent.get().pieces)) {
      if (piece.state !== 'storing' || adding.has(piece.id)) continue
      const bytes = await pictures.get<ArrayBuffer>(bytesKey(piece.id))
      await move({ ...piece, state: bytes?.byteLength === piece.photo?.bytes ? 'waiting' : 'gone' })
    }
  }
  let settledFor: string | null = null

  const letGo = async (piece: LocalPiece): Promise<Outcome> => {
    try {
      await evidence('withdraw', { params: piece.item, body: { citation: piece.id }, key: `off-${piece.id}` })
    } catch (error) {
      // It never came there, or is withdrawn already.
      if (!isRefusal(error)) return lent.failed(error)
    }
    await move({ ...piece, state: 'gone' })
    await lent.look({ unit: piece.item.unit, id: piece.candidacy })
    return 'again'
  }

  const sendPicture = async (piece: LocalPiece): Promise<void> => {
    const { id, photo, item, shows } = piece
    if (photo === null) return
    const bytes = await pictures.get<ArrayBuffer>(bytesKey(id))
    const sent = (done: number, of: number): void => {
      lent.become({ onWay: { id, share: of === 0 ? 0 : done / of }, line: 'open' })
      reached.set(id, Math.max(reached.get(id) ?? 0, done))
      // A row never waits for a picture; what has been acknowledged is not sent twice.
      if (openHere(lent.get()).some((at) => rowsToSend(lent.get().rows, at.id, 1).length > 0)) throw new Yield()
    }
    // Bytes that the device has lost may have arrived all the same.
    if (bytes !== undefined) {
      const declared = { id, unit: item.unit, media: photo.media as Media, name: '' }
      await sendFile(sourceOf(bytes), declared, door, { told: { sent }, chunk: pieceBytes, sha256: photo.sha256 })
    }
    // From here on the server may have it, whatever becomes of the answer.
    await move({ ...piece, state: 'recording' })
    if (now(id)?.state !== 'recording') throw new Yield()
    const effectiveOn = dayOfPhoto(photo, lent.get().hand?.value.today ?? photo.opened)
    await evidence('record', { body: { id: item.id, upload: id, shows, effectiveOn }, key: `${item.id}-${effectiveOn}` })
  }

  const send = async (piece: LocalPiece): Promise<Outcome> => {
    const { id, item, candidacy, row } = piece
    const before = reached.get(id) ?? 0
    try {
      await sendPicture(piece)
      await evidence('cite', { params: item, body: { id, target: citedRow(candidacy, row) }, key: `cite-${id}` })
      lent.become({ line: 'open' })
      await move({ ...piece, state: 'arrived' })
      await lent.look({ unit: item.unit, id: candidacy })
      return 'again'
    } catch (error) {
      if (error instanceof Yield) return 'again'
      if (!isRefusal(error)) {
        const outcome = await lent.failed(error)
        // A line that breaks and still carried something is tried again at once.
        return outcome === 'later' && (reached.get(id) ?? 0) > before ? 'again' : outcome
      }
      if (anew.has(error.code)) return 'later'
      await move({ ...piece, state: 'refused', refused: error.code })
      return 'again'
    } finally {
      lent.become({ onWay: null })
    }
  }

  return {
    add,
    attempt: async () => {
      if (settledFor !== post()) {
        settledFor = post()
        await settle()
      }
      const taking = new Set(openHere(lent.get()).map(({ id }) => id))
      // What is cited after a submission would be seen by nobody who decides: it waits until the star comes back.
      const mine = Object.entries(lent.get().pieces).filter(([, { candidacy, state }]) => state === 'leaving' || taking.has(candidacy))
      const piece = pieceToSend(Object.fromEntries(mine))
      if (piece === undefined) return null
      return piece.state === 'leaving' ? letGo(piece) : send(piece)
    },
    pictureOf: async (id) => {
      const known = addresses.get(id)
      if (known !== undefined) return known
      const thumb = await pictures.get<ArrayBuffer>(thumbKey(id))
      return thumb === undefined ? null : show(id, thumb)
    },
    forget: async (ids) => {
      for (const key of ids.flatMap((id) => [`view/${post()}/${id}`, thumbKey(id), bytesKey(id)])) {
        addresses.delete(key)
        await pictures.remove(key)
      }
    },
    viewOf: async ({ unit, id }) => {
      const key = `view/${post()}/${id}`
      const known = addresses.get(key)
      if (known !== undefined) return known
      const there = await pictures.get<ArrayBuffer>(key)
      if (there !== undefined) return show(key, there)
      const view = await evidence<Download>('view', { params: { unit, id }, query: { size: 'small' } }).catch(() => null)
      if (view === null) return null
      const picture = await new Response(view.blob).arrayBuffer()
      void keepSmall(key, picture)
      return show(key, picture)
    },
  }
}
