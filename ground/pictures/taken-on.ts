// The day that a camera wrote into a picture: EXIF DateTimeOriginal, wherever the EXIF block stands in the file. The camera's
// clock may be wrong and its day is that of its own place; it is a hint, nothing else.

const originalTag = 0x9003
const exifPointer = 0x8769
const mostEntries = 200

interface Tiff {
  at16(at: number): number
  at32(at: number): number
}

function tiffOf(bytes: Uint8Array): Tiff {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[0] === 0x49
  return {
    at16: (at) => (at + 2 <= bytes.length ? view.getUint16(at, little) : 0),
    at32: (at) => (at + 4 <= bytes.length ? view.getUint32(at, little) : 0),
  }
}

/** The value of a tag in a directory of the block; null when it has none. */
function valueOf({ at16, at32 }: Tiff, directory: number, tag: number): number | null {
  const count = Math.min(at16(directory), mostEntries)
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12
    if (at16(at) === tag) return at32(at + 8)
  }
  return null
}

/** The day out of an EXIF block that begins with its TIFF header. */
function dayOfBlock(bytes: Uint8Array): string | null {
  const tiff = tiffOf(bytes)
  const exif = valueOf(tiff, tiff.at32(4), exifPointer)
  const at = exif === null ? null : valueOf(tiff, exif, originalTag)
  if (at === null) return null
  const text = String.fromCharCode(...bytes.subarray(at, at + 10))
  const day = text.replaceAll(':', '-')
  // A camera that does not know the day writes zeros or blanks.
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && day >= '1990' ? day : null
}

const heads = ['II*\0', 'MM\0*'].map((head) => Buffer.from(head, 'latin1'))
/** Cameras write their data at the beginning; phones' HEIC may have it behind the picture. */
const mostTried = 8

/** The camera's day; null when there is none. */
export function takenOnOf(file: Uint8Array): string | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  for (const head of heads) {
    let at = bytes.indexOf(head)
    for (let tried = 0; at !== -1 && tried < mostTried; tried += 1) {
      const day = dayOfBlock(bytes.subarray(at))
      if (day !== null) return day
      at = bytes.indexOf(head, at + 1)
    }
  }
  return null
}
