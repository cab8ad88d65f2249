// Mounts every endpoint of every contract as a Fastify route.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Call, Kit } from './pipeline.ts'
import { runCall } from './pipeline.ts'
import { sendFile, sendJson, sendProblem } from './answer.ts'
import type { LoadedEndpoint } from './house.ts'
import { problems } from './problems.ts'
import { actorOf, tokensOf } from './session.ts'
import type { Sessions } from './session.ts'
import { readUpload } from './upload.ts'
import { isCrossSite, languageChosen, languageOf, wireOf } from './wire.ts'

export const apiBase = '/api/v1'

interface Mounting {
  /** Whether endpoints' own limits hold. */
  readonly limited: boolean
  readonly app: FastifyInstance
  readonly kit: Kit
  readonly sessions: Sessions
}

const headerOf = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const rawType = 'application/octet-stream'

/** A scope in which every body is bytes, whatever it says of itself. */
function takesBytes(scope: FastifyInstance, maxBytes: number): FastifyInstance {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, body, done) => done(null, body))
  return scope
}

// An upload stands in memory until it is done with, so few are taken in at once.
const mostUploads = 4

async function answer({ kit, sessions }: Mounting, loaded: LoadedEndpoint, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const language = languageOf(request)
  const { endpoint } = loaded
  if (endpoint.method === 'POST' && isCrossSite(request)) return sendProblem(reply, problems.crossSite(), language)
  const session = await sessions.find(tokensOf(request))
  let body = request.body
  let upload: Call['upload'] = null
  if (endpoint.upload !== undefined) {
    if (endpoint.access.kind !== 'public' && session === null)
      return sendProblem(reply, endpoint.access.kind === 'seat' ? problems.noSeat() : problems.signInFirst(), language)
    // Before megabytes are taken in, not after.
    const { access } = endpoint
    if (access.kind === 'post' && !actorOf(session).grants.includes(access.permission))
      return sendProblem(reply, problems.notYourRole({ permission: access.permission }), language)
    const read = await readUpload(request, endpoint.upload.maxBytes)
    if (!read.ok) return sendProblem(reply, read.problem, language)
    body = read.value.fields
    upload = read.value.file
  }
  if (endpoint.bytes !== undefined) {
    if (!(body instanceof Uint8Array) || headerOf(request, 'content-type') !== rawType)
      return sendProblem(reply, problems.wrongMedia({ expected: rawType }), language)
    upload = { name: '', bytes: body }
    body = undefined
  }
  const call: Call = {
    raw: { params: request.params, query: request.query, body: body ?? undefined },
    upload,
    key: headerOf(request, 'idempotency-key'),
    actor: actorOf(session),
    // What the screen around it speaks, else what the account was told.
    language: languageChosen(request) ?? session?.language ?? language,
    wire: wireOf(request, reply, kit.vault),
  }
  const result = await runCall(kit, loaded, call, (file) => sendFile(reply, file))
  if (!result.ok) {
    if (result.problem.wakes) request.log.error({ problem: result.problem.code }, result.problem.title.en)
    // A file that breaks off: whoever takes it hears that it is not whole.
    if (reply.raw.headersSent) return void reply.raw.destroy()
    return sendProblem(reply, result.problem, call.language)
  }
  if (result.value.kind === 'json') await sendJson(reply, result.value.text, result.value.replayed)
}

/** Adds the routes; the general rate limit is narrowed where the contract says so. */
export function mountEndpoints(mounting: Mounting, endpoints: Iterable<LoadedEndpoint>): void {
  let uploads = 0
  const answerUpload = async (loaded: LoadedEndpoint, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (uploads >= mostUploads) return sendProblem(reply, problems.overloaded(), languageOf(request))
    uploads += 1
    try {
      await answer(mounting, loaded, request, reply)
    } finally {
      uploads -= 1
    }
  }
  const mount = (app: FastifyInstance, loaded: LoadedEndpoint): void => {
    const { endpoint } = loaded
    app.route({
      method: endpoint.method,
      url: `${apiBase}${endpoint.path}`,
      config: {
        endpoint: loaded.name,
        ...(endpoint.perMinute === undefined || !mounting.limited ? {} : { rateLimit: { max: endpoint.perMinute, timeWindow: 60_000 } }),
      },
      handler: async (request, reply) => {
        await (endpoint.upload === undefined ? answer(mounting, loaded, request, reply) : answerUpload(loaded, request, reply))
        return reply
      },
    })
  }
  for (const loaded of endpoints) {
    const { bytes } = loaded.endpoint
    if (bytes === undefined) mount(mounting.app, loaded)
    else void mounting.app.register(async (scope) => mount(takesBytes(scope, bytes.maxBytes), loaded))
  }
}
