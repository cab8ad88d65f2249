// The signature by the published example and by another implementation (aws4), which the test server checks every request with.

import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bucketStore } from './bucket-store.ts'
import { openBucket } from './bucket.ts'
import { emptyHash, signedHeaders } from './sign-request.ts'
import { openS3, wrongIn } from './trial-s3.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('a request is signed as the published example says', () => {
  const headers = signedHeaders(
    {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
      headers: { range: 'bytes=0-9' },
      bodyHash: emptyHash,
    },
    { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' },
    new Date('2013-05-24T00:00:00Z'),
  )
  expect(headers['authorization']).toMatch(/Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/)
})

describe('the front of the test server', () => {
  const keys = { id: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' }
  const body = Buffer.from('朝霞')
  const wrong = (
    change: (request: { method: string; url: string; headers: Record<string, string> }) => void,
    at = new Date(),
    by = keys,
  ) => {
    const url = new URL("http://127.0.0.1:9/files/a/b%20c?prefix=drafts/x'(1)&list-type=2")
    const headers = signedHeaders(
      { method: 'PUT', url, headers: { range: 'bytes=0-9', 'content-length': '6' }, bodyHash: hashOf(body) },
      by,
      at,
    )
    const request = { method: 'PUT', url: url.pathname + url.search, headers }
    change(request)
    return wrongIn(request, body)
  }

  test('takes what is signed rightly, and nothing else', () => {
    expect(wrong(() => {})).toBeNull()
    expect(wrong((request) => (request.method = 'GET'))).toBe('SignatureDoesNotMatch')
    expect(wrong((request) => (request.url = request.url.replace('/a/', '/b/')))).toBe('SignatureDoesNotMatch')
    expect(wrong((request) => (request.url = request.url.replace('drafts', 'files')))).toBe('SignatureDoesNotMatch')
    expect(wrong((request) => (request.headers['range'] = 'bytes=0-8'))).toBe('SignatureDoesNotMatch')
    expect(wrong((request) => (request.headers['host'] = 'elsewhere'))).toBe('SignatureDoesNotMatch')
    expect(wrong(() => {}, new Date(), { ...keys, secret: 'other' })).toBe('SignatureDoesNotMatch')
    expect(wrong(() => {}, new Date(Date.now() - 3_600_000))).toBe('RequestTimeTooSkewed')
    expect(wrong((request) => (request.headers['x-amz-content-sha256'] = emptyHash))).toBe('XAmzContentSHA256Mismatch')
    expect(wrong((request) => delete request.headers['authorization'])).toBe('AccessDenied')
  })

  test('is asked by the store itself: a wrong secret is a problem with its number', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lx-s3-'))
    const s3 = await openS3(folder)
    const denied = await bucketStore(openBucket({ url: s3.settings.FILES_S3_URL, keys: { ...keys, secret: 'other' } })).put([body])
    await s3.close()
    await rm(folder, { recursive: true, force: true })
    expect(denied.ok ? '' : denied.problem.detail.en).toContain('403 SignatureDoesNotMatch')
  })
})
