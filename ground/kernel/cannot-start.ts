// Why a start stops, in one sentence an operator can act on. The doors print it in both languages and exit;
// it is thrown, not returned, because nothing that called for the start can go on without it.

import type { Problem, Text } from './problem.ts'

/** The program cannot start; `text` says why and what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
  readonly text: Text

  constructor(text: Text, options?: ErrorOptions) {
    super(`${text.zh} ${text.en}`, options)
    this.text = text
  }

  /** For an obstacle that is in the catalogue of problems: its number is told, so that it can be looked up. */
  static because({ code, title, detail }: Problem): CannotStart {
    return new CannotStart({ zh: `${title.zh}（问题 ${code}）。${detail.zh}`, en: `${title.en} (problem ${code}). ${detail.en}` })
  }
}
