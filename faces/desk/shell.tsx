// The frame around every page of the desk. It asks who is signed in first: no page is shown before.

import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useLanguage } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { type Me, meQuestion } from '#ground/ui/me.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { useWords } from '#ground/ui/words.ts'
import { accountPath } from './account.ts'
import { Coming } from './boundary.tsx'
import { SideMenu } from './side-menu.tsx'
import { TitleBar } from './title-bar.tsx'
import { words } from './words.ts'

const queuePatience = 10_000

function OfflineNotice() {
  const text = useWords(words)
  const [online, setOnline] = useState(() => navigator.onLine)
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online ? null : (
    <p className="lx-offline" role="status">
      {text.offline}
    </p>
  )
}

/** Moving to another page puts the focus there, for those who hear the page or use no mouse. */
function useFocusOnMove(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('page')?.focus({ preventScroll: true })
  }, [pathname])
}

function Frame({ me }: { readonly me: Me }) {
  const text = useWords(words)
  const rooms = useMemo(() => [...new Set(['people', ...me.queues.map((queue) => queue.room)])], [me.queues])
  useFocusOnMove()
  useLive(rooms, [['people', 'me']], queuePatience)
  return (
    <>
      <a className="lx-skip" href="#page">
        {text.skip}
      </a>
      <TitleBar />
      <OfflineNotice />
      <div className="lx-floor">
        <SideMenu />
        <main id="page" tabIndex={-1}>
          {me.mustChangePassword ? (
            <p className="lx-notice" role="note">
              {text.mustChangePassword} {accountPath === null ? null : <PageLink to={accountPath}>{text.changePassword}</PageLink>}
            </p>
          ) : null}
          {me.notices.map((notice) => (
            <p className="lx-notice" key={notice} role="note">
              {notice}
            </p>
          ))}
          <Suspense fallback={<Coming />}>
            <Outlet />
          </Suspense>
          <footer className="lx-footer">
            <a href="/feedback">{text.feedback}</a>
            <span>{me.filingNumber === null ? text.filingAbsent : text.filing(me.filingNumber)}</span>
            <span>{text.noSecrets}</span>
          </footer>
        </main>
      </div>
    </>
  )
}

export function Shell() {
  const [language] = useLanguage()
  const me = useQuery(meQuestion(language))
  if (me.data !== undefined) return <Frame me={me.data} />
  // Without a session the client is already on its way to the sign-in page.
  const leaving = me.error instanceof ProblemError && me.error.status === 401
  return me.isError && !leaving ? (
    <main className="lx-alone">
      <ProblemNotice problem={me.error} retry={() => void me.refetch()} />
    </main>
  ) : (
    <Coming />
  )
}
