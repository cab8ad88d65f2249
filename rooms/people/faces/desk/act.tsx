// The frame of every act on this page: a button that names it, a dialog of the same name that says what will happen, and
// what the verb met.

import type { Verb } from '#ground/ui/answers.ts'
import { ConfirmVerb, type ConfirmVerbProps } from '#ground/ui/desk/confirm-verb.tsx'

interface ActProps extends Omit<ConfirmVerbProps, 'title' | 'problem'> {
  readonly verb: Pick<Verb<[], unknown>, 'problem'>
}

export function Act({ verb, ...act }: ActProps) {
  return <ConfirmVerb {...act} title={act.label} problem={verb.problem} />
}
