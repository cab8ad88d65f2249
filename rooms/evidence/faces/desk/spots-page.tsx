// Before, during and after of each spot of the chosen unit and time, the latest first.

import { Skeleton } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#ground/ui/answers.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useLive } from '#ground/ui/live.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { phases } from '../../core/item.ts'
import { pairOf } from '../../core/spots.ts'
import { CompareSlider } from './compare-slider.tsx'
import './evidence.css'
import { evidence, keyOf, type Row, type SpotSet } from './evidence.ts'
import { Thumb } from './thumb.tsx'
import { useAskingAgain } from './use-asking-again.ts'
import { words } from './words.ts'

function Pictures({
  set,
  chosen,
  choose,
}: {
  readonly set: SpotSet
  readonly chosen: readonly string[]
  readonly choose: (row: Row) => void
}) {
  const text = useWords(words)
  const { shortDay } = useFormat()
  return (
    <div className="lx-evidence-phases">
      {phases.map((phase) => (
        <section key={phase} aria-label={`${set.spot} ${text.phases[phase]}`}>
          <h3>{text.phases[phase]}</h3>
          {set[phase].length === 0 ? <p className="lx-quiet">{text.noneOf(text.phases[phase])}</p> : null}
          <ul>
            {set[phase].map((row) => (
              <li key={row.id}>
                <button type="button" aria-pressed={chosen.includes(row.id)} onClick={() => choose(row)}>
                  <Thumb row={row} />
                  <span className="lx-quiet lx-figures">{shortDay(row.effectiveOn)}</span>
                </button>
                <PageLink to={`/desk/evidence?unit=${row.unit}&open=${keyOf(row)}`}>{row.shows}</PageLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Spot({ set }: { readonly set: SpotSet }) {
  const text = useWords(words)
  const first = pairOf(set)
  const [pair, setPair] = useState(first)
  const shown = pair ?? first
  const isMade = shown !== null && shown.from.preview === 'made' && shown.to.preview === 'made'
  const choose = (row: Row): void => {
    if (shown === null) return
    // Before stands left, after right; a picture of in between takes the place that makes a pair of it.
    const isLeft = row.phase === 'before' || (row.phase === 'during' && shown.to.phase === 'after')
    setPair(isLeft ? { ...shown, from: row } : { ...shown, to: row })
  }
  return (
    <article className="lx-evidence-spot" aria-label={`${set.spot} ${set.unitName}`}>
      <h2>
        {set.spot} <span className="lx-quiet">{set.unitName}</span>
      </h2>
      {shown === null ? <p className="lx-quiet">{text.onePicture}</p> : null}
      {shown !== null && !isMade ? <p className="lx-quiet">{text.waiting}</p> : null}
      {isMade ? <CompareSlider spot={set.spot} from={shown.from} to={shown.to} /> : null}
      <Pictures set={set} chosen={shown === null ? [] : [shown.from.id, shown.to.id]} choose={choose} />
    </article>
  )
}

export default function SpotsPage() {
  const text = useWords(words)
  const { code } = useUnit()
  const [period] = usePeriod()
  useLive(['evidence'])
  const asked = useAnswer(evidence, 'spots', code === '' ? null : { query: { below: code, ...daysOf(period) } })
  const sets = asked.data?.sets
  const isWaiting = sets?.some((set) => phases.some((phase) => set[phase].some((row) => row.preview === 'waiting'))) ?? false
  useAskingAgain(isWaiting, asked.refetch)
  return (
    <PageFrame title={text.spots} lead={text.spotsLead} actions={<PageLink to="/desk/evidence">{text.toList}</PageLink>}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {sets === undefined && asked.error === null ? <Skeleton active /> : null}
      {asked.data?.cut === true ? <p>{text.spotsCut}</p> : null}
      {sets?.length === 0 ? <EmptyState title={text.spotsEmpty} next={text.spotsEmptyNext} /> : null}
      {sets?.map((set) => (
        <Spot key={`${set.unit} ${set.spot}`} set={set} />
      ))}
    </PageFrame>
  )
}
