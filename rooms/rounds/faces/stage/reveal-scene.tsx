// The reveal, from the bottom up, one step at a time; with bands the first band alone, names without figures.

import { useWords } from '#ground/ui/words.ts'
import { usePages } from './paged.ts'
import { SceneHead } from './scene-head.tsx'
import type { Stage } from './shown.ts'
import { words } from './words.ts'

type Place = Stage['reveals'][number]

const most = 7
/** With winners of the progress prize under them, so that a screen keeps to seven lines. */
const mostBeside = 5
const mostBefore = 4

/** 进步奖, when it was published with the result. */
function Progress({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  if (stage.progress.length === 0) return null
  return (
    <div className="progress arrive">
      <h2>{text.progress}</h2>
      <p>{stage.progress.map(({ name }) => name).join(' · ')}</p>
    </div>
  )
}

function Names({ stage, title }: { readonly stage: Stage; readonly title: string }) {
  const text = useWords(words)
  const page = usePages(stage.reveals, stage.progress.length === 0 ? most : mostBeside, stage.id)
  return (
    <section className="list-scene">
      <SceneHead title={title} page={page} />
      <ul className="lines names arrive">
        {page.items.map(({ subject, name }) => (
          <li key={subject}>
            <span className="name">{name}</span>
          </li>
        ))}
      </ul>
      <Progress stage={stage} />
      <p className="soft">{stage.reveals.length === 0 ? text.noneAdvanced : text.bandsHint}</p>
    </section>
  )
}

function Line({ place }: { readonly place: Place }) {
  const text = useWords(words)
  return (
    <li>
      <span className="place">{place.rank === null ? '' : text.rank(place.rank)}</span>
      <span className="name">{place.name}</span>
      <span className="mark">{place.total === null ? '' : text.points(place.total)}</span>
    </li>
  )
}

/** Who has no rank, and why: said when all others have theirs. */
function Withheld({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  return stage.withheld.length === 0 ? null : <p className="soft">{text.withheld(stage.withheld.map(({ name }) => name))}</p>
}

function Steps({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  const { reveals } = stage
  const last = reveals.at(-1)
  if (last === undefined)
    return (
      <section className="middle">
        <p className="lead">{stage.withheld.length === 0 ? text.revealNext : text.noneRanked}</p>
        <Withheld stage={stage} />
      </section>
    )
  const step = reveals.filter(({ rank }) => rank === last.rank)
  const before = reveals.filter(({ rank }) => rank !== last.rank).reverse()
  return (
    <section className="reveal-scene">
      <div className="step arrive" key={String(last.rank)} aria-live="polite">
        <p className="lead">{last.rank === null ? text.revealing : text.rank(last.rank)}</p>
        {step.map(({ subject, name }) => (
          <h1 key={subject}>{name}</h1>
        ))}
        {last.total !== null && <p className="total">{text.points(last.total)}</p>}
      </div>
      <ol className="lines before">
        {before.slice(0, mostBefore).map((place) => (
          <Line key={place.subject} place={place} />
        ))}
      </ol>
      <Withheld stage={stage} />
    </section>
  )
}

export function RevealScene({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  return stage.form === 'bands' ? <Names stage={stage} title={text.boardBands} /> : <Steps stage={stage} />
}

function Ranks({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  const page = usePages([...stage.reveals].reverse(), stage.progress.length === 0 ? most : mostBeside, stage.id)
  return (
    <section className="list-scene">
      <SceneHead title={text.boardRanks} page={page} />
      <ol className="lines ranks">
        {page.items.map((place) => (
          <Line key={place.subject} place={place} />
        ))}
      </ol>
      {stage.reveals.length === 0 ? <p className="lead">{text.noneRanked}</p> : null}
      <Progress stage={stage} />
      <Withheld stage={stage} />
    </section>
  )
}

/** The final board, as it was published. */
export function BoardScene({ stage }: { readonly stage: Stage }) {
  const text = useWords(words)
  if (stage.form === null)
    return (
      <section className="middle">
        <h1 className="title">{text.boardNone}</h1>
      </section>
    )
  return stage.form === 'bands' ? <Names stage={stage} title={text.boardBands} /> : <Ranks stage={stage} />
}
