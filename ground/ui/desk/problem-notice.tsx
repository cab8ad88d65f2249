// What happened, what was kept, what to do: the server's own sentences where it spoke, ours where it could not.

import { Button } from 'antd'
import { ProblemError } from '../problem.ts'
import { useWords } from '../words.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

export interface ProblemNoticeProps {
  /** What a query or a verb met; nothing is shown for null and undefined. */
  readonly problem: unknown
  readonly retry?: () => void
}

interface Said {
  readonly title: string
  readonly detail: string
  readonly number: number
  readonly errors: readonly string[]
}

function sayingOf(problem: unknown, text: Words): Said {
  if (!(problem instanceof ProblemError)) {
    const away = problem instanceof TypeError
    return { title: away ? text.unreachableTitle : text.brokenTitle, detail: away ? text.unreachable : text.broken, number: 0, errors: [] }
  }
  if (problem.title === '' && (problem.status === 503 || problem.status === 429))
    return { title: text.busyTitle, detail: text.busy(problem.retryAfter ?? 30), number: 0, errors: [] }
  const errors = problem.errors.map((error) =>
    [error['line'] === undefined ? '' : `${text.line} ${error['line']}`, String(error['detail'])].filter(Boolean).join(' · '),
  )
  return { title: problem.title || text.brokenTitle, detail: problem.detail || text.broken, number: problem.code, errors }
}

export function ProblemNotice({ problem, retry }: ProblemNoticeProps) {
  const text = useWords(words)
  if (problem === null || problem === undefined) return null
  const said = sayingOf(problem, text)
  return (
    <div className="lx-problem" role="alert">
      <strong>{said.title}</strong>
      <p>{said.detail}</p>
      {said.errors.length === 0 ? null : (
        <ul>
          {said.errors.slice(0, 20).map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
      <p className="lx-quiet">
        {said.number === 0 ? null : <span>{text.problemNumber(said.number)}</span>}
        {retry === undefined ? null : (
          <Button size="small" onClick={retry}>
            {text.retry}
          </Button>
        )}
      </p>
    </div>
  )
}
