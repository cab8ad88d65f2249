// Views of photos of 12 megapixels: by the product, with its print and its process, and by sharp alone.

import { pictureMaker } from '#ground/pictures/make-views.ts'
import { viewSides } from '#rooms/evidence/core/item.ts'
import sharp from 'sharp'

const sides = Object.entries(viewSides).map(([name, side]) => ({ name, side }))
let photo = Buffer.alloc(0)

/** A photo of 12 megapixels and about 4 MB. */
export async function prepare(): Promise<void> {
  sharp.concurrency(1)
  sharp.cache(false)
  const noise = { type: 'gaussian', mean: 128, sigma: 22 } as const
  photo = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 84 })
    .toBuffer()
}

const timed = async (times: number, work: () => Promise<unknown>): Promise<number> => {
  await work()
  const begun = performance.now()
  for (let time = 0; time < times; time += 1) await work()
  return times / ((performance.now() - begun) / 1000)
}

/** Photos a second through the product's maker. */
export async function ours(times: number): Promise<number> {
  const maker = pictureMaker()
  const rate = await timed(times, async () => {
    const made = await maker.make({ bytes: photo, opener: 'picture', wanted: sides, mostPixels: 60_000_000 })
    if (made.kind !== 'made') throw new Error('not made')
  })
  maker.close()
  return rate
}

/** Photos a second when sharp opens the photo once for each view. */
export const alone = (times: number): Promise<number> =>
  timed(times, async () => {
    for (const { side } of sides)
      await sharp(photo)
        .autoOrient()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: 80 })
        .toBuffer()
  })
