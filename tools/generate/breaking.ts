// What in a new description would break a program written for the old one. Such a change must be announced: named in
// CHANGELOG.md under "Breaking", endpoint by endpoint, before the baseline moves.

type Json = Readonly<Record<string, unknown>>

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export interface Breaking {
  /** The endpoint, `room.verb`. */
  readonly endpoint: string
  readonly what: string
}

function operations(document: Json): Map<string, { where: string; operation: Json }> {
  const found = new Map<string, { where: string; operation: Json }>()
  for (const [path, methods] of Object.entries(object(document['paths']))) {
    for (const [method, operation] of Object.entries(object(methods))) {
      found.set(String(object(operation)['operationId']), { where: `${method.toUpperCase()} ${path}`, operation: object(operation) })
    }
  }
  return found
}

const schemaAt = (content: unknown): Json => object(object(Object.values(object(object(content)['content']))[0])['schema'])

/** Fields that a caller could rely on and that are gone or changed their type; `wanted` also counts what became required. */
function compareSchemas(before: Json, after: Json, place: string, side: 'sent' | 'answered', out: string[]): void {
  if (before['type'] !== undefined && after['type'] !== undefined && JSON.stringify(before['type']) !== JSON.stringify(after['type'])) {
    out.push(`${place} was ${JSON.stringify(before['type'])}, is ${JSON.stringify(after['type'])}`)
    return
  }
  const [old, fresh] = [object(before['properties']), object(after['properties'])]
  for (const [name, schema] of Object.entries(old)) {
    if (fresh[name] === undefined) out.push(`${place}.${name} is gone`)
    else compareSchemas(object(schema), object(fresh[name]), `${place}.${name}`, side, out)
  }
  const wasRequired = list(before['required'])
  if (side === 'sent') {
    for (const name of list(after['required'])) if (!wasRequired.includes(name)) out.push(`${place}.${String(name)} is now required`)
  } else {
    const isRequired = list(after['required'])
    for (const name of wasRequired)
      if (!isRequired.includes(name) && fresh[String(name)] !== undefined) out.push(`${place}.${String(name)} may now be missing`)
  }
  if (before['items'] !== undefined && after['items'] !== undefined)
    compareSchemas(object(before['items']), object(after['items']), `${place}[]`, side, out)
}

function compareParameters(before: Json, after: Json, out: string[]): void {
  const key = (parameter: unknown): string => `${String(object(parameter)['in'])} ${String(object(parameter)['name'])}`
  const old = new Map(list(before['parameters']).map((one) => [key(one), object(one)]))
  const fresh = new Map(list(after['parameters']).map((one) => [key(one), object(one)]))
  for (const name of old.keys()) if (!fresh.has(name)) out.push(`${name} is gone`)
  for (const [name, one] of fresh) {
    if (one['required'] === true && old.get(name)?.['required'] !== true) out.push(`${name} is now required`)
  }
}

/** All breaking changes from one OpenAPI document to another. */
export function breakingChanges(before: Json, after: Json): Breaking[] {
  const fresh = operations(after)
  const found: Breaking[] = []
  for (const [endpoint, { where, operation }] of operations(before)) {
    const next = fresh.get(endpoint)
    if (next === undefined) {
      found.push({ endpoint, what: 'is gone' })
      continue
    }
    const out: string[] = []
    if (next.where !== where) out.push(`was ${where}, is ${next.where}`)
    compareParameters(operation, next.operation, out)
    compareSchemas(schemaAt(operation['requestBody']), schemaAt(next.operation['requestBody']), 'body', 'sent', out)
    const answer = (one: Json): Json => schemaAt(object(one['responses'])['200'])
    compareSchemas(answer(operation), answer(next.operation), 'answer', 'answered', out)
    found.push(...out.map((what) => ({ endpoint, what })))
  }
  return found
}

/** Endpoints named under a heading "Breaking" of the changelog's first section. */
export function announcedEndpoints(changelog: string): string[] {
  const first = changelog.split(/^## /m)[1] ?? ''
  const breaking = first.split(/^### /m).find((part) => part.startsWith('Breaking')) ?? ''
  return [...breaking.matchAll(/`([a-z-]+\.[A-Za-z]+)`/g)].map((match) => match[1] ?? '')
}
