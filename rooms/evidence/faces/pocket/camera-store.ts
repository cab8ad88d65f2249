// Photos of a post on this phone: everything goes to its disk at once and counts as kept only when it lies there; it goes out
// by itself whenever there is a line.

import { useSyncExternalStore } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { openKept } from '#ground/sync/kept.ts'
import type { Kept } from '#ground/sync/kept.ts'
import { openSender } from '#ground/sync/sender.ts'
import type { Outcome, Sender } from '#ground/sync/sender.ts'
import { whenSignedOut } from '#ground/ui/client.ts'
import { isAnswer } from '#ground/ui/patience.ts'
import { photoToSend, stoodPhoto } from '../../core/pocket-photo.ts'
import type { PocketPhoto, PocketPhotos, Saying } from '../../core/pocket-photo.ts'
import { evidence, patience } from './camera-client.ts'
import type { Hand } from './camera-client.ts'
import type { Trouble } from './camera-intake.ts'
import type { Pictures } from './camera-pictures.ts'
import { handKey, outKey, photoKey, photoPrefix, saidKey, storeName } from './camera-state.ts'
import type { CameraState } from './camera-state.ts'

export interface CameraStore {
  get(): CameraState
  watch(onChange: () => void): () => void
  say(said: Saying): void
  /** Takes one picture in, with what is said now; null, or why not. */
  add(file: Blob): Promise<Trouble | null>
  takeOff(photo: PocketPhoto): void
  /** Forgets what has arrived. */
  clear(): void
  /** The bytes of what lies here, to be looked at; null when they are gone. */
  bytes(id: string): Promise<Blob | ArrayBuffer | null>
  /** Address of the small picture of a photo; null when there is none. */
  small(id: string): Promise<string | null>
}

/** What a first screen does not need is fetched behind it. */
const afterFirstMs = 800

const freshSaying = (): Saying => ({ shows: '', spot: '', phase: null, effectiveOn: chinaDay(Date.now()) })

function openStore(kept: Kept): CameraStore {
  let state: CameraState = {
    hand: null,
    photos: {},
    said: freshSaying(),
    line: 'unknown',
    kept: kept.state,
    signedOut: false,
    otherRole: false,
    onWay: null,
  }
  const watchers = new Set<() => void>()
  let sender: Sender | null = null
  /** Whether the server has been asked since the line was last away: before that nothing is sent. */
  let heard = false
  const post = (): string => state.hand?.post ?? ''
  const become = (next: Partial<CameraState>): void => {
    state = { ...state, ...next }
    for (const watcher of watchers) watcher()
  }
  kept.watch(() => become({ kept: kept.state }))

  const failed = (error: unknown): Outcome => {
    heard = false
    if (!isAnswer(error)) become({ line: 'lost' })
    return 'later'
  }
  const take = async (photo: PocketPhoto): Promise<void> => {
    const photos = stoodPhoto(state.photos, photo)
    if (photos === state.photos) return
    become({ photos })
    // Set first, so that other pages of this phone hear of it.
    await kept.set(photoKey(post(), photo.id), photo)
    if (photo.state === 'gone') await kept.remove(photoKey(post(), photo.id))
  }
  let opening: Promise<Pictures> | undefined
  const pictures = (): Promise<Pictures> => {
    opening ??= import('./camera-pictures.ts').then(({ openPictures }) => openPictures({ get: () => state, become, take, failed }))
    // Code that could not be fetched is asked for again.
    opening.catch(() => (opening = undefined))
    return opening
  }
  kept.hear((key, value) => {
    if (key.startsWith(photoPrefix(post()))) become({ photos: stoodPhoto(state.photos, value as PocketPhoto) })
  })

  const clear = async (): Promise<void> => {
    const [mine, all] = [post(), Object.values(state.photos)]
    become({ photos: Object.fromEntries(all.filter((photo) => photo.state !== 'arrived').map((photo) => [photo.id, photo])) })
    const arrived = all.filter((photo) => photo.state === 'arrived').map(({ id }) => id)
    await (await pictures()).forget(arrived)
    for (const id of arrived) await kept.remove(photoKey(mine, id))
  }

  const takeHand = async (hand: Hand): Promise<void> => {
    const found = await kept.all<PocketPhoto>(photoPrefix(hand.post))
    const photos: PocketPhotos = Object.fromEntries([...found.values()].map((photo) => [photo.id, photo]))
    const said = (await kept.get<Saying>(saidKey(hand.post))) ?? freshSaying()
    // Words stay for the next photos; the day is today's unless another was chosen today.
    become({ hand, photos, said: { ...said, effectiveOn: chinaDay(Date.now()) } })
    if (found.size > 0)
      void pictures().then(
        (here) => here.settle(),
        () => undefined,
      )
  }

  const ask = async (): Promise<boolean> => {
    try {
      const hand = await evidence.onHand({ query: {}, signal: patience() })
      if (hand.post === post()) become({ hand })
      else await takeHand(hand)
      become({ line: 'open', signedOut: false, otherRole: false })
      heard = true
      await Promise.all([kept.set(handKey, hand), kept.set(outKey, false)])
      return true
    } catch (error) {
      if (!isAnswer(error)) become({ line: 'lost' })
      else if (error.status === 401) {
        become({ signedOut: true, line: 'open' })
        await kept.set(outKey, true)
      } else become({ line: 'open', otherRole: error.status === 403 })
      return false
    }
  }

  const attempt = async (): Promise<Outcome> => {
    if (!heard && !(await ask())) return state.signedOut || state.otherRole ? 'done' : 'later'
    // The code for pictures is fetched for those that are here, and otherwise behind the first screen.
    if (Object.keys(state.photos).length === 0) return 'done'
    const here = await pictures()
    await here.settle()
    const photo = photoToSend(state.photos)
    return photo === undefined ? 'done' : here.send(photo)
  }

  const begin = async (): Promise<void> => {
    whenSignedOut(() => become({ signedOut: true }))
    const [out, hand] = [await kept.get<boolean>(outKey), await kept.get<Hand>(handKey)]
    // Signed out on this phone: what was kept waits for the same account, out of sight.
    if (out === true) become({ signedOut: true })
    if (hand !== undefined && out !== true) await takeHand(hand)
    sender = openSender('lx-evidence', { attempt })
    setTimeout(() => void pictures().catch(() => undefined), afterFirstMs)
    addEventListener('offline', () => {
      heard = false
      become({ line: 'lost' })
    })
  }
  void begin()

  return {
    get: () => state,
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    say: (said) => {
      become({ said })
      void kept.set(saidKey(post()), said)
    },
    add: async (file) => {
      const trouble = await (await pictures()).add(file)
      sender?.wake()
      return trouble
    },
    takeOff: (photo) => void pictures().then((here) => here.move({ ...photo, state: 'gone' })),
    clear: () => void clear(),
    bytes: async (id) => (await (await pictures()).bytes(id)) ?? null,
    small: async (id) => (await pictures()).small(id),
  }
}

let opened: Promise<CameraStore> | undefined

/** The one store of this page. */
export function cameraStore(): Promise<CameraStore> {
  opened ??= openKept(storeName).then(openStore)
  return opened
}

/** The store's state, watched. */
export const useCamera = (store: CameraStore): CameraState => useSyncExternalStore(store.watch, store.get)
