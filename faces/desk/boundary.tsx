// What stands in place of a page: not there, not allowed, broken, or still coming.

import { Skeleton } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
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
  return (
    <div className="lx-page">
      <ProblemNotice problem={error} retry={reset} />
    </div>
  )
}

export function Coming() {
  return (
    <div className="lx-page" aria-busy="true">
      <Skeleton active paragraph={{ rows: 6 }} />
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
