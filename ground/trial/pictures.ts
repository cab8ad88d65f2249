// Pictures for tests: one as a phone makes it, and one that is small on the disk and huge when unpacked.

import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** 600×400, left half red, right half blue, to be turned by a quarter, with a place in its EXIF. `seed` makes others of it. */
export async function phonePicture(seed = 0): Promise<Buffer> {
  const half = await sharp({ create: { width: 300, height: 400, channels: 3, background: { r: 0, g: seed, b: 255 } } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 600, height: 400, channels: 3, background: '#ff0000' } })
    .composite([{ input: half, left: 300, top: 0 }])
    .withExif({ IFD0: { Make: 'Trial' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 12/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

function chunk(name: string, data: Buffer): Buffer {
  const out = Buffer.alloc(12 + data.length)
  out.writeUInt32BE(data.length)
  out.write(name, 4, 'latin1')
  data.copy(out, 8)
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length)
  return out
}

/** A sound PNG of one colour, a bit a pixel. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 1 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** A scene of its own for every seed, as a print tells it from others; with the camera's day where one is given. */
export async function scenePicture(seed: number, { takenOn, width = 900 }: { readonly takenOn?: string; readonly width?: number } = {}) {
  const [columns, rows] = [9, 6]
  const data = Buffer.alloc(columns * rows * 3)
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    data[at] = state >>> 24
  }
  const picture = sharp(data, { raw: { width: columns, height: rows, channels: 3 } }).resize(width, Math.round((width * 2) / 3), {
    kernel: 'cubic',
    fit: 'fill',
  })
  const dated =
    takenOn === undefined ? picture : picture.withExif({ IFD2: { DateTimeOriginal: `${takenOn.replaceAll('-', ':')} 08:30:00` } })
  return dated.jpeg({ quality: 92 }).toBuffer()
}

/** A PDF of one A5 page, its upper half red. */
export function pagePdf(): Buffer {
  const drawn = '1 0 0 rg 0 297 420 298 re f'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R>>',
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
