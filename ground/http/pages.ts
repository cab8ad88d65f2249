// Serves the public face: pages found by floor plan inside the shell, language and text size by plain links, forms without script.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { chinaDay } from '#ground/kernel/clock.ts'
import { newId } from '#ground/kernel/ids.ts'
import { problemDocument } from '#ground/kernel/problem.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { refuse } from '#ground/kernel/result.ts'
import { sendProblem } from './answer.ts'
import { html } from './html.ts'
import type { OpenHouse } from './house.ts'
import type { PageAnswer, PageRequest, PublicPage, PublicShell } from './page.ts'
import type { PageLimits } from './page-limits.ts'
import { runCall } from './pipeline.ts'
import type { Kit } from './pipeline.ts'
import { problems } from './problems.ts'
import { actorOf, tokensOf } from './session.ts'
import type { Session } from './handler.ts'
import type { Sessions } from './session.ts'
import { isCrossSite, languageCookie, languageOf, textCookie, wireOf } from './wire.ts'

interface PagesOptions {
  readonly app: FastifyInstance
  readonly kit: Kit
  readonly house: OpenHouse
  readonly sessions: Sessions
  readonly shell: PublicShell
  readonly limits: PageLimits
}

const yearSeconds = 31_536_000

const strings = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Record<string, unknown>).map(([key, one]) => [key, String(Array.isArray(one) ? one[0] : one)]),
  )

const here = 'http://here.invalid'

/** A way back on this site only, read as a browser reads it: tabs and line ends fall out, a backslash is a slash. */
export function safeBack(text: string | undefined): string {
  if (text === undefined || !text.startsWith('/') || !URL.canParse(text, here)) return '/'
  const { origin, pathname, search, hash } = new URL(text, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}

async function pageRequest(
  { kit, house, sessions, limits }: PagesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  finding: Promise<Session | null> = sessions.find(tokensOf(request)),
): Promise<PageRequest> {
  const session = await finding
  const form = strings(request.body)
  const wire = wireOf(request, reply, kit.vault)
  const language = languageOf(request)
  return {
    path: request.url.split('?')[0] ?? '/',
    origin: kit.settings['PUBLIC_ORIGIN']?.replace(/\/+$/, '') || `${request.protocol}://${request.host}`,
    params: strings(request.params),
    query: strings(request.query),
    form,
    language,
    largeText: request.cookies[textCookie] === 'large',
    actor: actorOf(session),
    today: chinaDay(kit.clock.now()),
    wire,
    newKey: () => newId(kit.clock, kit.dice),
    call: async <T>(name: string, input: { params?: unknown; query?: unknown; body?: unknown } = {}) => {
      const loaded = house.endpoints.get(name)
      if (loaded === undefined) throw new Error(`a page calls ${name}, which no contract promises`)
      if (loaded.endpoint.perMinute !== undefined && !limits.allows(name, wire.peer, loaded.endpoint.perMinute)) {
        return refuse({ ...problems.tooMany({ seconds: 60 }), retryAfter: 60 })
      }
      const result = await runCall(
        kit,
        loaded,
        { raw: input, upload: null, key: form['idempotencyKey'] ?? null, actor: actorOf(session), language, wire },
        () => Promise.reject(new Error(`${name} answers with a file; link to it instead`)),
      )
      if (!result.ok) return refuse(result.problem)
      return { ok: true, value: (result.value.kind === 'json' ? JSON.parse(result.value.text) : undefined) as T }
    },
  }
}

async function send(options: PagesOptions, request: PageRequest, answer: PageAnswer, reply: FastifyReply): Promise<void> {
  if (answer.kind === 'redirect') {
    await reply.redirect(answer.outside === true ? answer.to : safeBack(answer.to), 303)
    return
  }
  if (answer.closed === true) void reply.header('x-robots-tag', 'noindex').header('referrer-policy', 'no-referrer')
  const document = await options.shell(request, answer, options.house.pages)
  await reply
    .code(answer.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', request.language)
    .header('cache-control', 'no-store')
    .send(document.markup)
}

/** A refusal as a page; when even the session cannot be found, as a page for nobody. */
async function sendProblemPage(
  options: PagesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  problem = problems.noSuchAddress(),
): Promise<void> {
  const page = await pageRequest(
    options,
    request,
    reply,
    options.sessions.find(tokensOf(request)).catch(() => null),
  )
  const document = problemDocument(problem, page.language)
  const main = html`<h1>${document.title}</h1><p>${document.detail}</p><p class="quiet">LX-${document.code}</p>`
  await send(options, page, { kind: 'page', title: document.title, main, status: document.status }, reply)
}

/** As a page, or as a plain problem document: the frame may need what has just failed. */
export async function sendProblemPageOrPlain(
  options: PagesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
): Promise<void> {
  try {
    await sendProblemPage(options, request, reply, problem)
  } catch {
    await sendProblem(reply, problem, languageOf(request))
  }
}

async function serve(options: PagesOptions, page: PublicPage, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (page.method === 'POST' && isCrossSite(request)) return sendProblemPage(options, request, reply, problems.crossSite())
  const given = await pageRequest(options, request, reply)
  await send(options, given, await page.render(given), reply)
}

/** Mounts all public pages and the two preference links. */
export function mountPages(options: PagesOptions): void {
  const { app, house } = options
  app.get('/language', async (request, reply) => {
    const { to, back } = strings(request.query)
    if (to === 'zh' || to === 'en') void reply.setCookie(languageCookie, to, { path: '/', sameSite: 'lax', maxAge: yearSeconds })
    return reply.redirect(safeBack(back), 303)
  })
  app.get('/text', async (request, reply) => {
    const { to, back } = strings(request.query)
    void reply.setCookie(textCookie, to === 'large' ? 'large' : 'normal', { path: '/', sameSite: 'lax', maxAge: yearSeconds })
    return reply.redirect(safeBack(back), 303)
  })
  for (const page of house.pages) {
    app.route({ method: page.method, url: page.path, handler: (request, reply) => serve(options, page, request, reply).then(() => reply) })
  }
}
