// Verbs need a line. Their key is on the device before they leave, so that one whose answer was lost, or whose phone died, is
// done once when it is asked for again.

import { newKey } from '#ground/ui/client.ts'
import { isAnswer, isRefusal, patience, stars } from './hand-client.ts'
import type { At } from './hand-client.ts'
import { sentKey } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'

interface Bodies {
  readonly submit: Record<string, never>
  readonly pass: { readonly reason: string }
  readonly return: { readonly rows: { row: string; reason: string }[]; readonly due: string }
  readonly refuse: { readonly rows: { row: string; reason: string }[] }
  readonly appeal: { readonly reason: string }
  readonly withdraw: { readonly reason: string }
}

interface Sent {
  readonly text: string
  readonly key: string
}

const mostTries = 3
const pauseMs = 1_000

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
export async function takeVerb<V extends keyof Bodies>(store: HandStore, verb: V, at: At, body: Bodies[V]): Promise<unknown> {
  const { hand } = store.get()
  const place = sentKey(hand?.value.post ?? '', verb, at.id)
  // The same words at another stage of the star are another decision.
  const stage = hand?.value.rows.find(({ id }) => id === at.id)?.steps ?? 0
  const text = JSON.stringify([stage, body])
  const before = await store.kept.get<Sent>(place)
  const key = before?.text === text ? before.key : newKey()
  await store.kept.set(place, { text, key })
  for (let tries = 1; ; tries += 1) {
    try {
      await take(verb, at, body, key)
      await store.refresh()
      return null
    } catch (error) {
      // It may have been done and only the answer lost: the same key asks for the answer again.
      if (!isAnswer(error) && tries < mostTries) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        continue
      }
      // A refusal stands: asking again is a new decision.
      if (isRefusal(error)) await store.kept.remove(place)
      void store.refresh()
      return error
    }
  }
}
