// How a run ends: one JSON document on stdout and an exit code.

import { problems } from '#ground/cli/problems.ts'
import { problemDocument } from '#ground/kernel/problem.ts'
import type { Language, Problem, Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problemOf } from '#ground/postgres/errors.ts'
import { CannotStart } from '#ground/vault/vault.ts'

export const exits = { done: 0, refused: 1, usage: 2, bug: 70, interrupted: 130 } as const

export interface Outcome {
  readonly code: number
  /** What goes to stdout. */
  readonly document: unknown
  /** What goes to stderr beside it. */
  readonly message?: string
}

const refused = (problem: Problem, language: Language): Outcome => ({
  code: exits.refused,
  document: problemDocument(problem, language),
  message: `${problem.title[language]} (${problem.code}): ${problem.detail[language]}`,
})

/** A command's own answer. */
export function answered(result: Result<unknown>, language: Language): Outcome {
  return result.ok ? { code: exits.done, document: result.value ?? {} } : refused(result.problem, language)
}

/** The command line itself was wrong; `help` says how it is used. */
export function misused(what: Text, help: string, language: Language): Outcome {
  return { code: exits.usage, document: problemDocument(problems.usage({ what }), language), message: `${what[language]}\n\n${help}` }
}

/** Something was thrown: an obstacle that an operator can remove, or a bug. */
export function failed(error: unknown, language: Language): Outcome {
  if (error instanceof CannotStart) return refused(problems.cannotStart({ text: error.text }), language)
  const known = problemOf(error)
  if (known !== null) return refused(known, language)
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: exits.bug, document: problemDocument(problems.bug(), language), message: stack }
}
