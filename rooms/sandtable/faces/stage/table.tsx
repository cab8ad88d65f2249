// Map and card, or one spot in pictures; and the line at the foot that says as of when.

import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import { useFormat } from '#ground/ui/format.ts'
import { useLive, useLiveState } from '#ground/ui/live.ts'
import { arrows, focusOn, moveOver } from '#ground/ui/map/over-map.ts'
import { useWords } from '#ground/ui/words.ts'
import { CardPart } from './card-part.tsx'
import { PicturesPart } from './pictures-part.tsx'
import type { Screen } from './screen.ts'
import type { Card, Layer } from './sandtable.ts'
import { useTableKeys } from './table-keys.ts'
import { TableMap } from './table-map.tsx'
import { useShown } from './use-shown.ts'
import { words } from './words.ts'

/** More cells than these stand closer. */
const manyParts = 20

/** Whether this screen has a network at all: a cable that was pulled breaks no stream off. */
const useOnline = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      addEventListener('online', onChange)
      addEventListener('offline', onChange)
      return () => {
        removeEventListener('online', onChange)
        removeEventListener('offline', onChange)
      }
    },
    () => navigator.onLine,
  )

function Foot({ at }: { readonly at: Layer | Card | undefined }) {
  const text = useWords(words)
  const { day } = useFormat()
  const { state } = useLiveState()
  const line = useOnline() ? state : 'lost'
  return (
    <footer className="sand-foot">
      <span>
        {text.title} · {text.schematic}
      </span>
      <span role="status">
        {at === undefined ? '' : `${text.asOf(day(at.asOf))} · `}
        <span className={`sand-line ${line}`}>{text.line[line]}</span>
      </span>
    </footer>
  )
}

export function Table({ screen }: { readonly screen: Screen }) {
  const text = useWords(words)
  const area = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useState<string | null>(null)
  const byKey = useRef(true)
  useLive(['stars', 'rounds', 'ledger', 'evidence'], [['sandtable']], 1000)
  const { own, layer, current, parts, spots, trouble } = useShown(screen)
  const { unit, from, blank, compared, go } = screen
  const spot = screen.spotOf(spots)
  const said = layer?.parts.find((part) => part.code === focus)
  const on = spot === null ? undefined : spots[spot - 1]
  const upTo = from !== null && from !== unit && unit.startsWith(from) ? from : (own?.path.at(-1)?.code ?? null)
  const quarters = current?.quarters ?? own?.quarters ?? []
  const at = quarters.indexOf(current?.quarter ?? own?.quarter ?? '')

  const onDrawn = useCallback(() => {
    if (byKey.current && area.current !== null && go !== null) focusOn(area.current)
  }, [go])
  const goIn = (code: string): void => go?.({ unit: code, from: layer?.unit ?? null, spot: null })
  useTableKeys({
    arrow: (key) => {
      const direction = arrows[key]
      if (on !== undefined) {
        if (key === 'ArrowRight') screen.turn(spots, 1)
        if (key === 'ArrowLeft') screen.turn(spots, -1)
      } else if (direction !== undefined && area.current !== null && go !== null) moveOver(area.current, direction)
    },
    forward: () => screen.turn(spots, 1),
    back: () => screen.turn(spots, -1),
    up: () => {
      if (blank) screen.darken()
      else if (spot !== null) screen.toMap()
      else if (upTo !== null) go?.({ unit: upTo, from: null, spot: null })
    },
    enter: () => {
      if (spot === null && spots.length > 0) screen.turn(spots, 1)
    },
    quarter: (step) => {
      const next = quarters[at + step]
      if (next !== undefined) go?.({ quarter: next })
    },
    compare: screen.compare,
    blank: screen.darken,
  })
  if (blank) return <main className="sand-blank" data-blank="yes" />
  return (
    <div className="sand-screen" data-unit={current?.unit} data-spot={on?.spot}>
      <header className="sand-head">
        <h1>{current?.unitName ?? text.coming}</h1>
        <p>{current === undefined ? '' : text.quarterAt(current.quarter)}</p>
      </header>
      <main>
        {on === undefined ? (
          <div className="sand-columns">
            <div
              ref={area}
              className={(layer?.parts.length ?? 0) > manyParts ? 'sand-map sand-many' : 'sand-map'}
              onFocus={({ target }) => setFocus(target.getAttribute('data-code'))}
            >
              {layer === undefined ? null : <TableMap layer={layer} chosen={unit} onChoose={goIn} onDrawn={onDrawn} />}
              <p className="sand-said">{said === undefined ? '' : text.cell(said.name, said.certified, said.aimed)}</p>
            </div>
            {current === undefined || parts === undefined ? null : <CardPart card={current} parts={parts} />}
          </div>
        ) : (
          <PicturesPart spot={on} number={spot ?? 1} all={spots.length} unit={unit} compared={compared} />
        )}
        {trouble ? <p className="sand-soft">{text.trouble}</p> : null}
      </main>
      <p className="sand-keys">{go === null ? text.followedKeys : on === undefined ? text.keys : text.pictureKeys}</p>
      <Foot at={current} />
    </div>
  )
}
