// A signed-in person as a program outside would be: one cookie, one key for every submission, problems as values.

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
}

interface Said {
  readonly title?: string
  readonly detail?: string
}

async function problemOf(step: string, response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as Said
  return problems.stepRefused({ step, said: `${response.status} ${said.title ?? ''} ${said.detail ?? ''}`.trim() })
}

/** Signs in; the session lives as long as the program. */
export async function signIn(baseUrl: string, login: string, password: string): Promise<Result<Session>> {
  const api = `${baseUrl.replace(/\/$/, '')}/api/v1`
  const json = { 'content-type': 'application/json' }
  let entry: Response
  try {
    entry = await fetch(`${api}/sign-in`, { method: 'POST', headers: json, body: JSON.stringify({ name: login, password }) })
  } catch {
    return refuse(problems.noServer({ url: baseUrl }))
  }
  const [cookie] = entry.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  if (!entry.ok || cookie === undefined) {
    const said = (await entry.json().catch(() => ({}))) as Said
    return refuse(problems.signInFailed({ login, said: said.title ?? String(entry.status) }))
  }
  const send = async <T>(
    method: 'GET' | 'POST',
    path: string,
    body?: RequestInit['body'],
    headers: Record<string, string> = {},
  ): Promise<Result<T>> => {
    const key: Record<string, string> = method === 'POST' ? { 'idempotency-key': randomUUID() } : {}
    const response = await fetch(`${api}${path}`, {
      method,
      headers: { cookie, ...key, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    return response.ok ? ok((await response.json()) as T) : refuse(await problemOf(`${method} ${path}`, response))
  }
  return ok({
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, JSON.stringify(body), json),
    upload: (path, file) => {
      const form = new FormData()
      form.set('file', new Blob([file.bytes]), file.name)
      return send('POST', path, form)
    },
  })
}
