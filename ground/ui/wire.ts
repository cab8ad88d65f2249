// How a call travels: address, headers, multipart, problems, patience. Made by a function of its surroundings,
// so that tests run it against a real server; client.ts binds it to the house and the browser.

import type { EndpointAddress } from './addresses.ts'
import { type ProblemError, readProblem } from './problem.ts'
import { type Reply, send } from './send.ts'

export interface Surroundings {
  /** Empty in the browser. */
  readonly origin: string
  endpoint(room: string, key: string): EndpointAddress | undefined
  language(): string
  newKey(): string
  /** Waits before a GET is tried again. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** The session is over. */
  signIn(): void
}

export interface Call {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly file?: File
  /** The body of an endpoint that takes bytes and nothing else. */
  readonly bytes?: Blob | Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal
  /** The submission's Idempotency-Key; a fresh one when absent. */
  readonly key?: string
  /** Share of the upload that is sent, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** A file that came as an answer. */
export interface Download {
  readonly name: string
  readonly blob: Blob
}

export interface Wire {
  address(room: string, key: string, call?: Call): string
  call(room: string, key: string, call?: Call): Promise<unknown>
}

const base = '/api/v1'
const tries = 4

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {})
const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function pathOf(path: string, params: unknown): string {
  const values = record(params)
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === null || value === '') throw new Error(`${path}: parameter ${name} is missing`)
    return encodeURIComponent(plain(value))
  })
}

function queryOf(query: unknown): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(record(query))) {
    if (value === undefined || value === null) continue
    for (const each of Array.isArray(value) ? value : [value]) search.append(key, plain(each))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

function bodyOf(call: Call): { body: BodyInit | null; type: string | null } {
  if (call.bytes !== undefined) return { body: call.bytes, type: 'application/octet-stream' }
  if (call.file === undefined)
    return call.body === undefined ? { body: null, type: null } : { body: JSON.stringify(call.body), type: 'application/json' }
  const form = new FormData()
  for (const [key, value] of Object.entries(record(call.body))) if (value !== undefined) form.append(key, plain(value))
  form.append('file', call.file, call.file.name)
  return { body: form, type: null }
}

function fileName(disposition: string | null): string {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (coded !== undefined) return decodeURIComponent(coded)
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'download'
}

async function answerOf(reply: Reply): Promise<unknown> {
  if (reply.disposition !== null) return { name: fileName(reply.disposition), blob: reply.body } satisfies Download
  const text = await reply.body.text()
  return text === '' ? null : (JSON.parse(text) as unknown)
}

async function problemOf(reply: Reply): Promise<ProblemError> {
  let body: unknown = null
  try {
    body = JSON.parse(await reply.body.text())
  } catch {
    // Not JSON: a proxy answered instead of the server; the status says enough.
  }
  return readProblem(reply.status, body, reply.retryAfter)
}

/** Calls endpoints of the house. A GET that meets 503 or 429 with Retry-After is tried again; a POST never by itself. */
export function createWire(around: Surroundings): Wire {
  const endpointOf = (room: string, key: string): EndpointAddress => {
    const found = around.endpoint(room, key)
    if (found === undefined) throw new Error(`no endpoint ${room}.${key}`)
    return found
  }
  const address = (room: string, key: string, call: Call = {}): string =>
    `${around.origin}${base}${pathOf(endpointOf(room, key).path, call.params)}${queryOf(call.query)}`

  return {
    address,
    async call(room, key, call = {}) {
      const endpoint = endpointOf(room, key)
      const { body, type } = bodyOf(call)
      const headers: Record<string, string> = {
        accept: 'application/json',
        'accept-language': around.language(),
        'x-requested-with': 'liangxing',
      }
      if (type !== null) headers['content-type'] = type
      if (endpoint.method === 'POST' && endpoint.idempotent) headers['idempotency-key'] = call.key ?? around.newKey()
      for (let attempt = 1; ; attempt += 1) {
        const reply = await send({
          method: endpoint.method,
          url: address(room, key, call),
          headers,
          body,
          ...(call.signal === undefined ? {} : { signal: call.signal }),
          ...(call.onProgress === undefined ? {} : { onProgress: call.onProgress }),
        })
        if (reply.status < 400) return answerOf(reply)
        const problem = await problemOf(reply)
        if (reply.status === 401 && !endpoint.open) around.signIn()
        const busy = (reply.status === 503 || reply.status === 429) && problem.retryAfter !== null
        if (endpoint.method !== 'GET' || !busy || attempt === tries) throw problem
        await around.wait((problem.retryAfter ?? 1) * 1000, call.signal)
      }
    },
  }
}
