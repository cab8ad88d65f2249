// Entry of the process that opens pictures: bytes of strangers meet native code here and nowhere else. Only three loaders
// are left on, pixels are limited before anything is unpacked, and nothing of EXIF, GPS or XMP reaches a view.

import sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { PictureTask, View, Viewed, Wanted } from './picture.ts'
import type { Pixels } from './pixels.ts'
import { printGrid, printOf } from './print.ts'
import { takenOnOf } from './taken-on.ts'

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

const seconds = 25

interface Opened {
  readonly image: Sharp
  readonly width: number
  readonly height: number
}

const ofPixels = ({ data, width, height, channels }: Pixels): Sharp => sharp(data, { raw: { width, height, channels } })

async function opened({ bytes, opener, wanted, mostPixels }: PictureTask): Promise<Opened> {
  if (opener !== 'picture') {
    // Loaded when first needed: both bring megabytes of WebAssembly.
    const pixels =
      opener === 'heic'
        ? await (await import('./open-heic.ts')).openHeic(bytes, mostPixels)
        : await (await import('./open-pdf.ts')).openPdf(bytes, Math.max(...wanted.map(({ side }) => side)))
    return { image: ofPixels(pixels), width: pixels.width, height: pixels.height }
  }
  const options = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true } as const
  const { autoOrient } = await sharp(bytes, options).metadata()
  return { image: sharp(bytes, options).autoOrient(), ...autoOrient }
}

/** As large as any view needs it: opened once, and every view is made from there. */
async function largest({ image }: Opened, wanted: readonly Wanted[]): Promise<Pixels> {
  const side = Math.max(...wanted.map((one) => one.side))
  const { data, info } = await image
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels as 3 }
}

async function viewOf(pixels: Pixels, { name, side }: Wanted): Promise<View> {
  const { data, info } = await ofPixels(pixels)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .timeout({ seconds })
    .toBuffer({ resolveWithObject: true })
  return { name, bytes: data, width: info.width, height: info.height }
}

async function printOfPixels(pixels: Pixels): Promise<string | null> {
  const { width, height } = printGrid
  const grey = await ofPixels(pixels).resize({ width, height, fit: 'fill' }).greyscale().raw().toBuffer()
  return printOf(grey)
}

/** Opens one picture and makes its views: upright, in sRGB, on white, never larger than it is. */
async function viewsOf(task: PictureTask): Promise<Viewed> {
  try {
    const picture = await opened(task)
    const { width, height } = picture
    const pixels = await largest(picture, task.wanted)
    const views: View[] = []
    for (const one of task.wanted) views.push(await viewOf(pixels, one))
    // Pages of text look alike at this size: their prints would say nothing.
    const isPage = task.opener === 'pdf'
    const print = isPage ? null : await printOfPixels(pixels)
    return { kind: 'made', width, height, views, print, takenOn: isPage ? null : takenOnOf(task.bytes) }
  } catch {
    // Whatever a picture library says of hostile bytes, it comes to this.
    return { kind: 'unreadable' }
  }
}

process.on('message', (task) => void viewsOf(task as PictureTask).then((viewed) => process.send?.(viewed)))
// Ctrl-C reaches the whole group: the picture at hand is finished, and the end of the connection ends this process.
process.on('SIGINT', () => {})
process.once('disconnect', () => process.exit(0))
