// The big screen starts here.

import { Component, lazy, StrictMode, Suspense } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { useWords } from '#ground/ui/words.ts'
import { Neutral } from './neutral.tsx'
import { pageAt } from './pages.ts'
import { Shell } from './shell.tsx'
import './shell.css'
import { words } from './words.ts'

function Coming() {
  const text = useWords(words)
  return <Neutral title={text.coming} />
}

function NoPage() {
  const text = useWords(words)
  return <Neutral title={text.noPage} hint={text.noPageHint} />
}

const reopenAfterMs = 3000

/** Nobody sits at the screen: a page that fails opens itself again. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override componentDidCatch() {
    setTimeout(() => location.reload(), reopenAfterMs)
  }
  override render() {
    return this.state.failed ? <Coming /> : this.props.children
  }
}

const page = pageAt(location.pathname)
const Page = page === undefined ? NoPage : lazy(page.load)
const place = document.getElementById('stage')
if (place === null) throw new Error('index.html has no #stage')
createRoot(place).render(
  <StrictMode>
    <Suspense fallback={<main className="neutral" />}>
      <Shell>
        <Boundary>
          <Suspense fallback={<Coming />}>
            <Page />
          </Suspense>
        </Boundary>
      </Shell>
    </Suspense>
  </StrictMode>,
)
