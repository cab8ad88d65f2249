// The phone starts here.

import { Component, lazy, StrictMode, Suspense } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { useWords } from '#ground/ui/words.ts'
import { prepareOffline } from './offline.ts'
import { pageAt } from './pages.ts'
import { Shell } from './shell.tsx'
import './shell.css'
import './parts.css'
import { words } from './words.ts'

function Coming() {
  return <p className="middle">{useWords(words).coming}</p>
}

function Failed() {
  const text = useWords(words)
  return (
    <main className="middle">
      <h1>{text.failed}</h1>
      <p>{text.failedHint}</p>
      <button type="button" className="main-act" onClick={() => location.reload()}>
        {text.again}
      </button>
    </main>
  )
}

function NoPage() {
  const text = useWords(words)
  return (
    <main className="middle">
      <h1>{text.noPage}</h1>
      <p>{text.noPageHint}</p>
    </main>
  )
}

/** A page that fails says so in its place; what was entered lies in the store. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override render() {
    return this.state.failed ? <Failed /> : this.props.children
  }
}

const page = pageAt(location.pathname)
const Page = page === undefined ? NoPage : lazy(page.load)
const place = document.getElementById('pocket')
if (place === null) throw new Error('no #pocket')
createRoot(place).render(
  <StrictMode>
    <Suspense fallback={<Coming />}>
      <Shell homeward={page?.byLink !== true && page?.path !== '/pocket'}>
        <Boundary>
          <Page />
        </Boundary>
      </Shell>
    </Suspense>
  </StrictMode>,
)
void prepareOffline()
