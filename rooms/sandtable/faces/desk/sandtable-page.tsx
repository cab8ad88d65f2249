// The sand table at the desk: the map at the left, the card of the chosen unit beside it, quarters above both.

import { Radio } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { levelOf, parentOf } from '#ground/kernel/code.ts'
import { useAddress } from '#ground/ui/address.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useLive } from '#ground/ui/live.ts'
import { useMe } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { partLevel, upFrom } from '../../core/levels.ts'
import { withSums } from '../../core/with-sums.ts'
import { CardPart } from './card-part.tsx'
import { useMapKeys } from './map-keys.ts'
import { RemotePart } from './remote-part.tsx'
import { TableMap } from './table-map.tsx'
import type { Shade } from '../../core/parts.ts'
import { TimeSlider } from './time-slider.tsx'
import { useRemote } from './use-remote.ts'
import { useTable } from './use-table.ts'
import { words } from './words.ts'
import './sandtable.css'

const township = 4
const village = 5

/** The unit whose parts are drawn: a village stands among its neighbours, as far as the post reaches them. */
function drawnFor(code: string, tops: readonly string[]): string | null {
  const at = levelOf(code) > village ? code.slice(0, 12) : code
  if (partLevel(at) !== null) return at
  const parent = parentOf(at)
  return parent !== null && tops.some((top) => parent.startsWith(top)) ? parent : null
}

export default function SandtablePage() {
  const text = useWords(words)
  const { code, setUnit } = useUnit()
  const { acting } = useMe()
  const [address, setAddress] = useAddress()
  const [shade, setShade] = useState<Shade>('certified')
  const place = useRef<HTMLDivElement>(null)
  useLive(['stars', 'rounds', 'ledger', 'evidence'], [['sandtable']], 2000)
  const tops = acting === null ? [] : [acting.unit]
  const drawn = drawnFor(code, tops)
  const time = address['quarter'] === undefined ? {} : { quarter: address['quarter'] }
  const { layer, card, sums, adding } = useTable(code, drawn, address['quarter'])
  const remote = useRemote(code, address['quarter'])
  const shown = layer.data
  const at = card.data ?? shown
  const from = address['from']
  const up = from !== undefined && from !== code && code.startsWith(from) ? from : upFrom(code, tops)
  const goUp = (): void => {
    if (up === null) return
    setAddress({ from: null })
    setUnit(up)
  }
  const onDrawn = useMapKeys(place, up === null ? null : goUp)
  // The same function for as long as the page stands, so that a map whose parts are the same is not drawn again.
  const going = useRef((_next: string): void => undefined)
  useEffect(() => {
    going.current = (next) => {
      setAddress({ from: drawn })
      setUnit(next)
    }
  })
  const choose = useCallback((next: string) => going.current(next), [])
  const upName = shown?.unit === up ? shown?.unitName : shown?.path.find((one) => one.code === up)?.name
  const { showing } = remote
  const staged = showing === null ? { unit: code, ...time } : { follow: `${showing.unit}.${showing.id}` }
  const stageAddress = `/stage/sandtable?${new URLSearchParams(staged).toString()}`
  const spots = card.data?.unit === code ? (withSums(card.data, sums).spots?.rows ?? []) : []
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      time={
        at === undefined ? undefined : (
          <TimeSlider quarters={at.quarters} quarter={at.quarter} asOf={at.asOf} onChange={(quarter) => setAddress({ quarter })} />
        )
      }
      actions={
        <span className="sand-screens">
          {remote.showing === null ? (
            <button type="button" className="sand-up" onClick={remote.begin}>
              {text.drive}
            </button>
          ) : null}
          <a href={stageAddress} target="_blank" rel="noreferrer">
            {remote.showing === null ? text.stage : text.stageHere}
          </a>
        </span>
      }
    >
      <ProblemNotice problem={layer.error ?? card.error} retry={() => void Promise.all([layer.refetch(), card.refetch()])} />
      <RemotePart remote={remote} spots={spots} />
      <div
        className="sand-columns"
        data-drawn={shown?.unit}
        data-card={card.data?.unit}
        data-quarter={shown?.quarter === card.data?.quarter ? shown?.quarter : undefined}
        data-quarters={shown?.quarters.join(' ')}
      >
        <div ref={place} className="sand-map">
          <div className="sand-bar">
            {up === null ? null : (
              <button type="button" className="sand-up" onClick={goUp}>
                ↑ {text.up(upName ?? up)}
              </button>
            )}
            <Radio.Group
              aria-label={text.shade}
              value={shade}
              onChange={(event) => setShade(event.target.value as Shade)}
              options={(['certified', 'aimed'] as const).map((value) => ({ value, label: `${text.shade}${text.shades[value]}` }))}
            />
          </div>
          {drawn === null ? <EmptyState title={text.ownOnly} /> : null}
          {shown === undefined ? null : shown.parts.length === 0 ? (
            <EmptyState title={text.noParts} />
          ) : (
            <TableMap layer={shown} shade={shade} chosen={code} onChoose={choose} onDrawn={onDrawn} />
          )}
          <ul className="sand-legend">
            {([0, 1, 2, 3, 4, 5] as const).map((tint) => (
              <li key={tint}>
                <span className={`lx-map-${tint}`} aria-hidden="true" /> {text.tint[tint]}
              </li>
            ))}
          </ul>
          <p className="lx-quiet">
            {shown !== undefined && levelOf(shown.unit) === township ? `${text.schematic} ` : ''}
            {text.figureHint} {text.keys}
          </p>
        </div>
        {card.data === undefined ? null : (
          <CardPart
            card={card.data}
            sums={sums}
            adding={adding}
            onShow={showing === null ? null : ({ subject, spot }) => remote.show({ spot: { subject, spot }, blank: false })}
          />
        )}
      </div>
    </PageFrame>
  )
}
