// The unit that is presented: who, how long, what it promised, how that stood last quarter and stands now, what was found.

import { useWords } from '#ground/ui/words.ts'
import { ExhibitPart } from './exhibit-part.tsx'
import { usePages } from './paged.ts'
import type { Stage } from './shown.ts'
import { Standing } from './standing.tsx'
import { Timer } from './timer.tsx'
import { words } from './words.ts'

type Current = NonNullable<Stage['current']>

const mostCommitments = 4
const mostFindings = 3

function Commitments({ current, of }: { readonly current: Current; readonly of: string }) {
  const text = useWords(words)
  const page = usePages(current.commitments, mostCommitments, of)
  if (current.commitments.length === 0) return <p className="soft">{text.noCommitments}</p>
  return (
    <table className="commitments">
      <thead>
        <tr>
          <th scope="col">
            {text.commitments}
            {page.pages > 1 && <small> {text.page(page.page, page.pages)}</small>}
          </th>
          <th scope="col">{text.lastQuarter}</th>
          <th scope="col">{text.thisQuarter}</th>
        </tr>
      </thead>
      <tbody>
        {page.items.map((one) => (
          <tr key={one.number}>
            <th scope="row">
              <span className="clip">
                {one.number}. {one.text}
              </span>
            </th>
            <td>
              <Standing state={one.last} />
            </td>
            <td>
              <Standing state={one.now} stated={!one.confirmed} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Findings({ current }: { readonly current: Current }) {
  const text = useWords(words)
  const { findings, mended } = current
  if (findings.length === 0 && mended === null) return null
  return (
    <aside className="findings">
      {mended !== null && (
        <p className="mended">
          <span>{text.mended}</span> <strong>{text.mendedOf(mended.closed, mended.due)}</strong>
        </p>
      )}
      {findings.length > 0 && (
        <>
          <h2>{text.findings}</h2>
          <ul>
            {findings.slice(0, mostFindings).map((finding, index) => (
              <li key={index} className="clip">
                {finding}
              </li>
            ))}
          </ul>
          {findings.length > mostFindings && <p className="soft">{text.moreFindings(findings.length - mostFindings)}</p>}
        </>
      )}
    </aside>
  )
}

/** What was drawn for this unit on the spot: while it is answered, nothing else needs to be read. */
function Question({ question }: { readonly question: NonNullable<Current['question']> }) {
  const text = useWords(words)
  return (
    <div className="question arrive" key={question.text}>
      <p className="lead">{text.question}</p>
      <h2>{question.text}</h2>
    </div>
  )
}

export function UnitScene({ stage, now }: { readonly stage: Stage; now(): number | null }) {
  const text = useWords(words)
  const { current, scene, components } = stage
  if (current === null) return null
  const component = components.find(({ id }) => id === scene.component)
  const of = `${current.subject}/${scene.component ?? ''}`
  const exhibit = current.question === null ? (scene.exhibit ?? null) : null
  return (
    <section
      className={
        exhibit !== null
          ? 'unit-scene with-exhibit'
          : current.commitments.length + current.findings.length === 0 && current.question === null
            ? 'unit-scene alone'
            : 'unit-scene'
      }
      key={of}
    >
      <div className="unit-head arrive">
        <div className="unit-name">
          <p className="lead">
            {text.number(current.number)}
            {component === undefined ? '' : ` · ${component.title}`}
          </p>
          <h1>{current.name}</h1>
        </div>
        <Timer timer={scene.timer} now={now} />
      </div>
      {exhibit === null ? null : <ExhibitPart round={stage.id} exhibit={exhibit} current={current} />}
      {exhibit !== null ? null : current.question === null ? (
        <div className="unit-body">
          <Commitments current={current} of={of} />
          <Findings current={current} />
        </div>
      ) : (
        <Question question={current.question} />
      )}
    </section>
  )
}
