// Signature Version 4, as every S3-compatible store wants it (AWS General Reference, "Signing AWS API requests"). Pure but for
// the hashes, so that the published examples can be its tests.

import { createHash, createHmac } from 'node:crypto'

export interface Keys {
  readonly id: string
  readonly secret: string
  readonly region: string
}

export interface Unsigned {
  readonly method: string
  readonly url: URL
  /** Lower-case names; `host` is added. */
  readonly headers: Readonly<Record<string, string>>
  /** Hex SHA-256 of the body. */
  readonly bodyHash: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** The digest of an empty body. */
export const emptyHash = sha256('')

/** What encodeURIComponent leaves alone and the signature does not. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** All headers to send, the signature among them. */
export function signedHeaders(
  { method, url, headers, bodyHash }: Unsigned,
  { id, secret, region }: Keys,
  at: Date,
): Record<string, string> {
  const moment = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = moment.slice(0, 8)
  const scope = `${day}/${region}/s3/aws4_request`
  const all: Record<string, string> = { ...headers, host: url.host, 'x-amz-content-sha256': bodyHash, 'x-amz-date': moment }
  const names = Object.keys(all).toSorted()
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&')
  const path = url.pathname
    .split('/')
    .map((part) => encoded(decodeURIComponent(part)))
    .join('/')
  const canonical = [method, path, query, ...names.map((name) => `${name}:${(all[name] ?? '').trim()}`), '', names.join(';'), bodyHash]
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical.join('\n'))].join('\n')
  const key = [region, 's3', 'aws4_request'].reduce((from, part) => hmac(from, part), hmac(`AWS4${secret}`, day))
  const signature = hmac(key, toSign).toString('hex')
  return {
    ...all,
    authorization: `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  }
}
