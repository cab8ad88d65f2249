// Calls endpoints over a real socket, by name or by path, the way a program outside would.

import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { OpenHouse } from '#ground/http/house.ts'

export interface Answered<T = unknown> {
  readonly status: number
  /** Parsed JSON, or the text when it is not JSON. */
  readonly body: T
  readonly headers: Headers
  readonly bytes: Uint8Array
}

export interface CallInput {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: unknown
  readonly file?: { readonly name: string; readonly bytes: Uint8Array | string }
  /** For endpoints that take bytes and nothing else. */
  readonly bytes?: Uint8Array
  readonly key?: string
  readonly language?: 'zh' | 'en'
  readonly headers?: Readonly<Record<string, string>>
}

export interface Caller {
  /** `units.rename` with params, query and body as in the contract. */
  call<T = Record<string, unknown>>(endpoint: string, input?: CallInput): Promise<Answered<T>>
  /** Any address of the server. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

function multipart(input: CallInput): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries((input.body ?? {}) as Record<string, unknown>)) form.set(name, String(value))
  if (input.file !== undefined)
    form.set(
      'file',
      new Blob([typeof input.file.bytes === 'string' ? input.file.bytes : new Uint8Array(input.file.bytes)]),
      input.file.name,
    )
  return form
}

/** A caller with one session token, a device that opened a seat, both or neither. */
export function caller(url: string, house: OpenHouse, token: string | null, seat: string | null = null): Caller {
  const cookies = (language?: string): Record<string, string> => {
    const parts = [
      token === null ? '' : `lx-session=${token}`,
      seat === null ? '' : `lx-seat=${seat}`,
      language === undefined ? '' : `lx-language=${language}`,
    ].filter((part) => part !== '')
    return parts.length === 0 ? {} : { cookie: parts.join('; ') }
  }
  return {
    fetch: (path, init) =>
      fetch(`${url}${path}`, {
        redirect: 'manual',
        ...init,
        headers: { ...cookies(), ...(init?.headers as Record<string, string> | undefined) },
      }),
    call: async <T>(name: string, input: CallInput = {}) => {
      const loaded = house.endpoints.get(name)
      if (loaded === undefined) throw new Error(`no contract promises ${name}`)
      const { endpoint } = loaded
      const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_match, key: string) => encodeURIComponent(String(input.params?.[key] ?? '-')))
      const query = new URLSearchParams(
        Object.fromEntries(Object.entries(input.query ?? {}).map(([key, value]) => [key, String(value)])),
      ).toString()
      const isUpload = endpoint.upload !== undefined
      const raw = endpoint.bytes === undefined ? undefined : new Uint8Array(input.bytes ?? [])
      const response = await fetch(`${url}/api/v1${path}${query === '' ? '' : `?${query}`}`, {
        method: endpoint.method,
        redirect: 'manual',
        headers: {
          ...cookies(input.language),
          ...(endpoint.method === 'POST' ? { 'idempotency-key': input.key ?? randomUUID() } : {}),
          ...(endpoint.method === 'POST' && !isUpload
            ? { 'content-type': raw === undefined ? 'application/json' : 'application/octet-stream' }
            : {}),
          ...input.headers,
        },
        ...(endpoint.method === 'GET' ? {} : { body: isUpload ? multipart(input) : (raw ?? JSON.stringify(input.body ?? {})) }),
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      const text = new TextDecoder().decode(bytes)
      const isJson = /json/.test(response.headers.get('content-type') ?? '')
      return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers, bytes }
    },
  }
}

/** The same caller, which comes again when the server says that it is overloaded, as a program does that reads the answer. */
export const patient = (one: Caller): Caller => ({
  fetch: (path, init) => one.fetch(path, init),
  call: async <T>(name: string, input: CallInput = {}) => {
    const again = { key: randomUUID(), ...input }
    for (;;) {
      const answer = await one.call<T>(name, again)
      const seconds = Number(answer.headers.get('retry-after'))
      if (answer.status !== 503 || !(seconds > 0)) return answer
      await pause(seconds * 1000)
    }
  },
})
