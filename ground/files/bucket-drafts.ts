// Files that are still arriving, in a bucket: an object cannot be written on, so every chunk is one, named by its offset. A
// draft is the chunks that follow one another from the beginning; what lies beside them is left from a try that was cut off.

import { createHash } from 'node:crypto'
import { isId } from '#ground/kernel/ids.ts'
import { bodyOf } from './bucket.ts'
import type { Bucket, Listed } from './bucket.ts'
import { keyOf, reaching, wholeOf } from './bucket-keys.ts'
import type { Drafts, StoredFile } from './store.ts'

interface Chunk {
  readonly key: string
  readonly from: number
  readonly to: number
}

const digits = 12

/** Drafts in this bucket. */
export function bucketDrafts(bucket: Bucket): Drafts {
  const folderOf = (id: string): string => {
    if (!isId(id)) throw new Error('the id of a draft is a UUID')
    return `drafts/${id}/`
  }
  const chunkKey = (id: string, offset: number): string => `${folderOf(id)}${String(offset).padStart(digits, '0')}`
  const provedBy = (id: string): string => `proved/${folderOf(id).slice('drafts/'.length)}hash`

  const chunksOf = async (id: string): Promise<{ readonly chunks: Chunk[]; readonly all: Listed[] }> => {
    const chunks: Chunk[] = []
    const all: Listed[] = []
    let next = 0
    for await (const listed of bucket.list(folderOf(id))) {
      all.push(listed)
      const from = Number(listed.key.slice(-digits))
      if (from !== next) continue
      next = from + listed.bytes
      chunks.push({ key: listed.key, from, to: next })
    }
    return { chunks, all }
  }
  const bytesIn = (chunks: readonly Chunk[]): number => chunks.at(-1)?.to ?? 0

  async function* contentOf(chunks: readonly Chunk[]): AsyncGenerator<Uint8Array> {
    for (const { key } of chunks) {
      const content = await bucket.get(key)
      if (content === null) throw new Error(`chunk ${key} has gone while it was read`)
      yield* content
    }
  }

  const drafts: Drafts = {
    size: async (id) => bytesIn((await chunksOf(id)).chunks),
    part: async (id, offset, length) => {
      const pieces: Uint8Array[] = []
      for (const { key, from, to } of (await chunksOf(id)).chunks) {
        const [first, last] = [Math.max(offset, from), Math.min(offset + length, to)]
        if (first >= last) continue
        const content = await bucket.get(key, [first - from, last - from - 1])
        if (content !== null) pieces.push(await wholeOf(content))
      }
      return Buffer.concat(pieces)
    },
    write: (id, offset, bytes) =>
      reaching(async () => {
        if (offset > 0 && bytesIn((await chunksOf(id)).chunks) < offset) throw new Error(`draft ${id} ends before ${offset}`)
        if (bytes.length > 0) await bucket.put(chunkKey(id, offset), bodyOf(bytes))
        return undefined
      }),
    finish: (id, declared: StoredFile) =>
      reaching(async () => {
        const { chunks } = await chunksOf(id)
        if (chunks.length === 0) {
          // A repeat whose first answer was lost. That the store has such a file proves nothing: another may have sent it.
          const proved = await bucket.get(provedBy(id))
          const hash = proved === null ? '' : Buffer.from(await wholeOf(proved)).toString()
          return hash === declared.hash && (await bucket.size(keyOf(hash))) === declared.bytes ? declared : null
        }
        const hash = createHash('sha256')
        if (bytesIn(chunks) === declared.bytes) for await (const piece of contentOf(chunks)) hash.update(piece)
        if (bytesIn(chunks) !== declared.bytes || hash.digest('hex') !== declared.hash) {
          await drafts.remove(id)
          return null
        }
        await bucket.put(keyOf(declared.hash), { ...declared, content: () => contentOf(chunks) })
        await bucket.put(provedBy(id), bodyOf(Buffer.from(declared.hash)))
        await drafts.remove(id)
        return declared
      }),
    remove: async (id) => {
      for (const { key } of (await chunksOf(id)).all) await bucket.remove(key)
    },
    removeOlder: async (than) => {
      const latest = new Map<string, { keys: string[]; at: Date }>()
      for (const folder of ['drafts/', 'proved/']) {
        for await (const { key, changedAt } of bucket.list(folder)) {
          const draft = key.slice(0, key.lastIndexOf('/'))
          const known = latest.get(draft) ?? { keys: [], at: changedAt }
          known.keys.push(key)
          latest.set(draft, { keys: known.keys, at: changedAt > known.at ? changedAt : known.at })
        }
      }
      const old = [...latest.values()].filter(({ at }) => at < than)
      for (const key of old.flatMap(({ keys }) => keys)) await bucket.remove(key)
      return old.length
    },
  }
  return drafts
}
