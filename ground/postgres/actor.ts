// An actor as the arguments of app_enter, written as one literal so that `begin` and the entry travel in one message.

import pg from 'pg'
import type { Actor } from '#ground/http/handler.ts'

const literal = (value: string | null): string => (value === null ? 'null' : pg.escapeLiteral(value))
const array = (values: readonly string[], type: string): string =>
  `${pg.escapeLiteral(`{${values.map((v) => JSON.stringify(v)).join(',')}}`)}::${type}[]`

const written = new WeakMap<Actor, string>()

/** `select app_enter(…)` for this actor; written once for as long as the actor is remembered. */
export function enterStatement(actor: Actor): string {
  const known = written.get(actor)
  if (known !== undefined) return known
  const statement = write(actor)
  written.set(actor, statement)
  return statement
}

function write(actor: Actor): string {
  return `select app_enter(${[
    literal(actor.id),
    literal(actor.post),
    array(actor.scopes, 'text'),
    array(actor.subjects, 'text'),
    array(actor.seats, 'uuid'),
    array(actor.stars, 'text'),
    array(actor.writes, 'text'),
    array(actor.grants, 'text'),
  ].join(', ')})`
}

/** Nobody: reads what is public and owns what it sends. */
export const nobody: Actor = {
  id: null,
  post: null,
  role: null,
  unit: null,
  scopes: [],
  writes: [],
  subjects: [],
  seats: [],
  stars: [],
  grants: [],
}
