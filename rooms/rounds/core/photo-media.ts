// Which pictures may stand on a sheet, and in what pieces they travel. Apart, so that a phone loads it with the first photo.

import { hasViews, mediaTypes } from '#rooms/evidence/core/media.ts'
import type { Media } from '#rooms/evidence/core/media.ts'
import { chunkBytes } from '#rooms/evidence/core/send-file.ts'

/** Pictures of which the server makes views, so that a photo can be shown without the phone's own data. */
export const photoMedia = mediaTypes.filter(hasViews)

export type PhotoMedia = Media

/** Most bytes that are sent at once. */
export const photoChunk = chunkBytes
