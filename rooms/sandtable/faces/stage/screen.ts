// Who drives the stage: this computer itself, by keys and clicker, or a desk that it follows; then a clicker here still turns
// spots, and the desk hears of it.

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAnswer } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { useLive } from '#ground/ui/live.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { newer, placeOf, turned } from '../../core/showing.ts'
import type { SceneChange, SpotAt } from '../../core/showing.ts'
import { goTo, usePlace } from './place.ts'
import type { Place } from './place.ts'
import { sandtable } from './sandtable.ts'
import type { Showing } from './sandtable.ts'

export interface Screen {
  readonly unit: string
  readonly quarter: string | null
  /** The unit from which one came down. */
  readonly from: string | null
  readonly compared: boolean
  readonly blank: boolean
  /** Which of the spots is on, counted from 1; null shows the map. */
  spotOf(spots: readonly SpotAt[]): number | null
  /** To another unit or quarter; null where a desk decides that. */
  readonly go: ((change: Partial<Place>) => void) | null
  turn(spots: readonly SpotAt[], step: 1 | -1): void
  toMap(): void
  compare(): void
  darken(): void
}

/** Driven from here; what is on stands in the address. */
export function useOwnScreen(): Screen {
  const { unit, quarter, from, spot } = usePlace()
  const [blank, setBlank] = useState(false)
  const [compared, setCompared] = useState(false)
  return {
    unit,
    quarter,
    from,
    compared,
    blank,
    spotOf: (spots) => (spot !== null && spot <= spots.length ? spot : null),
    go: goTo,
    turn: (spots, step) => {
      const next = (spot ?? 0) + step
      if (next >= 1 && next <= spots.length) goTo({ spot: next })
      else if (next < 1) goTo({ spot: null })
    },
    toMap: () => goTo({ spot: null }),
    compare: () => setCompared((before) => !before),
    darken: () => setBlank((before) => !before),
  }
}

const soonMs = 60
const showings = { queryKey: ['sandtable', 'showing'] }
const notBack = (before: unknown, next: unknown): unknown => (before === undefined ? next : newer(before as Showing, next as Showing))

/** No such showing, or not for this post: asked again it stays so. A server that is away is waited for. */
const isRefused = (error: unknown): boolean => error instanceof ProblemError && [403, 404].includes(error.status)

/** Driven by a desk; null until its scene is there, and once it is over. */
export function useFollowed(at: { readonly unit: string; readonly id: string }): {
  readonly screen: Screen | null
  readonly over: boolean
} {
  const queries = useQueryClient()
  useState(() => queries.setQueryDefaults(showings.queryKey, { structuralSharing: notBack }))
  useLive(['sandtable'], [showings.queryKey], soonMs)
  const asked = useAnswer(sandtable, 'showing', { params: at })
  const showing = asked.data
  if (showing === undefined || !showing.live) return { screen: null, over: showing?.live === false || isRefused(asked.failureReason) }
  const { scene } = showing
  const keep = (next: Showing): void => {
    queries.setQueriesData<Showing>(showings, (before) => (before?.id === next.id ? next : before))
  }
  // Only what a press changes: the desk may go elsewhere at the same moment, and where the stage is, the desk alone says.
  const show = (change: SceneChange | null): void => {
    if (change === null) return
    void sandtable.turn({ params: at, body: { scene: change }, key: newKey() }).then(keep, () => void queries.invalidateQueries(showings))
  }
  const screen: Screen = {
    unit: scene.unit,
    quarter: scene.quarter,
    from: null,
    compared: scene.compared,
    blank: scene.blank,
    spotOf: (spots) => placeOf(spots, scene.spot),
    go: null,
    turn: (spots, step) => show(turned(scene, spots, step)),
    toMap: () => show({ spot: null }),
    compare: () => show({ compared: !scene.compared }),
    darken: () => show({ blank: !scene.blank }),
  }
  return { screen, over: false }
}
