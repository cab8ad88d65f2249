// Pictures of what was seen, on an inspector's phone.

import type { Id } from '#ground/kernel/ids.ts'
import { picturesWhere } from '#rooms/evidence/core/device-pictures.ts'
import type { DevicePicture, DevicePictures } from '#rooms/evidence/core/device-pictures.ts'

export interface LocalPicture extends DevicePicture {
  readonly finding: Id
  readonly inspection: Id
}

export type LocalPictures = DevicePictures<LocalPicture>

/** What is to be seen at a finding, in the order in which it was taken. */
export const picturesOf = (pictures: LocalPictures, finding: Id): LocalPicture[] =>
  picturesWhere(pictures, (one) => one.finding === finding)

/** Pictures that go along when a finding is noted anew under another id. */
export const moved = (pictures: LocalPictures, from: Id, to: Id): LocalPicture[] =>
  picturesOf(pictures, from)
    .filter(({ state }) => state !== 'arrived')
    .map((one) => ({ ...one, finding: to }))
