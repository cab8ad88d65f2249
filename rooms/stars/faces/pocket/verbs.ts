// Verbs of a star that stands for review: those of its unit and those of a level.

import { patience, stars } from './hand-client.ts'
import type { At } from './hand-client.ts'
import type { HandStore } from './hand-store.ts'
import { askOnce } from './once.ts'

interface Bodies {
  readonly submit: Record<string, never>
  readonly pass: { readonly reason: string }
  readonly return: { readonly rows: { row: string; reason: string }[]; readonly due: string }
  readonly refuse: { readonly rows: { row: string; reason: string }[] }
  readonly appeal: { readonly reason: string }
  readonly withdraw: { readonly reason: string }
}

async function take<V extends keyof Bodies>(verb: V, at: At, body: Bodies[V], key: string): Promise<void> {
  const call = { params: { unit: at.unit, id: at.id }, key, signal: patience() }
  switch (verb) {
    case 'submit':
      await stars.submit({ ...call, body: {} })
      break
    case 'return':
      await stars.return({ ...call, body: body as Bodies['return'] })
      break
    case 'refuse':
      await stars.refuse({ ...call, body: body as Bodies['refuse'] })
      break
    case 'pass':
      await stars.pass({ ...call, body: body as Bodies['pass'] })
      break
    case 'appeal':
      await stars.appeal({ ...call, body: body as Bodies['appeal'] })
      break
    default:
      await stars.withdraw({ ...call, body: body as Bodies['withdraw'] })
  }
}

/** Takes a verb of a star; null when it is done, otherwise what was refused. */
export function takeVerb<V extends keyof Bodies>(store: HandStore, verb: V, at: At, body: Bodies[V]): Promise<unknown> {
  // The same words at another stage of the star are another decision.
  const stage = store.get().hand?.value.rows.find(({ id }) => id === at.id)?.steps ?? 0
  return askOnce(store, { verb, id: at.id, content: [stage, body] }, (key) => take(verb, at, body, key))
}
