// OpenAPI 3.1 from the contracts: one value, no hand-written description.

import type { core } from 'zod'
import { toJSONSchema } from 'zod/v4/core'
import type { Endpoint, Schema } from './contract.ts'
import type { LoadedEndpoint } from './house.ts'
import { problems } from './problems.ts'

type Json = Readonly<Record<string, unknown>>

const schemaOf = (schema: Schema, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = toJSONSchema(schema as core.$ZodType, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}

function parametersOf(endpoint: Endpoint): Json[] {
  return (['params', 'query'] as const).flatMap((part) => {
    const schema = endpoint[part]
    if (schema === undefined) return []
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
    return Object.entries(properties).map(([name, one]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || required.includes(name),
      schema: one,
    }))
  })
}

function bodyOf(endpoint: Endpoint): Json | undefined {
  if (endpoint.bytes !== undefined)
    return {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: endpoint.bytes.maxBytes } } },
    }
  const fields = endpoint.body === undefined ? undefined : schemaOf(endpoint.body, 'input')
  if (endpoint.upload !== undefined) {
    const properties = { ...(fields?.['properties'] as Json | undefined), file: { type: 'string', format: 'binary' } }
    return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', properties } } } }
  }
  if (fields === undefined) return undefined
  const example = endpoint.example.body === undefined ? {} : { example: endpoint.example.body }
  return { required: true, content: { 'application/json': { schema: fields, ...example } } }
}

function answerOf(endpoint: Endpoint): Json {
  if (endpoint.file !== undefined) {
    const content = Object.fromEntries(endpoint.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
    return { description: endpoint.summary.zh, content }
  }
  if (endpoint.output === undefined) return { description: endpoint.summary.zh }
  const example = endpoint.example.output === undefined ? {} : { example: endpoint.example.output }
  return { description: endpoint.summary.zh, content: { 'application/json': { schema: schemaOf(endpoint.output, 'output'), ...example } } }
}

function accessText(endpoint: Endpoint): string {
  const { access } = endpoint
  return access.kind === 'post' ? `permission ${access.permission}, unit at ${access.at}` : access.kind
}

function operationOf({ name, room, endpoint }: LoadedEndpoint): Json {
  const own = [...endpoint.problems].sort((a, b) => a.code - b.code)
  const body = bodyOf(endpoint)
  const keyed = endpoint.method === 'POST' && endpoint.idempotent !== false
  const header = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', pattern: '^[A-Za-z0-9-]{8,100}$' } }
  return {
    operationId: name,
    tags: [room],
    summary: `${endpoint.summary.zh} · ${endpoint.summary.en}`,
    'x-access': accessText(endpoint),
    'x-problems': own.map((problem) => problem.code),
    parameters: [...parametersOf(endpoint), ...(keyed ? [header] : [])],
    ...(body === undefined ? {} : { requestBody: body }),
    responses: {
      200: answerOf(endpoint),
      default: {
        description: own.map((problem) => `${problem.code} ${problem.title.zh}`).join('; ') || problems.badInput.title.zh,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(endpoint.access.kind === 'public' ? { security: [] } : {}),
  }
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['path', 'detail'], properties: { path: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
}

/** The whole description, in the order of rooms and their contracts. */
export function openApiDocument(endpoints: Iterable<LoadedEndpoint>): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const loaded of endpoints) {
    const path = loaded.endpoint.path.replace(/:([A-Za-z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [loaded.endpoint.method.toLowerCase()]: operationOf(loaded) }
  }
  paths['/live'] = {
    get: {
      operationId: 'live',
      tags: ['live'],
      summary: '实时变动（提示，不含内容） · Live hints without content',
      responses: { 200: { description: 'server-sent events', content: { 'text/event-stream': { schema: { type: 'string' } } } } },
    },
  }
  return {
    openapi: '3.1.0',
    info: { title: '亮星 Liangxing', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lx-session' } },
    },
  }
}
