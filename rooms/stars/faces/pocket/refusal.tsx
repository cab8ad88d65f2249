// What the server refused and what to do, or that it was not reached.

import { useWords } from '#ground/ui/words.ts'
import { isAnswer } from './hand-client.ts'
import { words } from './words.ts'

export function Refusal({ problem }: { readonly problem: unknown }) {
  const text = useWords(words)
  if (problem === null || problem === undefined) return null
  return (
    <div className="error" role="alert">
      <p>{isAnswer(problem) ? problem.detail : `${text.noLine}。${text.noLineHint}`}</p>
      {isAnswer(problem) && <p className="quiet">{text.number(problem.code)}</p>}
    </div>
  )
}
