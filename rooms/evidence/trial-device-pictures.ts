// A picture on a phone, as tests of what belongs to it need one; pictures are ordered by the first letter of their id.

import type { DevicePicture, PictureState } from './core/device-pictures.ts'

export const devicePicture = (id: string, state: PictureState): DevicePicture => ({
  id,
  item: `i${id}`,
  unit: '990101001',
  subject: '990101001001',
  media: 'image/jpeg',
  bytes: 3,
  sha256: '',
  made: id.codePointAt(0) ?? 0,
  state,
  refused: null,
})
