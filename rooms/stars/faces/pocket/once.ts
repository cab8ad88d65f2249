// Verbs need a line. Their key is on the device before they leave, so that one whose answer was lost, or whose phone died, is
// done once when it is asked for again.

import { newKey } from '#ground/ui/client.ts'
import { isAnswer, isRefusal } from './hand-client.ts'
import { sentKey } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'

interface Sent {
  readonly text: string
  readonly key: string
}

const mostTries = 3
const pauseMs = 1_000

/** What is asked for: the same verb with the same content about the same thing is one decision. */
export interface Decision {
  readonly verb: string
  readonly id: string
  readonly content: unknown
}

/** Asks for it, with one key however often; null when it is done, otherwise what was refused. */
export async function askOnce(
  store: HandStore,
  { verb, id, content }: Decision,
  send: (key: string) => Promise<unknown>,
): Promise<unknown> {
  const place = sentKey(store.get().hand?.value.post ?? '', verb, id)
  const text = JSON.stringify(content)
  const before = await store.kept.get<Sent>(place)
  const key = before?.text === text ? before.key : newKey()
  await store.kept.set(place, { text, key })
  for (let tries = 1; ; tries += 1) {
    try {
      await send(key)
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
