// Entry of the process that opens pictures: bytes of strangers meet native code here and nowhere else. Only three loaders
// are left on, pixels are limited before anything is unpacked, and nothing of EXIF, GPS or XMP reaches a view.

import sharp from 'sharp'
import type { PictureTask, View, Viewed } from './picture.ts'

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

const seconds = 25

/** Opens one picture and makes its views: upright, in sRGB, on white, never larger than it is. */
async function viewsOf({ bytes, wanted, mostPixels }: PictureTask): Promise<Viewed> {
  const options = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true } as const
  try {
    const { autoOrient } = await sharp(bytes, options).metadata()
    const views: View[] = []
    for (const { name, side } of wanted) {
      const { data, info } = await sharp(bytes, options)
        .autoOrient()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 80 })
        .timeout({ seconds })
        .toBuffer({ resolveWithObject: true })
      views.push({ name, bytes: data, width: info.width, height: info.height })
    }
    return { kind: 'made', width: autoOrient.width, height: autoOrient.height, views }
  } catch {
    // Whatever a picture library says of hostile bytes, it comes to this.
    return { kind: 'unreadable' }
  }
}

process.on('message', (task) => void viewsOf(task as PictureTask).then((viewed) => process.send?.(viewed)))
process.once('disconnect', () => process.exit(0))
