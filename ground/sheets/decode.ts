// Text of a CSV file: UTF-8 with or without BOM, else GB18030, as offices' Excel writes it. The first stretch with letters
// beyond ASCII decides; both readings are strict, so that wrong letters are refused instead of stored.

import { isAscii, isUtf8 } from 'node:buffer'
import { Halt } from './limits.ts'
import { problems } from './problems.ts'
import type { Bytes } from './source.ts'

const enough = 65_536

/** Where the last, possibly unfinished UTF-8 character begins, or the end when all are whole. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

interface Decoder {
  decode(bytes: Buffer): string
  end(): void
}

// Checking and converting whole buffers takes the processor's vector instructions; a streaming TextDecoder does not.
function utf8(): Decoder {
  let rest: Buffer = Buffer.alloc(0)
  return {
    decode(bytes) {
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      const end = wholeCharacters(all)
      rest = Buffer.from(all.subarray(end))
      const whole = all.subarray(0, end)
      if (!isUtf8(whole)) throw new Halt(problems.unknownEncoding())
      return whole.toString('utf8')
    },
    end() {
      if (rest.length > 0) throw new Halt(problems.cutOff())
    },
  }
}

function gb18030(): Decoder {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  return {
    decode(bytes) {
      try {
        return decoder.decode(bytes, { stream: true })
      } catch {
        throw new Halt(problems.unknownEncoding())
      }
    },
    end() {
      try {
        decoder.decode()
      } catch {
        throw new Halt(problems.cutOff())
      }
    },
  }
}

function choose(sample: Buffer): Decoder {
  return isUtf8(sample.subarray(0, wholeCharacters(sample))) ? utf8() : gb18030()
}

/** The text in pieces, without BOM. */
export async function* decoded(bytes: Bytes): AsyncGenerator<string, void, undefined> {
  let decoder: Decoder | null = null
  let waiting: Buffer = Buffer.alloc(0)
  let [begun, first] = [false, true]
  for await (const chunk of bytes) {
    if (!begun && /^(?:\xff\xfe|\xfe\xff)/.test(chunk.toString('latin1', 0, 2))) throw new Halt(problems.unknownEncoding())
    begun = true
    if (chunk.includes(0)) throw new Halt(problems.nulBytes())
    const piece: Buffer = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk])
    waiting = Buffer.alloc(0)
    if (decoder === null && isAscii(piece)) {
      first = false
      yield piece.toString('latin1')
    } else if (decoder === null && piece.length < enough) {
      waiting = piece
    } else {
      decoder ??= choose(piece)
      const text = decoder.decode(piece)
      yield first ? text.replace(/^\uFEFF/, '') : text
      first = false
    }
  }
  if (waiting.length > 0) {
    decoder = choose(waiting)
    const text = decoder.decode(waiting)
    yield first ? text.replace(/^\uFEFF/, '') : text
  }
  decoder?.end()
}
