// Pictures on an inspector's phone: freed of their place, laid on the disk, sent piece by piece when no finding waits, recorded
// as evidence and cited for what was seen. None is ever required.

import { openKept } from '#ground/sync/kept.ts'
import { layDown, thumbOf } from '#ground/sync/pictures.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import { callByName, newKey } from '#ground/ui/client.ts'
import { withoutLocation } from '#rooms/evidence/core/location.ts'
import { firstBytes, kinds, mediaOf } from '#rooms/evidence/core/media.ts'
import type { Media } from '#rooms/evidence/core/media.ts'
import { hashOf, sendFile } from '#rooms/evidence/core/send-file.ts'
import type { UploadDoor, UploadState } from '#rooms/evidence/core/send-file.ts'
import type { LocalFinding } from '../../core/pocket.ts'
import { mostPictures, picturesOf, pictureToSend } from '../../core/pocket-pictures.ts'
import type { LocalPicture, LocalPictures } from '../../core/pocket-pictures.ts'
import { inspections, isFinal, patience } from './calls.ts'

/** Why a picture was not taken in; nothing else is touched by it. */
export type PictureTrouble = 'full' | 'unfit' | 'large' | 'unreadable' | 'enough' | 'twice'

/** What the store lends. */
export interface Lent {
  pictures(): LocalPictures
  post(): string
  findingOf(id: string): LocalFinding | undefined
  itemText(finding: LocalFinding): string
  take(next: LocalPicture): Promise<void>
  heard(): void
  failed(error: unknown): Outcome
  wake(): void
}

export interface Pictures {
  /** Takes a picture in for a finding; null, or why not. */
  add(finding: LocalFinding, file: Blob): Promise<PictureTrouble | null>
  /** Takes one off that was not sent yet. */
  takeOff(picture: LocalPicture): Promise<void>
  /** Sends one; null when none waits. */
  attempt(): Promise<Outcome | null>
  /** Address of the small picture; null when there is none. */
  smallOf(id: string): Promise<string | null>
}

const pieceBytes = 131_072
const pieceMs = 60_000
/** The server is behind or ahead of this page: beginning again finds out. */
const anew = new Set([3600, 3602, 3604, 3611])

const evidence = async <T>(key: string, call: Parameters<typeof callByName>[2]): Promise<T> =>
  (await callByName('evidence', key, { signal: patience(pieceMs), ...call })) as T

const door: UploadDoor = {
  begin: (body) => evidence<UploadState>('begin', { body }),
  append: (id, offset, bytes) => evidence<UploadState>('append', { params: { id }, query: { offset }, bytes }),
  finish: (id) => evidence<UploadState>('finish', { params: { id } }),
}

async function read(file: Blob): Promise<{ media: Media; bytes: Uint8Array<ArrayBuffer> } | PictureTrouble> {
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

/** Opens the pictures of this page's store. */
export async function openPictures(lent: Lent): Promise<Pictures> {
  const disk = await openKept('lx-inspections-pictures')
  const addresses = new Map<string, string>()
  /** What this page is laying down just now. */
  const adding = new Set<string>()
  const bytesKey = (id: string): string => `bytes/${lent.post()}/${id}`
  const thumbKey = (id: string): string => `thumb/${lent.post()}/${id}`

  const move = async (next: LocalPicture): Promise<void> => {
    await lent.take(next)
    const state = lent.pictures()[next.id]?.state
    if (state === 'arrived' || state === 'gone') await disk.remove(bytesKey(next.id))
    if (state === 'gone') await disk.remove(thumbKey(next.id))
  }
  const show = (id: string, picture: ArrayBuffer): string => {
    const address = URL.createObjectURL(new Blob([picture], { type: 'image/jpeg' }))
    addresses.set(id, address)
    return address
  }

  /** What was being laid down when the page ended is there whole, or was never said to be kept. */
  const settle = async (): Promise<void> => {
    for (const one of Object.values(lent.pictures())) {
      if (one.state !== 'storing' || adding.has(one.id)) continue
      const bytes = await disk.get<ArrayBuffer>(bytesKey(one.id))
      await move({ ...one, state: bytes?.byteLength === one.bytes ? 'waiting' : 'gone' })
    }
  }
  let settledFor: string | null = null

  const send = async (one: LocalPicture, finding: LocalFinding): Promise<Outcome> => {
    const { id, item, unit, inspection, subject, media, sha256 } = one
    try {
      const bytes = await disk.get<ArrayBuffer>(bytesKey(id))
      // Bytes that the device has lost may have arrived all the same.
      if (bytes !== undefined)
        await sendFile(sourceOf(bytes), { id, unit, media: media as Media, name: '' }, door, {
          told: { sent: lent.heard },
          chunk: pieceBytes,
          sha256,
        })
      const shows = `${lent.itemText(finding)}${finding.note === '' ? '' : `：${finding.note}`}`.slice(0, 200)
      const phase = finding.outcome === 'fault' ? { phase: 'before' as const } : {}
      await evidence('record', { body: { id: item, upload: id, subject, shows, effectiveOn: finding.on, ...phase }, key: item })
      const body = { id, item: { unit, id: item } }
      await inspections.addPicture({ params: { unit, id: inspection, finding: finding.id }, body, key: id, signal: patience() })
      lent.heard()
      await move({ ...one, state: 'arrived' })
      return 'again'
    } catch (error) {
      if (!isFinal(error)) return lent.failed(error)
      if (anew.has(error.code)) return 'later'
      await move({ ...one, state: 'refused', refused: error.code })
      return 'again'
    }
  }

  return {
    add: async (finding, file) => {
      const there = (): readonly LocalPicture[] => picturesOf(lent.pictures(), finding.id)
      if (there().length >= mostPictures) return 'enough'
      const picture = await read(file)
      if (typeof picture === 'string') return picture
      const { media, bytes } = picture
      const sha256 = await hashOf(sourceOf(bytes))
      if (there().some((one) => one.sha256 === sha256)) return 'twice'
      const { unit, inspection, subject } = finding
      const one: LocalPicture = {
        id: newKey(),
        item: newKey(),
        finding: finding.id,
        unit,
        inspection,
        subject,
        media,
        sha256,
        bytes: bytes.length,
        made: Date.now(),
        state: 'storing',
        refused: null,
      }
      adding.add(one.id)
      // Named before its bytes are laid down: after a kill between the two nothing lies there that nobody knows of.
      await move(one)
      const thumb = await thumbOf(new Blob([bytes], { type: media }))
      if (thumb !== null) show(one.id, thumb)
      if (!(await layDown(disk, bytesKey(one.id), bytes))) {
        await move({ ...one, state: 'gone' })
        return 'full'
      }
      if (thumb !== null) {
        await disk.set(thumbKey(one.id), thumb)
        if (disk.state === 'full') await disk.remove(thumbKey(one.id))
      }
      await move({ ...one, state: 'waiting' })
      lent.wake()
      return null
    },
    takeOff: (one) => move({ ...one, state: 'gone' }),
    attempt: async () => {
      if (settledFor !== lent.post()) {
        settledFor = lent.post()
        await settle()
      }
      const next = pictureToSend(lent.pictures(), (id) => lent.findingOf(id)?.state === 'arrived')
      const finding = next === undefined ? undefined : lent.findingOf(next.finding)
      return next === undefined || finding === undefined ? null : send(next, finding)
    },
    smallOf: async (id) => {
      const known = addresses.get(id)
      if (known !== undefined) return known
      const thumb = await disk.get<ArrayBuffer>(thumbKey(id))
      return thumb === undefined ? null : show(id, thumb)
    },
  }
}
