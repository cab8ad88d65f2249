// Pictures that a phone takes in: named, laid on its disk, sent one after the other, let go when they have arrived. One piece for
// every page that takes them; what a picture belongs to, how it is read and where it goes, the page says.

import { openKept } from './kept.ts'
import { layDown, thumbOf } from './pictures.ts'
import type { Content } from './pictures.ts'
import type { Outcome } from './sender.ts'

/**
 * storing: not on the disk yet. waiting: it lies there. recording: the server may have it already. arrived. refused: not taken,
 * it stays here. leaving: taken off here, the server is still to hear of it. gone: taken off, or it never came to lie here.
 */
export type ShotState = 'storing' | 'waiting' | 'recording' | 'arrived' | 'refused' | 'leaving' | 'gone'

export interface Shot {
  readonly id: string
  readonly state: ShotState
  /** Number of the problem with which it was refused. */
  readonly refused: number | null
}

/** As it lies on the device. */
export type Lying<C extends Content> = C extends Blob ? Blob : ArrayBuffer

/** A picture as it was read, ready to be laid down. */
export interface Taken<C extends Content = Uint8Array<ArrayBuffer>> {
  readonly media: string
  readonly bytes: C
  readonly sha256: string
  /** What the small picture is made of, where it is not the bytes themselves; null: there is none. */
  readonly look?: ArrayBuffer | null
}

/** Told how many bytes the server has, of how many. */
export type Told = (done: number, of: number) => void

/** What the page of the pictures says of them. `T`: why one is not taken in. `C`: pictures, or also what is too large to be held whole. */
export interface CameraPlan<S extends Shot, T extends string, C extends Content = Uint8Array<ArrayBuffer>> {
  /** The store of bytes and small pictures. */
  readonly store: string
  /** Whose they are now, a post or a seat: each has what it took and nothing else. */
  owner(): string
  all(): Readonly<Record<string, S>>
  bytesOf(shot: S): number
  /** It stands elsewhere now: on the page at once, on the device when this resolves. */
  take(next: S): Promise<void>
  read(file: Blob): Promise<Taken<C> | T>
  /** What else is laid down with it, under keys of their own. */
  beside?(shot: S, taken: Taken<C>): readonly { readonly key: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
  besideOf?(shot: S): readonly string[]
  /** Sends it; where it stands then. Throws what the line or the server says. */
  deliver(shot: S, bytes: Lying<C> | undefined, told: Told): Promise<S>
  /** The number with which it was refused; null where the error is not about this picture. */
  refusal(error: unknown): number | null
  /** Numbers that only say that the server is behind or ahead of this page: beginning again finds out. */
  readonly beginsAgain: ReadonlySet<number>
  failed(error: unknown): Outcome | Promise<Outcome>
  /** Whether something more urgent waits: a tap never waits for a picture. */
  busy?(): boolean
  onWay?(way: { readonly id: string; readonly share: number } | null): void
}

export interface Camera<S extends Shot, T extends string, C extends Content = Uint8Array<ArrayBuffer>> {
  /** Takes a picture in as `make` names it; null, or why not. */
  add(file: Blob, make: (taken: Taken<C>) => S | T): Promise<T | 'full' | null>
  move(next: S): Promise<void>
  /**
   * What was being laid down when the page ended lies there whole, or was never said to be kept. Looked at once for each owner, because
   * another page may be laying one down just now; `anew`: what the device had kept of this owner has only come now.
   */
  settle(anew?: true): Promise<void>
  send(shot: S): Promise<Outcome>
  bytes(id: string): Promise<Lying<C> | undefined>
  /** Address of the small picture; null when there is none. */
  small(id: string): Promise<string | null>
  /** The same of what the server has: fetched once, kept on the device. */
  view(id: string, fetch: () => Promise<ArrayBuffer | null>): Promise<string | null>
  /** Takes everything of these off the device. */
  forget(ids: readonly string[]): Promise<void>
}

/** Thrown by `deliver` where there is nothing more to do just now: whatever waits is looked at anew. */
export class Yield extends Error {}

const sizeOf = (lying: Blob | ArrayBuffer): number => (lying instanceof Blob ? lying.size : lying.byteLength)

/** A file that the device has lost is still named: it is there when its first byte is read. */
const isWhole = (lying: Blob | ArrayBuffer): Promise<boolean> =>
  !(lying instanceof Blob)
    ? Promise.resolve(true)
    : new Response(lying.slice(0, 1)).arrayBuffer().then(
        () => true,
        () => false,
      )

/** Opens the pictures of a page. */
export async function openCamera<S extends Shot, T extends string, C extends Content = Uint8Array<ArrayBuffer>>(
  plan: CameraPlan<S, T, C>,
): Promise<Camera<S, T, C>> {
  const disk = await openKept(plan.store)
  const addresses = new Map<string, string>()
  /** How many bytes of each the server was known to have. */
  const reached = new Map<string, number>()
  /** What this page is laying down just now. */
  const laying = new Set<string>()
  const keyOf = (kind: 'bytes' | 'thumb' | 'view', id: string): string => `${kind}/${plan.owner()}/${id}`

  const drop = async (key: string): Promise<void> => {
    const address = addresses.get(key)
    if (address !== undefined) URL.revokeObjectURL(address)
    addresses.delete(key)
    await disk.remove(key)
  }
  const move = async (next: S): Promise<void> => {
    await plan.take(next)
    const stands = plan.all()[next.id]
    if (stands?.state !== 'arrived' && stands?.state !== 'gone') return
    for (const id of [next.id, ...(plan.besideOf?.(next) ?? [])]) await drop(keyOf('bytes', id))
    if (stands.state === 'gone') await drop(keyOf('thumb', next.id))
  }
  const show = (key: string, picture: ArrayBuffer): string => {
    const address = URL.createObjectURL(new Blob([picture], { type: 'image/jpeg' }))
    addresses.set(key, address)
    return address
  }
  const found = async (key: string): Promise<string | null> => {
    const known = addresses.get(key)
    if (known !== undefined) return known
    const picture = await disk.get<ArrayBuffer>(key)
    return picture === undefined ? null : show(key, picture)
  }
  const keepSmall = async (key: string, picture: ArrayBuffer): Promise<void> => {
    await disk.set(key, picture)
    if (disk.state === 'full') await disk.remove(key)
  }

  const lying = async (id: string): Promise<Lying<C> | undefined> => {
    const kept = await disk.get<Lying<C>>(keyOf('bytes', id))
    return kept !== undefined && (await isWhole(kept)) ? kept : undefined
  }

  const lay = async (shot: S, taken: Taken<C>): Promise<boolean> => {
    const { media, bytes, look } = taken
    const picture = look === null ? null : look === undefined ? new Blob([bytes], { type: media }) : new Blob([look])
    const thumb = picture === null ? null : await thumbOf(picture)
    const key = keyOf('thumb', shot.id)
    if (thumb !== null) show(key, thumb)
    if (!(await layDown(disk, keyOf('bytes', shot.id), bytes))) return false
    // Without room for them it goes without.
    for (const one of plan.beside?.(shot, taken) ?? []) await layDown(disk, keyOf('bytes', one.key), one.bytes)
    if (thumb !== null) await keepSmall(key, thumb)
    return true
  }

  let settledFor: string | null = null
  const settle = async (anew?: true): Promise<void> => {
    if (anew === undefined && settledFor === plan.owner()) return
    settledFor = plan.owner()
    for (const shot of Object.values(plan.all())) {
      if (shot.state !== 'storing' || laying.has(shot.id)) continue
      const bytes = await lying(shot.id)
      await move({ ...shot, state: bytes !== undefined && sizeOf(bytes) === plan.bytesOf(shot) ? 'waiting' : 'gone' })
    }
  }

  return {
    add: async (file, make) => {
      // Without a line as well: what never came to lie here may be taken in again.
      await settle()
      const taken = await plan.read(file)
      if (typeof taken === 'string') return taken
      const shot = make(taken)
      if (typeof shot === 'string') return shot
      laying.add(shot.id)
      // Named before its bytes are laid down: after a kill between the two nothing lies there that nobody knows of.
      await move(shot)
      const isLaid = await lay(shot, taken)
      await move({ ...shot, state: isLaid ? 'waiting' : 'gone' })
      laying.delete(shot.id)
      return isLaid ? null : 'full'
    },
    move,
    settle,
    send: async (shot) => {
      const { id } = shot
      const before = reached.get(id) ?? 0
      const told: Told = (done, of) => {
        reached.set(id, Math.max(reached.get(id) ?? 0, done))
        plan.onWay?.({ id, share: of === 0 ? 0 : done / of })
        // What has been acknowledged is not sent twice.
        if (plan.busy?.() === true) throw new Yield()
      }
      // Bytes that the device has lost may have arrived all the same.
      const bytes = await lying(id)
      try {
        await move(await plan.deliver(shot, bytes, told))
        return 'again'
      } catch (error) {
        if (error instanceof Yield) return 'again'
        const refused = plan.refusal(error)
        if (refused === null) {
          const outcome = await plan.failed(error)
          // A line that breaks and still carried something is tried again at once.
          return outcome === 'later' && (reached.get(id) ?? 0) > before ? 'again' : outcome
        }
        if (plan.beginsAgain.has(refused) && bytes !== undefined) return 'later'
        await move({ ...(plan.all()[id] ?? shot), state: 'refused', refused })
        return 'again'
      } finally {
        plan.onWay?.(null)
      }
    },
    bytes: lying,
    small: (id) => found(keyOf('thumb', id)),
    view: async (id, fetch) => {
      const key = keyOf('view', id)
      const there = await found(key)
      if (there !== null) return there
      const picture = await fetch()
      if (picture === null) return null
      void keepSmall(key, picture)
      return show(key, picture)
    },
    forget: async (ids) => {
      for (const id of ids) for (const kind of ['view', 'thumb', 'bytes'] as const) await drop(keyOf(kind, id))
    },
  }
}
