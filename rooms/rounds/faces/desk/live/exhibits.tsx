// At the sand table: which spot of the unit that is on stands before the hall. Turned by a press, or by the keys that a
// clicker sends (PageDown and PageUp) while nothing is being typed.

import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { addressOf, client } from '#ground/ui/client.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SpotChoice } from '#ground/ui/desk/spot-choice.tsx'
import { useLive } from '#ground/ui/live.ts'
import { typing } from '#ground/ui/typing.ts'
import { useWords } from '#ground/ui/words.ts'
import { besideOf, clickerLine, placeOf, turningKeys } from '../../../core/exhibit.ts'
import type { SpotAt } from '../../../core/exhibit.ts'
import { at, type Exhibited, type OfRound, type Part, rounds } from '../rounds.ts'
import './exhibits.css'
import { words } from './words.ts'

/** Views are the evidence room's; they are asked from the house like any other. */
const evidence = client('evidence')
const smallView = ({ unit, id }: Exhibited['pictures'][number]): string =>
  addressOf(evidence, 'view', { params: { unit, id }, query: { size: 'small' } } as never)

const keyOf = ({ subject, spot }: SpotAt): string => `${subject} ${spot}`
interface Given extends OfRound {
  readonly unit: Part
}

export function Exhibits({ round, can, unit }: Given) {
  const text = useWords(words)
  const turn = useVerb(rounds, 'showExhibit')
  useLive(['evidence'], [['rounds', 'exhibits']], 2000)
  const asked = useAnswer(rounds, 'exhibits', { params: at(round), query: { subject: unit.subject } })
  const spots = asked.data?.spots ?? []
  const on = round.scene.exhibit ?? null
  const [previous, next] = [besideOf(spots, on, -1), besideOf(spots, on, 1)]
  const show = (spot: SpotAt | null): void => {
    if (turn.pending || !can('showExhibit')) return
    void turn.run({ params: at(round), body: { at: spot === null ? null : { subject: spot.subject, spot: spot.spot } } })
  }
  const press = useRef<(key: string) => boolean>(() => false)
  useEffect(() => {
    press.current = (key) => {
      const step = turningKeys[key]
      const to = step === 1 ? next : step === -1 ? previous : undefined
      if (to !== undefined) show(to)
      return step !== undefined
    }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (press.current(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    // A stage in another window of this browser has the clicker's keys when it is in front.
    const line = new BroadcastChannel(clickerLine(round.id))
    line.addEventListener('message', ({ data }) => press.current(String(data)))
    return () => {
      document.removeEventListener('keydown', onKey)
      line.close()
    }
  }, [round.id])
  return (
    <section aria-label={text.exhibits} className="rounds-exhibits">
      <h3>
        {text.exhibits} <span className="lx-quiet">{spots.length === 0 ? '' : text.exhibitOf(placeOf(spots, on) + 1, spots.length)}</span>
      </h3>
      <ProblemNotice problem={asked.error ?? turn.problem} />
      {asked.data?.spots.length === 0 ? <p className="lx-quiet">{text.noExhibits}</p> : null}
      {spots.length === 0 ? null : (
        <>
          <div className="rounds-acts rounds-acts-start">
            <Button disabled={previous === undefined} onClick={() => show(previous ?? null)} aria-keyshortcuts="PageUp">
              {text.previousExhibit}
            </Button>
            <Button type="primary" disabled={next === undefined} onClick={() => show(next ?? null)} aria-keyshortcuts="PageDown">
              {next === undefined ? text.lastExhibit : text.nextExhibit(next.spot)}
            </Button>
            <Button disabled={on === null} onClick={() => show(null)}>
              {text.putAway}
            </Button>
          </div>
          <p className="lx-quiet">{text.exhibitKeys}</p>
          <SpotChoice
            rows={spots.map((spot) => ({
              key: keyOf(spot),
              spot: spot.spot,
              chosen: on !== null && keyOf(on) === keyOf(spot),
              pictures: spot.pictures.map((picture) => ({
                id: picture.id,
                src: smallView(picture),
                alt: text.pictureAlt(text.phases[picture.phase], picture.shows),
              })),
            }))}
            onChoose={(key) => show(spots.find((spot) => keyOf(spot) === key) ?? null)}
          />
        </>
      )}
    </section>
  )
}
