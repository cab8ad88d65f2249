// Photos on a sheet: how many, of which kind, and by what their evidence is cited. They are optional and count for nothing.

import { hasViews, mediaTypes } from '#rooms/evidence/core/media.ts'
import type { Media } from '#rooms/evidence/core/media.ts'
import { chunkBytes } from '#rooms/evidence/core/send-file.ts'

/** Most photos on one sheet. */
export const mostPhotos = 6

/** Pictures of which the server makes views, so that a photo can be shown without the phone's own data. */
export const photoMedia = mediaTypes.filter(hasViews)

export type PhotoMedia = Media

/** Most bytes that are sent at once. */
export const photoChunk = chunkBytes

/** By what the round cites the pictures on its sheets; it names no seat and no sheet. */
export const photoTarget = (round: string): string => `sheets:${round}`
