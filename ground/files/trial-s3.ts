// For tests: an S3 server on loopback with one bucket, and the settings that name it. s3rver knows its keys and does not check
// signatures, so everything goes through a front that signs each request anew with another implementation (aws4) and refuses what
// differs, as S3 does: a wrong path, header, moment or body is a test that fails.

import { createHash } from 'node:crypto'
import { createServer, request as httpRequest } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'

export interface S3 {
  readonly settings: { readonly FILES_S3_URL: string; readonly FILES_S3_KEY: string; readonly FILES_S3_SECRET: string }
  /** From now on nothing is answered; resolves with what lets everything through again. */
  hold(): () => void
  /** Requests that are being held. */
  held(): number
  close(): Promise<void>
}

interface Server {
  run(): Promise<{ readonly port: number }>
  close(): Promise<void>
}

type ServerClass = new (options: object) => Server

interface Signer {
  sign(options: object, keys: object): { headers: Readonly<Record<string, string>> }
}

// Their names and types are those of CommonJS packages.
const require = createRequire(import.meta.url)
const key = 'S3RVER'
const secret = 'S3RVER'
const mostSkewMs = 15 * 60_000

/** Why S3 would refuse the request; null when its signature is right. */
export function wrongIn(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, body: Buffer): string | null {
  const { authorization = '', ...headers } = request.headers as Record<string, string>
  const [, id = '', region = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  if (signature === '') return 'AccessDenied'
  // The server behind says so itself.
  if (id !== key) return null
  if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex')) return 'XAmzContentSHA256Mismatch'
  const moment = (headers['x-amz-date'] ?? '').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  if (!(Math.abs(Date.parse(moment) - Date.now()) < mostSkewMs)) return 'RequestTimeTooSkewed'
  const signed = Object.fromEntries(names.split(';').map((name) => [name, headers[name] ?? '']))
  if (!('host' in signed) || Object.keys(headers).some((name) => name.startsWith('x-amz-') && !(name in signed))) return 'AccessDenied'
  const { sign } = require('aws4') as Signer
  const again = sign(
    {
      service: 's3',
      region,
      method: request.method,
      path: request.url,
      headers: signed,
      // What it leaves out by itself, when it stands among the signed ones.
      extraHeadersToInclude: Object.fromEntries(names.split(';').map((name) => [name, true])),
    },
    { accessKeyId: key, secretAccessKey: secret },
  )
  return again.headers['Authorization'] === authorization ? null : 'SignatureDoesNotMatch'
}

async function bytesIn(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** Starts the server; what it keeps lies below the folder. */
export async function openS3(folder: string): Promise<S3> {
  const S3rver = require('s3rver') as ServerClass
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'files' }] })
  const behind = (await server.run()).port
  let gate: Promise<void> | null = null
  let held = 0

  const pass = (request: IncomingMessage, body: Buffer, response: ServerResponse): void => {
    const { method, url, headers } = request
    const onward = httpRequest({ host: '127.0.0.1', port: behind, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    onward.end(body)
  }
  const front = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const body = await bytesIn(request)
      if (gate !== null) {
        held += 1
        await gate
        held -= 1
      }
      const wrong = wrongIn(request, body)
      if (wrong === null) pass(request, body, response)
      else response.writeHead(403, { 'content-type': 'application/xml' }).end(`<Error><Code>${wrong}</Code></Error>`)
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => void front.listen(0, '127.0.0.1', resolve))
  return {
    settings: {
      FILES_S3_URL: `http://127.0.0.1:${(front.address() as AddressInfo).port}/files`,
      FILES_S3_KEY: key,
      FILES_S3_SECRET: secret,
    },
    hold: () => {
      const opened = Promise.withResolvers<void>()
      gate = opened.promise
      return () => {
        gate = null
        opened.resolve()
      }
    },
    held: () => held,
    close: async () => {
      front.close()
      front.closeAllConnections()
      await server.close()
    },
  }
}
