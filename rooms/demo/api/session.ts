// A signed-in person, or a device that has opened a seat, as a program outside would be: one cookie, one key for every
// submission, problems as values.

import { randomUUID } from 'node:crypto'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import type { UnitFile } from './pack.ts'

export interface Session {
  get<T>(path: string): Promise<Result<T>>
  post<T>(path: string, body: unknown): Promise<Result<T>>
  upload<T>(path: string, file: UnitFile): Promise<Result<T>>
  /** Bytes and nothing else, as pieces of a file are sent. */
  bytes<T>(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<T>>
}

interface Said {
  readonly title?: string
  readonly detail?: string
}

const json = { 'content-type': 'application/json' }

const apiOf = (baseUrl: string): string => `${baseUrl.replace(/\/$/, '')}/api/v1`

async function problemOf(step: string, response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as Said
  return problems.stepRefused({ step, said: `${response.status} ${said.title ?? ''} ${said.detail ?? ''}`.trim() })
}

/** Whoever shows this cookie; nobody without one. */
export function sessionWith(baseUrl: string, cookie: string | null): Session {
  const api = apiOf(baseUrl)
  const shown: Record<string, string> = cookie === null ? {} : { cookie }
  const send = async <T>(
    method: 'GET' | 'POST',
    path: string,
    body?: RequestInit['body'],
    headers: Record<string, string> = {},
  ): Promise<Result<T>> => {
    const key: Record<string, string> = method === 'POST' ? { 'idempotency-key': randomUUID() } : {}
    let response: Response
    try {
      response = await fetch(`${api}${path}`, {
        method,
        headers: { ...shown, ...key, ...headers },
        ...(body === undefined ? {} : { body }),
      })
    } catch {
      return refuse(problems.noServer({ url: baseUrl }))
    }
    return response.ok ? ok((await response.json()) as T) : refuse(await problemOf(`${method} ${path}`, response))
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, JSON.stringify(body), json),
    bytes: (path, bytes) => send('POST', path, bytes, { 'content-type': 'application/octet-stream' }),
    upload: (path, file) => {
      const form = new FormData()
      form.set('file', new Blob([file.bytes]), file.name)
      return send('POST', path, form)
    },
  }
}

/** Asks for entry and returns the session of the cookie that was given. */
async function enter(baseUrl: string, path: string, body: unknown, refused: (said: string) => Problem): Promise<Result<Session>> {
  let entry: Response
  try {
    entry = await fetch(`${apiOf(baseUrl)}${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) })
  } catch {
    return refuse(problems.noServer({ url: baseUrl }))
  }
  const [cookie] = entry.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  if (!entry.ok || cookie === undefined) {
    const said = (await entry.json().catch(() => ({}))) as Said
    return refuse(refused(said.title ?? String(entry.status)))
  }
  await entry.body?.cancel()
  return ok(sessionWith(baseUrl, cookie))
}

/** Signs in; the session lives as long as the program. */
export function signIn(baseUrl: string, login: string, password: string): Promise<Result<Session>> {
  return enter(baseUrl, '/sign-in', { name: login, password }, (said) => problems.signInFailed({ login, said }))
}

/** Opens a seat by its link, as a phone does. */
export function openSeat(baseUrl: string, token: string): Promise<Result<Session>> {
  const path = '/rounds/seat/open'
  return enter(baseUrl, path, { token, takeOver: true }, (said) => problems.stepRefused({ step: `POST ${path}`, said }))
}
