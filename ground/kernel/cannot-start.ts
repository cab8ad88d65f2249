// Why a start stops, in one sentence an operator can act on. The doors print it in both languages and exit;
// it is thrown, not returned, because nothing that called for the start can go on without it.

import type { Text } from './problem.ts'

/** The program cannot start; `text` says why and what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
  readonly text: Text

  constructor(text: Text, options?: ErrorOptions) {
    super(`${text.zh} ${text.en}`, options)
    this.text = text
  }
}
