// What the server refused and what to do, or that it was not reached.

import { ProblemError } from '#ground/ui/problem.ts'
import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

export function Refusal({ problem }: { readonly problem: unknown }) {
  const text = useWords(words)
  if (problem === null || problem === undefined) return null
  const known = problem instanceof ProblemError && problem.code !== 0 ? problem : null
  return (
    <div className="error" role="alert">
      <p>{known === null ? `${text.noLine}。${text.noLineHint}` : known.detail}</p>
      {known !== null && known.errors.length > 0 && (
        <ul>
          {known.errors.slice(0, 5).map((error) => (
            <li key={String(error['path'])}>{String(error['detail'])}</li>
          ))}
        </ul>
      )}
      {known !== null && <p className="quiet">{text.number(known.code)}</p>}
    </div>
  )
}
