// How a unit came about: its names and kinds from day to day, and what it came from or went into.

import { useAnswer } from '#ground/ui/answers.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { units } from './units.ts'
import { words } from './words.ts'

export function UnitHistory({ code }: { readonly code: string }) {
  const text = useWords(words)
  const answer = useAnswer(units, 'history', { params: { code } })
  if (answer.data === undefined) return <ProblemNotice problem={answer.error} retry={() => void answer.refetch()} />
  const { versions, successions } = answer.data
  return (
    <>
      <h3>{text.historyOf}</h3>
      <ol>
        {versions.map((version) => (
          <li key={version.from}>
            <span className="lx-figures">{text.fromTo(version.from, version.to)}</span> {version.name}
            {version.kind === null ? '' : ` · ${text.kinds[version.kind]}`}
          </li>
        ))}
      </ol>
      <h3>{text.movesOf}</h3>
      {successions.length === 0 ? <p className="lx-quiet">{text.noHistory}</p> : null}
      <ol>
        {successions.map((each) => (
          <li key={`${each.from} ${each.to} ${each.on}`}>
            <span className="lx-figures">{each.on}</span>{' '}
            {each.to === code ? text.cameFrom(each.fromName, each.from) : text.wentTo(each.toName, each.to)} · {text.successions[each.kind]}
          </li>
        ))}
      </ol>
    </>
  )
}
