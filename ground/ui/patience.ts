// For pages that ask and send by themselves: ending a question that a dead line would leave open for ever (also in web views that have
// no `AbortSignal.timeout`), and what kind of failure an error is: of the line, of who asks, or of this one thing.

import { ProblemError } from './problem.ts'

/** A signal that ends whatever it is given to after so many milliseconds. */
export function patience(ms: number): AbortSignal {
  const ending = new AbortController()
  setTimeout(() => ending.abort(), ms)
  return ending.signal
}

/** An answer of the server itself; a proxy's or a hotel's page is none. */
export const isAnswer = (error: unknown): error is ProblemError => error instanceof ProblemError && error.code !== 0

/** Who asks, or when: asked again later, or by whoever has signed in. */
const asksAgain: ReadonlySet<number> = new Set([401, 403, 408, 429])

/** A refusal of this one thing, which is not sent again as it is. */
export const isFinal = (error: unknown): error is ProblemError =>
  isAnswer(error) && error.status >= 400 && error.status < 500 && !asksAgain.has(error.status)
