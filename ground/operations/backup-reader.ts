// Reads a backup's stream piece by piece, whatever its size: lines where lines are expected, rows as they come.

import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** The file is no gzip, ends too early or holds something else than expected; `where` says at what. */
export class Damaged extends Error {
  readonly where: string

  constructor(where: string, cause?: unknown) {
    super(`backup damaged: ${where}`, { cause })
    this.where = where
  }
}

const longestLine = 16 * 1024 * 1024
const newline = 10

export class BackupReader {
  readonly #file: ReturnType<typeof createReadStream>
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(path: string) {
    this.#file = createReadStream(path, { highWaterMark: 1 << 20 })
    const unpacked = createGunzip({ chunkSize: 1 << 18 })
    this.#file.once('error', (error) => unpacked.destroy(error))
    // Whoever reads next is told; until then an error has nobody to go to.
    unpacked.on('error', () => {})
    this.#chunks = this.#file.pipe(unpacked)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  /** Bytes of the file read so far. */
  get position(): number {
    return this.#file.bytesRead
  }

  async #more(): Promise<boolean> {
    let next: IteratorResult<Buffer>
    try {
      next = await this.#chunks.next()
    } catch (error) {
      if ((error as { code?: string }).code?.startsWith('Z_') === true) throw new Damaged('gzip', error)
      throw error
    }
    if (next.done === true) return false
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value])
    return true
  }

  /** The next line without its end; null at the end of the file. */
  async line(): Promise<string | null> {
    let end = this.#rest.indexOf(newline)
    while (end === -1) {
      if (this.#rest.length > longestLine) throw new Damaged('line')
      if (!(await this.#more())) {
        if (this.#rest.length > 0) throw new Damaged('end')
        return null
      }
      end = this.#rest.indexOf(newline)
    }
    const line = this.#rest.toString('utf8', 0, end)
    this.#rest = this.#rest.subarray(end + 1)
    return line
  }

  /** The rows of a part, whole lines at a time, up to and without the line `\.`. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#rest.subarray(0, 3).equals(Buffer.from('\\.\n'))) {
        this.#rest = this.#rest.subarray(3)
        return
      }
      const end = this.#rest.indexOf('\n\\.\n')
      const whole = end === -1 ? this.#rest.lastIndexOf(newline) + 1 : end + 1
      if (whole > 0) {
        const rows = this.#rest.subarray(0, whole)
        this.#rest = this.#rest.subarray(whole)
        yield rows
      }
      if (end === -1 && !(await this.#more())) throw new Damaged('end')
    }
  }

  close(): void {
    this.#file.destroy()
  }
}
