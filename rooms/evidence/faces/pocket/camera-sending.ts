// Sends the photos one after the other: uploaded in pieces, recorded under the ids that they were given when they were taken
// in. Whatever is lost on the way is sent again and changes nothing.

import type { Outcome } from '#ground/sync/sender.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import type { Media } from '../../core/media.ts'
import { dayToRecord, photoToSend } from '../../core/pocket-photo.ts'
import type { PocketPhoto } from '../../core/pocket-photo.ts'
import { sendFile } from '../../core/send-file.ts'
import { door, evidence, isRefusal, patience } from './camera-client.ts'
import { bytesKey } from './camera-state.ts'
import type { Lent } from './camera-state.ts'

const pieceBytes = 262_144
/** How many bytes of each the server was known to have. */
const reached = new Map<string, number>()
/** The server is behind or ahead of this page: beginning again finds out. */
const anew = new Set([3600, 3602, 3604, 3611])

/** The picture that stands for a film, where this phone made one and still has it. */
async function sendPoster({ pictures, get }: Lent, { poster, unit }: PocketPhoto): Promise<{ poster?: string }> {
  const still = poster === undefined ? undefined : await pictures.get<ArrayBuffer>(bytesKey(get().hand?.post ?? '', poster))
  if (poster === undefined || still === undefined) return {}
  await sendFile(sourceOf(still), { id: poster, unit, media: 'image/jpeg', name: '' }, door, { chunk: pieceBytes })
  return { poster }
}

async function deliver(lent: Lent, photo: PocketPhoto, carried: (bytes: number) => void): Promise<void> {
  const { pictures, get, become } = lent
  const { hand } = get()
  const { id, item, unit, media, sha256, shows, spot, phase } = photo
  const bytes = await pictures.get<ArrayBuffer>(bytesKey(hand?.post ?? '', id))
  const sent = (done: number, of: number): void => {
    carried(done)
    become({ onWay: { id, share: of === 0 ? 0 : done / of }, line: 'open' })
  }
  // Bytes that the phone has lost may have arrived all the same.
  if (bytes !== undefined) {
    const declared = { id, unit, media: media as Media, name: '' }
    await sendFile(sourceOf(bytes), declared, door, { told: { sent }, chunk: pieceBytes, sha256 })
  }
  const poster = await sendPoster(lent, photo)
  const effectiveOn = dayToRecord(photo.effectiveOn, hand?.today ?? photo.effectiveOn)
  const said = { shows, effectiveOn, ...(spot === '' ? {} : { spot }), ...(phase === null ? {} : { phase }), ...poster }
  await evidence.record({ body: { id: item, upload: id, ...said }, key: `${item}-${effectiveOn}`, signal: patience() })
}

/** Sends the photo that is next; null when none waits. `failed` says what becomes of an error that is no refusal. */
export async function sendNext(lent: Lent, failed: (error: unknown) => Promise<Outcome>): Promise<Outcome | null> {
  const photo = photoToSend(lent.get().photos)
  if (photo === undefined) return null
  const before = reached.get(photo.id) ?? 0
  const carried = (bytes: number): unknown => reached.set(photo.id, Math.max(reached.get(photo.id) ?? 0, bytes))
  try {
    await deliver(lent, photo, carried)
    await lent.move({ ...photo, state: 'arrived' })
    return 'again'
  } catch (error) {
    if (!isRefusal(error)) {
      const outcome = await failed(error)
      // A line that breaks and still carried something is tried again at once.
      return outcome === 'later' && (reached.get(photo.id) ?? 0) > before ? 'again' : outcome
    }
    if (anew.has(error.code)) return 'later'
    await lent.move({ ...photo, state: 'refused', refused: error.code })
    return 'again'
  } finally {
    lent.become({ onWay: null })
  }
}
