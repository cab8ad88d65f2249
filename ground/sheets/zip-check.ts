// A workbook is a zip, and a zip can lie. Before the workbook library sees it, the parts that it will read are unpacked here
// once, streaming, and held against what the archive declares and against the limits; nothing unpacked is kept.

import { crc32, createInflateRaw } from 'node:zlib'
import { Halt, type ReadLimits } from './limits.ts'
import { problems } from './problems.ts'

interface Part {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const maxParts = 4000
const maxSmallPart = 8 * 1_048_576
const maxSharedStrings = 48 * 1_048_576
/** A part stored without compression reaches the library in one piece, so only small ones may be. */
const maxStored = 262_144
/** No cell, tag or attribute is longer than this without a `<`. */
const maxRun = 262_144

function directoryOf(zip: Buffer): Part[] {
  let end = zip.length - 22
  while (end >= 0 && end > zip.length - 65_558 && zip.readUInt32LE(end) !== 0x06054b50) end -= 1
  if (end < 0 || zip.readUInt32LE(end) !== 0x06054b50) throw new Halt(problems.cutOff())
  const count = zip.readUInt16LE(end + 10)
  if (count > maxParts) throw new Halt(problems.damaged())
  const parts: Part[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new Halt(problems.damaged())
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return parts
}

function packedBytes(zip: Buffer, part: Part): Buffer {
  const at = part.offset
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== 0x04034b50) throw new Halt(problems.damaged())
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  if (start + part.packed > zip.length) throw new Halt(problems.cutOff())
  return zip.subarray(start, start + part.packed)
}

// A column beyond ZZ, or a reference written with entities so that it cannot be seen: both would make rows of 16,384 cells.
const farColumn = /\sr\s*=\s*(?:"[^"]*(?:[A-Za-z]{3}|&)|'[^']*(?:[A-Za-z]{3}|&))/

function sheetWatch(limits: ReadLimits): (chunk: Buffer) => void {
  let [run, tail] = [0, '']
  return (chunk) => {
    const first = chunk.indexOf(0x3c)
    run += first === -1 ? chunk.length : first
    if (run > maxRun) throw new Halt(problems.cellTooLong({ line: 1, limit: maxRun }))
    if (first !== -1) run = chunk.length - chunk.lastIndexOf(0x3c)
    const text = tail + chunk.toString('latin1')
    if (farColumn.test(text)) throw new Halt(problems.tooManyColumns({ limit: limits.maxColumns }))
    tail = text.slice(-48)
  }
}

async function unpack(zip: Buffer, part: Part, watch: (chunk: Buffer) => void): Promise<void> {
  const packed = packedBytes(zip, part)
  let [length, check] = [0, 0]
  const see = (chunk: Buffer): void => {
    length += chunk.length
    if (length > part.unpacked) throw new Halt(problems.expandsTooFar({ limit: part.unpacked }))
    check = crc32(chunk, check)
    watch(chunk)
  }
  if (part.method === 0) {
    see(packed)
  } else {
    const inflate = createInflateRaw({ chunkSize: 65_536 })
    inflate.end(packed)
    try {
      for await (const chunk of inflate as AsyncIterable<Buffer>) see(chunk)
    } catch (error) {
      if (error instanceof Halt) throw error
      throw new Halt(problems.damaged())
    }
  }
  if (length !== part.unpacked || check !== part.crc) throw new Halt(problems.damaged())
}

function limitOf(name: string, limits: ReadLimits): number {
  if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) return limits.maxExpandedBytes
  return /sharedStrings\.xml$/i.test(name)
    ? Math.min(maxSharedStrings, limits.maxExpandedBytes)
    : Math.min(maxSmallPart, limits.maxExpandedBytes)
}

/** Halts unless the archive is a sound workbook within the limits. */
export async function checkWorkbook(zip: Buffer, limits: ReadLimits): Promise<void> {
  const parts = directoryOf(zip)
  const names = new Set(parts.map((part) => part.name))
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw new Halt(problems.notATable())
  if (names.size !== parts.length) throw new Halt(problems.damaged())
  let total = 0
  for (const part of parts) {
    if ((part.flags & 1) !== 0) throw new Halt(problems.oldOrLocked())
    if (!/\.(?:xml|rels)$/i.test(part.name)) continue
    const hidden = (part.packed === 0 || part.unpacked === 0) && !(part.packed <= 2 && part.unpacked === 0 && (part.flags & 8) === 0)
    if (hidden || part.unpacked === 0xffffffff || part.packed === 0xffffffff || ![0, 8].includes(part.method))
      throw new Halt(problems.damaged())
    if (part.method === 0 && (part.packed !== part.unpacked || part.packed > maxStored)) throw new Halt(problems.damaged())
    total += part.unpacked
    const limit = limitOf(part.name, limits)
    if (part.unpacked > limit) throw new Halt(problems.expandsTooFar({ limit }))
    if (total > limits.maxExpandedBytes) throw new Halt(problems.expandsTooFar({ limit: limits.maxExpandedBytes }))
  }
  for (const part of parts) {
    if (!/\.(?:xml|rels)$/i.test(part.name)) continue
    await unpack(zip, part, /^xl\/worksheets\/[^/]+\.xml$/i.test(part.name) ? sheetWatch(limits) : () => undefined)
  }
}
