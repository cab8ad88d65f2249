// What the desk has at hand while it drives a big screen: the code, what is on, and the keys of a clicker.

import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { typing } from '#ground/ui/typing.ts'
import { useWords } from '#ground/ui/words.ts'
import { placeOf, turned } from '../../core/showing.ts'
import type { SpotRow } from './sandtable.ts'
import type { Remote } from './use-remote.ts'
import { words } from './words.ts'

const steps: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 }

interface RemotePartProps {
  readonly remote: Remote
  /** Of the unit whose card is shown, in their order there. */
  readonly spots: readonly SpotRow[]
}

export function RemotePart({ remote, spots }: RemotePartProps) {
  const text = useWords(words)
  const { showing, show } = remote
  const scene = showing?.scene
  const turn = (step: 1 | -1): void => {
    const next = scene === undefined ? null : turned(scene, spots, step)
    if (next !== null) show(next)
  }
  const press = useRef<(key: string) => boolean>(() => false)
  useEffect(() => {
    press.current = (key) => {
      const step = steps[key]
      if (scene === undefined) return false
      if (step !== undefined) turn(step)
      else if (key === 's') show({ compared: !scene.compared })
      else if (key === 'b' || key === '.') show({ blank: !scene.blank })
      else return false
      return true
    }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (press.current(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  if (showing === null || scene === undefined) return <ProblemNotice problem={remote.problem} />
  const place = placeOf(spots, scene.spot)
  const on = place === null ? undefined : spots[place - 1]
  return (
    <section className="sand-remote" aria-label={text.remote} data-version={showing.version}>
      <ProblemNotice problem={remote.problem} />
      <p>
        {text.code} <strong className="sand-code lx-figures">{`${showing.code.slice(0, 3)} ${showing.code.slice(3)}`}</strong>{' '}
        <span className="lx-quiet">{text.codeHint(`${location.origin}/stage/sandtable`)}</span>
      </p>
      <p>{scene.blank ? text.onBlank : on === undefined ? text.onMap(spots.length) : text.onSpot(on.spot, place ?? 1, spots.length)}</p>
      <div className="sand-remote-acts">
        <Button disabled={scene.spot === null} onClick={() => turn(-1)} aria-keyshortcuts="PageUp">
          {place === 1 ? text.toMap : text.previousSpot}
        </Button>
        <Button type="primary" disabled={turned(scene, spots, 1) === null} onClick={() => turn(1)} aria-keyshortcuts="PageDown">
          {text.nextSpot}
        </Button>
        <Button aria-pressed={scene.compared} disabled={scene.spot === null} onClick={() => show({ compared: !scene.compared })}>
          {scene.compared ? text.besides : text.compare}
        </Button>
        <Button aria-pressed={scene.blank} onClick={() => show({ blank: !scene.blank })}>
          {scene.blank ? text.light : text.darken}
        </Button>
        <Button onClick={remote.end}>{text.endRemote}</Button>
      </div>
      <p className="lx-quiet">{text.remoteKeys}</p>
    </section>
  )
}
