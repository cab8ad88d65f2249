// What stands in place of a page: not there, not allowed, broken, or still coming.

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useLiveState } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { forgetFailures } from './late-page.tsx'
import { words } from './words.ts'

function Notice({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const text = useWords(words)
  useEffect(() => {
    document.title = `${title} · ${text.name}`
  }, [title, text])
  return (
    <div className="lx-page">
      <h1>{title}</h1>
      {children}
      <p>
        <PageLink to="/desk">{text.toHome}</PageLink>
      </p>
    </div>
  )
}

export function NotFound() {
  const text = useWords(words)
  return (
    <Notice title={text.notFoundTitle}>
      <p>{text.notFound}</p>
    </Notice>
  )
}

export function Broken({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { state } = useLiveState()
  const before = useRef(state)
  const again = (): void => {
    forgetFailures()
    reset()
  }
  const onReturn = useEffectEvent(again)
  useEffect(() => {
    if (state === 'open' && before.current === 'lost') onReturn()
    before.current = state
  }, [state])
  useEffect(() => {
    const look = (): void => onReturn()
    window.addEventListener('online', look)
    return () => {
      window.removeEventListener('online', look)
      forgetFailures()
    }
  }, [])
  return (
    <div className="lx-page">
      <ProblemNotice problem={error} retry={again} />
    </div>
  )
}

export function Coming() {
  return (
    <div className="lx-page" aria-busy="true">
      <span className="lx-coming" />
    </div>
  )
}

/** Shows a page only to posts that may open it; the server refuses the rest anyway. */
export function Guard({ permission, children }: { readonly permission: string | undefined; readonly children: ReactNode }) {
  const text = useWords(words)
  const may = useMay()
  if (may(permission)) return children
  return (
    <Notice title={text.notAllowedTitle}>
      <p>{text.notAllowed}</p>
    </Notice>
  )
}
