// A desk that drives a big screen: what is on, how long a screen may follow, and how a clicker's press changes it.

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'

export interface SpotAt {
  readonly subject: Code
  readonly spot: string
}

/** What a screen shows: where, when, which spot, and how. */
export interface Scene {
  readonly unit: Code
  /** Null is the running one. */
  readonly quarter: string | null
  /** Null shows map and card. */
  readonly spot: SpotAt | null
  /** The first and the last picture one over the other. */
  readonly compared: boolean
  readonly blank: boolean
}

/** What a turn changes of it; what is left out stays, whoever else turns at the same time. */
export type SceneChange = { readonly [K in keyof Scene]?: Scene[K] | undefined }

export interface Showing {
  readonly unit: Code
  readonly id: Id
  readonly code: string
  readonly scene: Scene
  readonly version: number
  readonly turnedAt: Date
  readonly endedAt: Date | null
}

/** One that nobody has turned for so long is over: a screen that was left on follows nobody the next morning. */
const lastsMs = 12 * 3_600_000

/** Whether a screen may still follow, and a desk still turn. */
export const lives = ({ turnedAt, endedAt }: Pick<Showing, 'turnedAt' | 'endedAt'>, now: number): boolean =>
  endedAt === null && now - turnedAt.getTime() < lastsMs

/** Six digits that a screen is given; from four bytes. */
export function codeOf(bytes: Uint8Array): string {
  const number = bytes.reduce((sum, byte) => (sum * 256 + byte) % 4_294_967_296, 0)
  return String(number % 1_000_000).padStart(6, '0')
}

/** Where a spot stands among those of a card, counted from 1; null when it is not there or none is on. */
export function placeOf(spots: readonly SpotAt[], at: SpotAt | null): number | null {
  const place = at === null ? -1 : spots.findIndex(({ subject, spot }) => subject === at.subject && spot === at.spot)
  return place < 0 ? null : place + 1
}

/** What one press of a clicker changes: the next spot, the one before, or back to the map; null when there is nothing further. */
export function turned(scene: Pick<Scene, 'spot'>, spots: readonly SpotAt[], step: 1 | -1): Pick<Scene, 'spot' | 'blank'> | null {
  const next = (placeOf(spots, scene.spot) ?? 0) + step
  if (next > spots.length || (next < 1 && scene.spot === null)) return null
  const found = spots[next - 1]
  return { spot: found === undefined ? null : { subject: found.subject, spot: found.spot }, blank: false }
}

interface Versioned {
  readonly id: Id
  readonly version: number
}

/** Which of two answers stands: one that was under way while somebody turned never brings back what was on before. */
export const newer = <T extends Versioned>(before: T, next: T): T =>
  before.id === next.id && next.version < before.version ? before : next
