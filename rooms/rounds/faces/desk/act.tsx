// An act on a round: a button that names it, a dialog of the same name that says what will happen, and what it met.

import type { Verb } from '#ground/ui/answers.ts'
import { ConfirmVerb, type ConfirmVerbProps } from '#ground/ui/desk/confirm-verb.tsx'

interface ActProps extends Omit<ConfirmVerbProps, 'title' | 'problem'> {
  readonly verb: Pick<Verb<[], unknown>, 'problem'>
  readonly title?: string
}

export function Act({ verb, title, ...act }: ActProps) {
  return <ConfirmVerb {...act} title={title ?? act.label} problem={verb.problem} />
}
