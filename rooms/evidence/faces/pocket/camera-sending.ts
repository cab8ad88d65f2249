// A photo on its way: uploaded in pieces, recorded under the ids that it was given when it was taken in. Whatever is lost on the way
// is sent again and changes nothing.

import { sourceOf } from '#ground/ui/blob-source.ts'
import type { Told } from '#ground/sync/camera.ts'
import { dayToRecord } from '../../core/pocket-photo.ts'
import type { PocketPhoto } from '../../core/pocket-photo.ts'
import { sendFile } from '../../core/send-file.ts'
import { recordPicture, upload, uploadDoor } from '../../core/take-in.ts'
import { call } from './camera-client.ts'

/** As it lies on the phone: a photo, or the file of a film. */
type Lying = ArrayBuffer | Blob

const pieceBytes = 262_144

/** The picture that stands for a film, where this phone made one and still has it. */
async function sendPoster({ poster, unit }: PocketPhoto, still: Lying | undefined): Promise<{ poster?: string }> {
  if (poster === undefined || still === undefined) return {}
  await sendFile(sourceOf(still), { id: poster, unit, media: 'image/jpeg', name: '' }, uploadDoor(call), { chunk: pieceBytes })
  return { poster }
}

/** Sends one photo; `still` is what stands for it where it is a film, `today` the server's day. */
export async function deliver(
  photo: PocketPhoto,
  { bytes, still, today }: { readonly bytes: Lying | undefined; readonly still: Lying | undefined; readonly today: string },
  sent: Told,
): Promise<PocketPhoto> {
  const { shows, spot, phase } = photo
  await upload(call, photo, bytes === undefined ? null : sourceOf(bytes), { sent }, pieceBytes)
  const poster = await sendPoster(photo, still)
  const effectiveOn = dayToRecord(photo.effectiveOn, today)
  const said = { shows, effectiveOn, ...(spot === '' ? {} : { spot }), ...(phase === null ? {} : { phase }), ...poster }
  await recordPicture(call, photo, said)
  return { ...photo, state: 'arrived' }
}
