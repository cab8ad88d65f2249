// Pictures on the device: laid on its disk only where room is left beside them for what is typed, and made small by the
// browser itself, so that they are seen without a line and after a reload.

import type { Kept } from './kept.ts'

const side = 240
/** Room that a picture leaves on a full disk. */
const spareBytes = 524_288
const spareKey = 'spare'

/** Bytes that are held, or a file that is laid down by the browser and never held whole. */
export type Content = Uint8Array<ArrayBuffer> | Blob

/** Lays a picture on the disk; false, and nothing lies there, where the disk is too full. */
export async function layDown(pictures: Kept, key: string, content: Content): Promise<boolean> {
  await pictures.set(spareKey, new ArrayBuffer(spareBytes))
  await pictures.set(key, content instanceof Blob ? content : content.buffer)
  const full = pictures.state === 'full'
  if (full) await pictures.remove(key)
  await pictures.remove(spareKey)
  return !full
}

function loadedImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('the picture cannot be shown')))
    image.src = address
  })
}

/** A JPEG of at most 240 pixels a side; null where this browser cannot open the picture. */
export async function thumbOf(picture: Blob): Promise<ArrayBuffer | null> {
  const address = URL.createObjectURL(picture)
  try {
    const image = await loadedImage(address)
    const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight, 1))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const small = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.7)
    })
    return small === null ? null : await new Response(small).arrayBuffer()
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
