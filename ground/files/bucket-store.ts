// Files in an S3-compatible bucket, so that any number of server processes on any number of machines share them:
// files/ab/cd/<hash>, and each chunk that is still arriving as an object of its own. An object of S3 is there whole or not
// at all, and is on the store's disks when it has answered.

import { createHash } from 'node:crypto'
import { bodyOf } from './bucket.ts'
import type { Bucket } from './bucket.ts'
import { bucketDrafts } from './bucket-drafts.ts'
import { keyOf, reaching, wholeOf } from './bucket-keys.ts'
import { FileGone, isHash } from './store.ts'
import type { FileStore } from './store.ts'

/** A store of files in this bucket. */
export function bucketStore(bucket: Bucket): FileStore {
  return {
    size: (hash) => bucket.size(keyOf(hash)),
    read: async function* (hash) {
      const content = await bucket.get(keyOf(hash))
      if (content === null) throw new FileGone(hash)
      yield* content
    },
    part: async (hash, offset, length) => {
      if (length < 1) return new Uint8Array()
      const content = await bucket.get(keyOf(hash), [offset, offset + length - 1])
      if (content === null) throw new FileGone(hash)
      return wholeOf(content)
    },
    put: (content) =>
      reaching(async () => {
        const bytes = await wholeOf(content)
        const hash = createHash('sha256').update(bytes).digest('hex')
        await bucket.put(keyOf(hash), bodyOf(bytes))
        return { hash, bytes: bytes.length }
      }),
    list: async function* () {
      for await (const { key } of bucket.list('files/')) {
        const hash = key.slice(key.lastIndexOf('/') + 1)
        if (isHash(hash) && key === keyOf(hash)) yield hash
      }
    },
    remove: (hash) => bucket.remove(keyOf(hash)),
    drafts: bucketDrafts(bucket),
  }
}
