// The parts of a zip, as they lie in it.

export interface ZipPart {
  /** Deflated, not stored. */
  readonly packed: boolean
  readonly content: Buffer
}

/** Every part, by the central directory. */
export function zipParts(bytes: Uint8Array): ZipPart[] {
  const zip = Buffer.from(bytes)
  const parts: ZipPart[] = []
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    parts.push({ packed: method === 8, content: zip.subarray(start, start + size) })
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}
