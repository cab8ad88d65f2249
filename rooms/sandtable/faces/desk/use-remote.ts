// Driving a big screen from this page: unit and quarter go along by themselves, spots by a press or a clicker's keys. What the
// screen shows is the server's; a clicker at the screen changes it as well, and the desk hears of it.

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnswer } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMe } from '#ground/ui/me.ts'
import { newer } from '../../core/showing.ts'
import type { SceneChange } from '../../core/showing.ts'
import { sandtable } from './sandtable.ts'
import type { Showing } from './sandtable.ts'

const soonMs = 60
const parsed = /^(\d{2,17})\.([0-9a-f-]{36})$/
/** In this window, so that a reload, or coming back from another page, goes on with it. */
const keptAs = 'lx-sandtable-showing'
const notBack = (before: unknown, next: unknown): unknown => (before === undefined ? next : newer(before as Showing, next as Showing))
const showings = { queryKey: ['sandtable', 'showing'] }

export interface Remote {
  /** What is driven now; null when nothing is. */
  readonly showing: Showing | null
  readonly problem: unknown
  begin(): void
  show(change: SceneChange): void
  end(): void
}

/** `code` and `quarter` are what the page shows; without a quarter the running one. */
export function useRemote(code: string, quarter: string | undefined): Remote {
  const { acting } = useMe()
  const queries = useQueryClient()
  const [kept, setKept] = useState(() => sessionStorage.getItem(keptAs))
  const [problem, setProblem] = useState<unknown>(null)
  const found = parsed.exec(kept ?? '')
  const at = found === null ? null : { unit: found[1] ?? '', id: found[2] ?? '' }
  useState(() => queries.setQueryDefaults(showings.queryKey, { structuralSharing: notBack }))
  useLive(['sandtable'], [showings.queryKey], soonMs)
  const asked = useAnswer(sandtable, 'showing', at === null ? null : { params: at })
  const showing = at !== null && asked.data?.live === true ? asked.data : null
  const place = { unit: code, quarter: quarter ?? null }

  const keep = (next: Showing): void => {
    queries.setQueriesData<Showing>(showings, (before) => (before?.id === next.id ? next : before))
  }
  const failed = (error: unknown): void => {
    setProblem(error)
    void queries.invalidateQueries(showings)
  }
  const show = (change: SceneChange): void => {
    if (showing === null || at === null) return
    setProblem(null)
    // Only what changes: a clicker at the screen may turn a spot at the same moment.
    void sandtable.turn({ params: at, body: { scene: change }, key: newKey() }).then(keep, failed)
  }
  const begin = async (): Promise<void> => {
    const unit = acting?.unit
    if (unit === undefined) return
    const id = newKey()
    setProblem(null)
    try {
      const scene = { ...place, spot: null, compared: false, blank: false }
      await sandtable.lead({ params: { unit }, body: { id, scene }, key: newKey() })
      sessionStorage.setItem(keptAs, `${unit}.${id}`)
      setKept(`${unit}.${id}`)
    } catch (error) {
      setProblem(error)
    }
  }
  const end = async (): Promise<void> => {
    if (at === null) return
    setProblem(null)
    try {
      keep(await sandtable.endShowing({ params: at, body: {}, key: newKey() }))
      sessionStorage.removeItem(keptAs)
      setKept(null)
    } catch (error) {
      failed(error)
    }
  }
  const latest = useRef(show)
  useEffect(() => {
    latest.current = show
  })
  // The screen goes where this page goes.
  const behind = showing !== null && (showing.scene.unit !== place.unit || showing.scene.quarter !== place.quarter)
  const goAlong = useCallback(() => latest.current({ unit: code, quarter: quarter ?? null, spot: null, compared: false }), [code, quarter])
  const lead = showing?.id
  useEffect(() => {
    if (lead !== undefined && behind) goAlong()
    // Once for each place: a refusal is shown and not repeated.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `behind` is what the turn itself changes
  }, [lead, goAlong])

  return {
    showing,
    problem,
    begin: () => void begin(),
    show,
    end: () => void end(),
  }
}
