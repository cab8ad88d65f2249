// Opens a HEIC with libheif in WebAssembly: as the phone means it to be seen (its turns and mirrors applied), as pixels.

import { createRequire } from 'node:module'
import type { Pixels } from './pixels.ts'

interface HeifImage {
  get_width(): number
  get_height(): number
  display(into: { data: Uint8ClampedArray; width: number; height: number }, done: (shown: unknown) => void): void
  free(): void
}

interface Heif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] }
}

let loaded: Heif | undefined

/** Loaded with the first HEIC: most pictures are none, and it is a second of work. */
function heif(): Heif {
  loaded ??= createRequire(import.meta.url)('libheif-js/wasm-bundle') as Heif
  return loaded
}

/** The first picture of the file; throws when there is none that can be opened within the limit. */
export async function openHeic(bytes: Uint8Array, mostPixels: number): Promise<Pixels> {
  const images = new (heif().HeifDecoder)().decode(bytes)
  const [image] = images
  try {
    if (image === undefined) throw new Error('no picture in it')
    const [width, height] = [image.get_width(), image.get_height()]
    if (width < 1 || height < 1 || width * height > mostPixels) throw new Error('too many pixels')
    const data = new Uint8ClampedArray(width * height * 4)
    await new Promise<void>((resolve, reject) => {
      image.display({ data, width, height }, (shown) => (shown === null ? reject(new Error('cannot be opened')) : resolve()))
    })
    return { data: new Uint8Array(data.buffer), width, height, channels: 4 }
  } finally {
    for (const one of images) one.free()
  }
}
