// A room's contract: every endpoint as data. From this one value come the mounted route, the checks, OpenAPI 3.1,
// the typed web client and the permission matrix; nothing about an endpoint is written anywhere else.

import type { AnyProblemMaker, Text } from '#ground/kernel/problem.ts'

/** The least a schema must offer; any zod type fits, and type inference stays cheap (stack.md). */
export interface Schema<Output = unknown, Input = unknown> {
  readonly _zod: { readonly output: Output; readonly input: Input }
}

/**
 * Where an endpoint's unit stands, so that the house can check the post's scope before the room is asked:
 * a place in the input, `rows` (row policies decide what is seen), `record` (the room must call `request.covers`
 * or `request.permit` itself, otherwise the answer is withheld as a bug).
 */
export type UnitAt = 'rows' | 'record' | `params.${string}` | `query.${string}` | `body.${string}`

export type Access =
  /** Anybody, without an account; with `anonymous` somebody signed in is treated as nobody too, so that no act names the sender. */
  | { readonly kind: 'public'; readonly anonymous?: true }
  /** Any account, acting on what is its own. */
  | { readonly kind: 'signed-in' }
  /** An acting post whose role has the permission (granted in the name-plates), over the unit found at `at`. */
  | { readonly kind: 'post'; readonly permission: string; readonly at: UnitAt }
  /** Whoever holds a seat (ground/http/handler.ts, SeatsOf); which one, the room says by `request.permit`. */
  | { readonly kind: 'seat' }

export interface Example {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly output?: unknown
}

export interface Endpoint {
  readonly method: 'GET' | 'POST'
  /** Below /api/v1, with `:name` for parameters. */
  readonly path: string
  readonly summary: Text
  readonly access: Access
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  /** The answer's JSON; absent when the endpoint answers with a file. */
  readonly output?: Schema
  /** The answer is a file of one of these media types. */
  readonly file?: readonly string[]
  /** The body is a file of at most this many bytes, sent as multipart/form-data part `file` beside the fields of `body`. */
  readonly upload?: { readonly maxBytes: number }
  /** The body is bytes and nothing else (application/octet-stream), at most this many; the room finds them in `request.upload`. */
  readonly bytes?: { readonly maxBytes: number }
  /** Every refusal of the room's own; those of the house (sign-in, scope, input, idempotency) are understood. */
  readonly problems: readonly AnyProblemMaker[]
  readonly example: Example
  /** False for the few POSTs that are not acts and may be repeated freely (sign-in, sign-out). Default true. */
  readonly idempotent?: false
  /** Requests per minute and client beyond the general limit. */
  readonly perMinute?: number
  /** A GET of a seat: devices of one seat that ask at the same moment are answered by one reading (together.ts). */
  readonly shared?: true
}

export type Contract = Readonly<Record<string, Endpoint>>

/** Declares a room's endpoints; keys are the verbs used everywhere (`units.rename`). */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract
}

type OutputOf<S> = S extends { readonly _zod: { readonly output: infer O } } ? O : undefined
type InputOf<S> = S extends { readonly _zod: { readonly input: infer I } } ? I : undefined

export type ParamsOf<E extends Endpoint> = OutputOf<E['params']>
export type QueryOf<E extends Endpoint> = OutputOf<E['query']>
export type BodyOf<E extends Endpoint> = OutputOf<E['body']>
export type AnswerOf<E extends Endpoint> = OutputOf<E['output']>

/** What a caller sends: the parts that the endpoint declares, before defaults are filled in. */
export type CallOf<E extends Endpoint> = (undefined extends InputOf<E['params']> ? object : { params: InputOf<E['params']> }) &
  (undefined extends InputOf<E['query']> ? object : { query?: InputOf<E['query']> }) &
  (undefined extends InputOf<E['body']> ? object : { body: InputOf<E['body']> })
