// Pictures of a step on their way to the evidence room: its kind by its first bytes, its place taken out, sent in pieces,
// recorded with what it shows. Ids are made when a picture is chosen, so that trying again never records it twice.

import { sourceOf } from '#ground/ui/blob-source.ts'
import { addressOf, callByName, client, newKey } from '#ground/ui/client.ts'
import { withoutLocation } from '#rooms/evidence/core/location.ts'
import { firstBytes, kinds, mediaOf } from '#rooms/evidence/core/media.ts'
import { sendFile } from '#rooms/evidence/core/send-file.ts'
import type { UploadDoor, UploadState } from '#rooms/evidence/core/send-file.ts'
import type { Exhibit } from './ledger.ts'

/** Views are another room's; its address is asked from the house like any other. */
const evidence = client('evidence')

/** Where a picture of an item is. */
export const viewOf = ({ unit, id }: Pick<Exhibit, 'unit' | 'id'>, size: 'small' | 'large'): string =>
  addressOf(evidence, 'view', { params: { unit, id }, query: { size } } as never)

const call = async <T>(key: string, given: Parameters<typeof callByName>[2]): Promise<T> => (await callByName('evidence', key, given)) as T

const door: UploadDoor = {
  begin: (body) => call<UploadState>('begin', { body }),
  append: (id, offset, bytes) => call<UploadState>('append', { params: { id }, query: { offset }, bytes }),
  finish: (id) => call<UploadState>('finish', { params: { id } }),
}

export interface Picture {
  readonly file: File
  readonly upload: string
  readonly item: string
}

/** What goes with a chosen file. */
export const pictureOf = (file: File): Picture => ({ file, upload: newKey(), item: newKey() })

export interface Said {
  readonly shows: string
  readonly phase: 'before' | 'after'
  /** The unit that sends, and the one the picture speaks of. */
  readonly unit: string
  readonly subject: string
  readonly effectiveOn: string
}

/** False when it is no picture or too large; throws what the server refuses. */
export async function sendPicture({ file, upload, item }: Picture, { unit, ...said }: Said): Promise<boolean> {
  const whole = sourceOf(file)
  const media = mediaOf(await whole.read(0, Math.min(firstBytes, file.size)))
  if (media === null || media === 'two' || file.size > kinds[media].mostBytes) return false
  const source = media === 'application/pdf' ? whole : sourceOf(withoutLocation(media, await whole.read(0, file.size)))
  await sendFile(source, { id: upload, unit, media, name: file.name }, door)
  await call('record', { body: { id: item, upload, ...said }, key: item })
  return true
}
