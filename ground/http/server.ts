// Builds the server: plugins, limits, endpoints, live stream, public pages, static files, health.

import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerOptions as ServerOptionsOfNode } from 'node:http'
import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import serveFiles from '@fastify/static'
import underPressure from '@fastify/under-pressure'
import Fastify from 'fastify'
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import type { Problem } from '#ground/kernel/problem.ts'
import type { Announcement } from '#ground/live/announcement.ts'
import type { Hub } from '#ground/live/hub.ts'
import { mountLive } from '#ground/live/route.ts'
import { problemOf } from '#ground/postgres/errors.ts'
import { lateSeconds, waitingActs } from '#ground/postgres/waiting-acts.ts'
import { sendProblem } from './answer.ts'
import { mountFaces } from './faces.ts'
import type { OpenHouse } from './house.ts'
import { mayReadMetrics, openMetrics } from './metrics.ts'
import { apiBase, mountEndpoints } from './mount.ts'
import { openApiDocument } from './openapi.ts'
import type { PublicShell } from './page.ts'
import { pageLimits } from './page-limits.ts'
import { mountPages, sendProblemPageOrPlain } from './pages.ts'
import type { Kit } from './pipeline.ts'
import type { TrustProxy } from './proxies.ts'
import { problems } from './problems.ts'
import { openSessions, tokensOf } from './session.ts'
import { contentPolicy } from './security.ts'
import type { Tls } from './tls.ts'
import { refuseUnreadable } from './unreadable.ts'
import { languageOf } from './wire.ts'

export interface ServerOptions {
  readonly kit: Kit
  readonly house: OpenHouse
  readonly hub: Hub
  readonly shell: PublicShell
  /** The faces that were built (dist) and the public face's static files; missing folders are not served. */
  readonly facesFolder: string
  readonly publicFolder: string
  readonly logLevel?: 'silent' | 'info' | 'warn'
  /** Where log lines go; standard output by default. */
  readonly logTo?: { write(line: string): void }
  /** Requests per minute and client. */
  readonly perMinute?: number
  /** False: endpoints' own limits do not hold (a test that asks every endpoint of everybody). */
  readonly endpointLimits?: false
  /** Which proxies stand before this server (proxies.ts); whoever else speaks to it is the client, whatever it claims. */
  readonly trustProxy?: TrustProxy | false
  /** The server's own certificate; without one it speaks plain http, for a proxy or for this machine. */
  readonly tls?: Tls | null
  /** How often a live stream hears the time. */
  readonly beatMs?: number
  /** Requests waiting for a connection above which new ones are sent away with 503. */
  readonly mostWaiting?: number
  /** Lateness of the event loop, in milliseconds, above which requests are sent away with 503; 0 never does. */
  readonly latestMs?: number
  /** How long a client may take to send a request's head, and all of it. */
  readonly patience?: { readonly headMs: number; readonly requestMs: number }
}

const defaultPerMinute = 3_000
const defaultMostWaiting = 400
const defaultLatestMs = 1_500
// A village's line carries 64 MB in ten minutes; whoever sends a head byte by byte is no browser.
const defaultPatience = { headMs: 20_000, requestMs: 600_000 }

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: string
  }
}

function problemOfFailure(error: FastifyError & { problem?: Problem }, request: FastifyRequest): Problem {
  if (error.problem !== undefined) return error.problem
  const ofDatabase = problemOf(error)
  if (ofDatabase !== null) return ofDatabase
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return problems.wrongMedia({ expected: 'application/json' })
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problems.tooLarge({ limit: '1 MB' })
  if (error.statusCode === 503) return problems.overloaded()
  if (error.statusCode !== undefined && error.statusCode < 500) return problems.notJson()
  return problems.bug({ requestId: request.id })
}

async function addPlugins(app: FastifyInstance, options: ServerOptions): Promise<void> {
  await app.register(cookie)
  await app.register(helmet, { contentSecurityPolicy: contentPolicy, strictTransportSecurity: false, crossOriginEmbedderPolicy: false })
  await app.register(multipart)
  await app.register(rateLimit, {
    global: true,
    max: options.perMinute ?? defaultPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, context) =>
      Object.assign(new Error('too many'), {
        statusCode: 429,
        problem: { ...problems.tooMany({ seconds: Math.ceil(context.ttl / 1000) }), retryAfter: Math.ceil(context.ttl / 1000) },
      }),
  })
  await app.register(underPressure, {
    maxEventLoopDelay: options.latestMs ?? defaultLatestMs,
    retryAfter: 2,
    pressureHandler: (request, reply) => {
      // Whoever watches over the process would end it for being busy.
      if (request.url === '/healthz') return
      void sendProblem(reply, problems.overloaded(), languageOf(request))
    },
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })
}

async function addFiles(app: FastifyInstance, { facesFolder, publicFolder }: ServerOptions): Promise<void> {
  if (existsSync(publicFolder)) await app.register(serveFiles, { root: publicFolder, prefix: '/public/', decorateReply: false })
  await mountFaces(app, facesFolder)
}

/**
 * A connection that was busy when the stop began would otherwise be kept alive and hold the stop up; so would one on which
 * nothing was asked yet, which Node does not count as idle and browsers open in advance.
 */
function closeConnectionsOnStop(app: FastifyInstance): void {
  let closing = false
  // By the peer's address: over TLS a request comes from another object than the connection that opened.
  const silent = new Map<string, Socket>()
  const nameOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress ?? ''} ${remotePort ?? ''}`
  app.server.on('connection', (socket: Socket) => {
    if (closing) socket.destroy()
    const name = nameOf(socket)
    silent.set(name, socket)
    socket.once('close', () => silent.delete(name))
  })
  app.server.on('request', ({ socket }: IncomingMessage) => silent.delete(nameOf(socket)))
  app.addHook('preClose', async () => {
    closing = true
    for (const socket of silent.values()) socket.destroy()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) void reply.header('connection', 'close')
  })
}

function addHealth(app: FastifyInstance, options: ServerOptions): void {
  const unsealed = waitingActs(options.kit.postgres, options.kit.clock)
  const metrics = openMetrics({ waiting: () => options.kit.postgres.waiting(), listeners: () => options.hub.listeners, unsealed })
  app.addHook('onResponse', (request, reply, done) => {
    metrics.duration.observe(
      { endpoint: request.routeOptions.config.endpoint ?? 'page', status: `${Math.floor(reply.statusCode / 100)}xx` },
      reply.elapsedTime / 1000,
    )
    done()
  })
  app.get('/healthz', { config: { rateLimit: false } }, () => ({ status: 'ok' }))
  app.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) => {
    try {
      await options.kit.postgres.gate(async () => {})
      const { waiting, since, seconds } = await unsealed()
      // Ready all the same: people can work, and a server taken out of service would not bring a sealer back.
      return seconds > lateSeconds ? { status: 'ready', warnings: [{ code: 'acts-unsealed', waiting, since }] } : { status: 'ready' }
    } catch {
      return reply.code(503).header('retry-after', '2').send({ status: 'database-away' })
    }
  })
  app.get('/metrics', { config: { rateLimit: false } }, async (request, reply) =>
    mayReadMetrics(request, options.kit.settings['METRICS_TOKEN'])
      ? reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics())
      : sendProblem(reply, problems.noSuchAddress(), languageOf(request)),
  )
}

/** Plain http, or https with the server's own certificate; to Fastify's types both are the same server. */
const overWire = (tls: Tls | null, patience: ServerOptionsOfNode): { http: ServerOptionsOfNode } =>
  tls === null ? { http: patience } : ({ https: { ...patience, ...tls } } as unknown as { http: ServerOptionsOfNode })

/** A server that is ready to listen. Close it with `app.close()`: it stops taking requests and finishes those it has. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { house, hub } = options
  const kit = { ...options.kit, house }
  const patience = options.patience ?? defaultPatience
  const waiting = { headersTimeout: patience.headMs, connectionsCheckingInterval: Math.min(10_000, patience.headMs) }
  const app = Fastify({
    trustProxy: options.trustProxy ?? false,
    requestTimeout: patience.requestMs,
    ...overWire(options.tls ?? null, waiting),
    logger: {
      level: options.logLevel ?? 'info',
      base: null,
      ...(options.logTo === undefined ? {} : { stream: options.logTo }),
      serializers: {
        req: (request) => ({ method: request.method, endpoint: request.routeOptions?.url ?? 'unknown' }),
        res: (reply) => ({ status: reply.statusCode }),
      },
    },
    bodyLimit: 1_048_576,
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (_error, request, reply) => {
      void sendProblem(reply, problems.noSuchAddress(), languageOf(request))
    },
    routerOptions: { maxParamLength: 200 },
  })
  await addPlugins(app, options)
  closeConnectionsOnStop(app)
  const sessions = openSessions(house, kit.postgres, kit.clock)
  const changedBy = ({ room, verb, subject }: Announcement): string | null => {
    if (room === house.seating && verb === 'forget') return subject
    return room !== house.door ? null : subject.startsWith('person:') ? subject : 'everybody'
  }
  const stopForgetting = hub.listen((announcement) => {
    if (announcement === 'resync') sessions.forget(null)
    else {
      const changed = changedBy(announcement)
      if (changed !== null) sessions.forget(changed === 'everybody' ? null : changed)
    }
  })
  app.addHook('onClose', async () => stopForgetting())
  const mostWaiting = options.mostWaiting ?? defaultMostWaiting
  app.addHook('onRequest', async (request, reply) => {
    if (kit.postgres.waiting() < mostWaiting || request.url.startsWith('/healthz')) return
    await sendProblem(reply, problems.overloaded(), languageOf(request))
  })
  const pages = { app, kit, house, sessions, shell: options.shell, limits: pageLimits() }
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const problem = problemOfFailure(error, request)
    if (problem.wakes) request.log.error({ problem: problem.code, err: { message: error.message, stack: error.stack } }, problem.title.en)
    if (reply.raw.headersSent) reply.raw.destroy()
    else if (request.url.startsWith('/api/')) await sendProblem(reply, problem, languageOf(request))
    else await sendProblemPageOrPlain(pages, request, reply, problem)
  })
  app.setNotFoundHandler(async (request, reply) => {
    if (/^\/(api|assets|public)\//.test(request.url)) await sendProblem(reply, problems.noSuchAddress(), languageOf(request))
    else await sendProblemPageOrPlain(pages, request, reply, problems.noSuchAddress())
  })
  addHealth(app, options)
  mountEndpoints({ app, kit, sessions, limited: options.endpointLimits !== false }, house.endpoints.values())
  const openApi = JSON.stringify(openApiDocument(house.endpoints.values()))
  app.get(`${apiBase}/openapi.json`, (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(openApi))
  mountLive({
    app,
    hub,
    path: `${apiBase}/live`,
    clock: kit.clock,
    sessionOf: async (request, reply) => {
      const session = await sessions.find(tokensOf(request))
      if (session === null) await sendProblem(reply, problems.signInFirst(), languageOf(request))
      return session
    },
    ...(options.beatMs === undefined ? {} : { beatMs: options.beatMs }),
    changedBy,
    refuse: (request, reply) => sendProblem(reply, { ...problems.tooMany({ seconds: 60 }), retryAfter: 60 }, languageOf(request)),
  })
  mountPages(pages)
  await addFiles(app, options)
  return app
}
