// Which store an instance keeps its files in: the folder beside its data, or the bucket that the operator names.

import { openBucket } from './bucket.ts'
import { bucketStore } from './bucket-store.ts'
import { folderStore } from './folder-store.ts'
import type { FileStore } from './store.ts'

export interface StoreSettings {
  readonly folder: string
  readonly settings: Readonly<Record<string, string | undefined>>
}

/** A sentence for the operator instead of a stack of calls. */
export class BadStoreSetting extends Error {}

/** The store; with FILES_S3_URL a bucket, otherwise the folder. Half a setting stops the start. */
export function openStore({ folder, settings }: StoreSettings): FileStore {
  const { FILES_S3_URL: url = '', FILES_S3_KEY: id = '', FILES_S3_SECRET: secret = '', FILES_S3_REGION: region = 'us-east-1' } = settings
  if (url === '') {
    if (id !== '' || secret !== '')
      throw new BadStoreSetting('FILES_S3_KEY and FILES_S3_SECRET need FILES_S3_URL, the address of the bucket')
    return folderStore({ folder })
  }
  if (!/^https?:\/\/[^/\s]+/.test(url)) throw new BadStoreSetting('FILES_S3_URL begins with https:// or http:// and names host and bucket')
  if (id === '' || secret === '') throw new BadStoreSetting('FILES_S3_URL needs FILES_S3_KEY and FILES_S3_SECRET')
  return bucketStore(openBucket({ url, keys: { id, secret, region } }))
}
