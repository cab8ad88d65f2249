// At the left: what waits, with counts, then what the acting post can do. On a narrow screen it folds into one line.

import { useEffect, useState } from 'react'
import { useLocation } from '@tanstack/react-router'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { useEntries } from './entries.ts'
import { words } from './words.ts'

const wide = '(min-width: 901px)'

function useWide(): boolean {
  const [is, setIs] = useState(() => matchMedia(wide).matches)
  useEffect(() => {
    const query = matchMedia(wide)
    const look = (): void => setIs(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return is
}

export function SideMenu() {
  const text = useWords(words)
  const format = useFormat()
  const { queues } = useMe()
  const entries = useEntries()
  const { pathname } = useLocation()
  const isWide = useWide()
  const isHere = (path: string): boolean => pathname === path || pathname.startsWith(`${path}/`)
  const content = (
    <>
      <h2>{text.queues}</h2>
      {queues.length === 0 ? <p className="lx-quiet">{text.noQueues}</p> : null}
      <ul>
        {queues.map((queue) => (
          <li key={`${queue.room} ${queue.path} ${queue.title}`}>
            <PageLink to={queue.path} className="lx-menu-link">
              <span>{queue.title}</span>
              <b className={queue.count > 0 ? 'lx-count' : 'lx-count lx-count-none'}>{format.count(queue.count)}</b>
            </PageLink>
          </li>
        ))}
      </ul>
      <h2>{text.functions}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.path}>
            <PageLink to={entry.path} className={isHere(entry.path) ? 'lx-menu-link lx-here' : 'lx-menu-link'}>
              {entry.title}
            </PageLink>
          </li>
        ))}
      </ul>
    </>
  )
  return (
    <nav className="lx-side" aria-label={text.menu}>
      {isWide ? (
        content
      ) : (
        <details key={pathname}>
          <summary>{text.menu}</summary>
          {content}
        </details>
      )}
    </nav>
  )
}
