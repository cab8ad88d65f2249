// What belongs to the wire only: cookies, language, the peer's digest, and where a submission comes from.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#ground/kernel/problem.ts'
import type { Vault } from '#ground/vault/vault.ts'
import type { Wire } from './handler.ts'

export const languageCookie = 'lx-language'
export const textCookie = 'lx-text'

/** The language chosen on this device; null when none was. */
export function languageChosen(request: FastifyRequest): Language | null {
  // An address that no route can read is answered before any cookie is.
  const chosen = (request.cookies as FastifyRequest['cookies'] | undefined)?.[languageCookie]
  return chosen === 'zh' || chosen === 'en' ? chosen : null
}

/** zh unless a cookie or the browser's own list says English first. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = languageChosen(request)
  if (chosen !== null) return chosen
  const accepted = request.headers['accept-language'] ?? ''
  return /^\s*en\b/i.test(accepted) ? 'en' : 'zh'
}

/** Whether a submission comes from another site's page. Browsers always say; programs without these headers may pass. */
export function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  if (origin === undefined) return false
  try {
    return new URL(origin).host !== request.headers.host
  } catch {
    return true
  }
}

/** The wire of one request. */
export function wireOf(request: FastifyRequest, reply: FastifyReply, vault: Vault): Wire {
  return {
    requestId: request.id,
    // Made when asked for: most endpoints never do.
    get peer() {
      return vault.blindIndex(request.ip, 'peer')
    },
    // A browser lets a page work offline over https, or when it comes from the same machine.
    secure: request.protocol === 'https' || /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(request.headers.host ?? ''),
    userAgent: request.headers['user-agent'] ?? '',
    cookie: (name) => request.cookies[name],
    setCookie: (name, value, maxAgeSeconds) => {
      void reply.setCookie(name, value, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https',
        maxAge: maxAgeSeconds,
      })
    },
    clearCookie: (name) => {
      void reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' })
    },
  }
}
