// Pages of the public face: HTML rendered on the server from plain .ts templates, readable with script off.
// A page reaches data only through the endpoints of contracts, so the same checks hold for a form as for a program.

import type { Day } from '#ground/kernel/clock.ts'
import type { Language } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Actor, Wire } from './handler.ts'
import type { Html } from './html.ts'

export interface PageRequest {
  /** The address's path, without query. */
  readonly path: string
  /** Scheme and host by which people reach this instance (PUBLIC_ORIGIN, else as asked): for addresses that go on paper. */
  readonly origin: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Fields of a submitted form; empty for GET. */
  readonly form: Readonly<Record<string, string>>
  readonly language: Language
  readonly largeText: boolean
  readonly actor: Actor
  readonly today: Day
  readonly wire: Wire
  /** A fresh key for a hidden field `idempotencyKey` of a form. */
  readonly newKey: () => string
  /**
   * Calls an endpoint as the person asking, with all its checks; `input` as over HTTP.
   * For POSTs the form's `idempotencyKey` is used.
   */
  call<T = unknown>(endpoint: string, input?: { params?: unknown; query?: unknown; body?: unknown }): Promise<Result<T>>
}

export type PageAnswer =
  | {
      readonly kind: 'page'
      readonly title: string
      readonly main: Html
      readonly status?: number
      /** Not to be found by search engines nor kept by caches (tracking pages). */
      readonly closed?: boolean
    }
  /** `outside`: to another site that the operator named (single sign-on), never to an address a visitor gave. */
  | { readonly kind: 'redirect'; readonly to: string; readonly outside?: true }

export interface PublicPage {
  readonly method: 'GET' | 'POST'
  /** With `:name` for parameters. */
  readonly path: string
  /** Shown in the public face's navigation, in this order. */
  readonly menu?: { readonly order: number; readonly title: { readonly zh: string; readonly en: string } }
  render(request: PageRequest): Promise<PageAnswer>
}

/** What a face's shell puts around a page: the whole document. Awaited, because its footer asks an endpoint for the operator's particulars. */
export type PublicShell = (
  request: PageRequest,
  answer: Extract<PageAnswer, { kind: 'page' }>,
  menu: readonly PublicPage[],
) => Html | Promise<Html>
