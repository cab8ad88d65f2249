// Pictures on a phone for one of its steps: before and after, never required.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { picturesWhere } from '#rooms/evidence/core/device-pictures.ts'
import type { DevicePicture, DevicePictures } from '#rooms/evidence/core/device-pictures.ts'

/** What stood there before it was mended, or what stands there now. */
export type PicturePhase = 'before' | 'after'

export interface LocalPicture extends DevicePicture {
  readonly step: Id
  readonly entry: Id
  /** The unit that owns the entry. */
  readonly owner: Code
  readonly shows: string
  readonly phase: PicturePhase
  /** The day of taking it in by this device, and the server's when it was last heard before. */
  readonly on: Day
  readonly opened: Day
}

export type LocalPictures = DevicePictures<LocalPicture>

/** What is to be seen at a step, in the order in which it was taken. */
export const picturesOf = (pictures: LocalPictures, step: Id): LocalPicture[] => picturesWhere(pictures, (one) => one.step === step)

/** Pictures that go along when a step is taken anew under another id. */
export const moved = (pictures: LocalPictures, from: Id, to: Id): LocalPicture[] =>
  picturesOf(pictures, from)
    .filter(({ state }) => state !== 'arrived')
    .map((one) => ({ ...one, step: to }))

/** The day it is recorded of: the phone's, but never before the entry was fetched nor after the server's today. */
export function dayOfPicture({ on, opened }: Pick<LocalPicture, 'on' | 'opened'>, today: Day): Day {
  const notBefore = on < opened ? opened : on
  return notBefore > today ? today : notBefore
}
