// Objects of an S3-compatible bucket over HTTP: put, read, head, remove, list. Every call ends: a store that is silent, drips, or
// is gone throws StoreAway within seconds, and for a few seconds after that nobody waits for it again, because whoever waits
// holds a connection of the database. A store that is only slow keeps no more than some of them (turns.ts).

import { createHash } from 'node:crypto'
import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { emptyHash, signedHeaders } from './sign-request.ts'
import type { Keys } from './sign-request.ts'
import { StoreAway } from './store.ts'
import { NoTurn, openTurns } from './turns.ts'

export interface BucketOptions {
  /** `https://host/bucket` or `https://bucket.host`, with a folder behind it if wanted. */
  readonly url: string
  readonly keys: Keys
  /** Milliseconds of silence after which the store counts as gone. */
  readonly patience?: number
  /** Milliseconds for which it is not asked again. */
  readonly rest?: number
  /** Most calls that wait for an answer at a time. */
  readonly most?: number
  /** Milliseconds for which a further call waits for its turn. */
  readonly turnMs?: number
  /** Bytes a second below which a body that is on its way counts as silence, after the patience. */
  readonly slowest?: number
}

export interface Listed {
  readonly key: string
  readonly bytes: number
  readonly changedAt: Date
}

export interface Body {
  readonly bytes: number
  readonly hash: string
  /** Begun anew when the request is. */
  content(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export interface Bucket {
  put(key: string, body: Body): Promise<void>
  /** The object from a byte to another, both inclusive, or whole; null when it is not there. */
  get(key: string, range?: readonly [number, number]): Promise<AsyncIterable<Uint8Array> | null>
  size(key: string): Promise<number | null>
  remove(key: string): Promise<void>
  /** Objects whose key begins so, in the order of their keys. */
  list(prefix: string): AsyncIterable<Listed>
}

const tries = 3
const textOf = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
const plain = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')

/** A body that is bytes already. */
export const bodyOf = (bytes: Uint8Array): Body => ({
  bytes: bytes.length,
  hash: createHash('sha256').update(bytes).digest('hex'),
  content: () => [bytes],
})

interface Asked {
  readonly method: 'GET' | 'PUT' | 'HEAD' | 'DELETE'
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Body
}

/** Opens the bucket; nothing is asked before the first call. */
export function openBucket(options: BucketOptions): Bucket {
  const { url: base, keys, patience = 10_000, rest = 3_000, most = 12, turnMs = 1_000, slowest = 32_768 } = options
  const turns = openTurns({ most, patience: turnMs })
  const secure = base.startsWith('https:')
  const agent = secure ? new HttpsAgent({ keepAlive: true, maxSockets: 32 }) : new HttpAgent({ keepAlive: true, maxSockets: 32 })
  let awayUntil = 0
  const allowed = (bytes: number): number => patience + (bytes / slowest) * 1000

  const once = async ({ method, key, query = {}, headers = {}, body }: Asked): Promise<IncomingMessage> => {
    const url = new URL(`${base.replace(/\/$/, '')}/${key}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const sized = method === 'PUT' ? { ...headers, 'content-length': String(body?.bytes ?? 0) } : headers
    const signed = signedHeaders({ method, url, headers: sized, bodyHash: body?.hash ?? emptyHash }, keys, new Date())
    const request = (secure ? httpsRequest : httpRequest)(url, { method, headers: signed, agent })
    const answered = new Promise<IncomingMessage>((resolve, reject) => request.once('response', resolve).once('error', reject))
    request.setTimeout(patience, () => request.destroy(new StoreAway('silent')))
    // Silence alone would let a store that drips hold the call for as long as it likes.
    const late = setTimeout(() => request.destroy(new StoreAway('too slow')), allowed(body?.bytes ?? 0))
    const sending = body === undefined ? request.end() : pipeline(Readable.from(body.content()), request)
    // An answer before the last byte was sent is a refusal, which says more than the broken pipe.
    try {
      const [answer] = await Promise.all([answered, Promise.resolve(sending).catch(() => {})])
      return answer
    } finally {
      clearTimeout(late)
    }
  }

  const away = (error: unknown): never => {
    awayUntil = Date.now() + rest
    throw error instanceof StoreAway ? error : new StoreAway((error as Error).message, error)
  }

  /** The answer; what the store cannot answer now is asked again, silence is not. */
  const ask = async (asked: Asked): Promise<IncomingMessage> => {
    if (Date.now() < awayUntil) throw new StoreAway('it was gone a moment ago')
    for (let attempt = 1; ; attempt += 1) {
      let answer: IncomingMessage
      try {
        answer = await turns.take(() => once(asked))
      } catch (error) {
        // That others wait says nothing about the store being gone.
        if (error instanceof NoTurn) throw new StoreAway('it is slow, and enough are waiting for it', error)
        if (error instanceof StoreAway || attempt === tries) return away(error)
        continue
      }
      const { statusCode = 0 } = answer
      if (statusCode < 300 || statusCode === 404 || statusCode === 416) return answer
      const said = textOf(await textIn(answer), 'Code')
      if (statusCode < 500 && statusCode !== 429) throw new StoreAway(`it answered ${statusCode} ${said}`)
      if (attempt === tries) return away(new StoreAway(`it answered ${statusCode} ${said}`))
    }
  }

  const textIn = async (answer: IncomingMessage): Promise<string> => {
    const pieces: Uint8Array[] = []
    for await (const piece of contentOf(answer)) pieces.push(piece)
    return Buffer.concat(pieces).toString()
  }

  async function* contentOf(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
    // From here on only the store's own time counts: whoever takes the bytes may take theirs.
    answer.socket.setTimeout(0)
    const pieces = answer[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    let left = allowed(Number(answer.headers['content-length'] ?? 0))
    try {
      for (;;) {
        const begun = Date.now()
        const late = setTimeout(() => answer.destroy(new StoreAway('silent or too slow')), Math.min(patience, left))
        const piece = await pieces.next().finally(() => clearTimeout(late))
        left -= Date.now() - begun
        if (piece.done === true) break
        yield piece.value
      }
      if (!answer.complete) throw new StoreAway('it broke off')
    } catch (error) {
      away(error)
    } finally {
      answer.destroy()
    }
  }

  const done = async (answer: IncomingMessage): Promise<void> => void (await textIn(answer))

  return {
    put: async (key, body) => {
      const answer = await ask({ method: 'PUT', key, body })
      await done(answer)
      if (answer.statusCode === 404) throw new StoreAway('there is no such bucket')
    },
    get: async (key, range) => {
      const headers = range === undefined ? {} : { range: `bytes=${range[0]}-${range[1]}` }
      const answer = await ask({ method: 'GET', key, headers })
      if (answer.statusCode === 404) return (await done(answer), null)
      if (answer.statusCode === 416) return (await done(answer), [] as unknown as AsyncIterable<Uint8Array>)
      return contentOf(answer)
    },
    size: async (key) => {
      const answer = await ask({ method: 'HEAD', key })
      await done(answer)
      return answer.statusCode === 404 ? null : Number(answer.headers['content-length'])
    },
    remove: async (key) => done(await ask({ method: 'DELETE', key })),
    list: async function* (prefix) {
      for (let token = ''; ;) {
        const query = { 'list-type': '2', prefix, ...(token === '' ? {} : { 'continuation-token': token }) }
        const xml = await textIn(await ask({ method: 'GET', key: '', query }))
        for (const [, entry = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          yield {
            key: plain(textOf(entry, 'Key')),
            bytes: Number(textOf(entry, 'Size')),
            changedAt: new Date(textOf(entry, 'LastModified')),
          }
        }
        token = plain(textOf(xml, 'NextContinuationToken'))
        if (textOf(xml, 'IsTruncated') !== 'true' || token === '') return
      }
    },
  }
}
