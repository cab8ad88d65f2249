// Which Idempotency-Key a submission carries: the same while the same thing is sent again because no answer came,
// a new one as soon as it is changed, done, or refused for good.

import { ProblemError } from './problem.ts'

export interface Submission {
  /** The key for what is about to be sent. */
  keyFor(call: unknown): string
  /** It was done. */
  done(): void
  /** It met a refusal, or no answer. */
  met(error: unknown): void
}

const fileOf = (call: unknown): unknown => (typeof call === 'object' && call !== null && 'file' in call ? call.file : undefined)

/** A text that is the same exactly when the same is sent: a file counts by its name, size and date. */
function textOf(call: unknown): string {
  const file = fileOf(call)
  return JSON.stringify([call, file instanceof File ? [file.name, file.size, file.lastModified] : null])
}

/** A refusal that stands: sending the same again is a new decision, with a key of its own. */
const stands = (error: unknown): boolean => error instanceof ProblemError && error.status < 500 && error.status !== 429

export function createSubmission(newKey: () => string): Submission {
  let current: { readonly text: string; readonly key: string } | null = null
  return {
    keyFor(call) {
      const text = textOf(call)
      if (current?.text !== text) current = { text, key: newKey() }
      return current.key
    },
    done() {
      current = null
    },
    met(error) {
      if (stands(error)) current = null
    },
  }
}
