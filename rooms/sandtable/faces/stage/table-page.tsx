// The sand table before a hall: full screen, dark, driven by a keyboard or a clicker. It shows what the signed-in post may
// see; what is on stands in the address, so it comes back by itself.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { signInAddress, whenSignedOut } from '#ground/ui/client.ts'
import { useWords } from '#ground/ui/words.ts'
import { Pairing } from './pairing.tsx'
import { usePlace } from './place.ts'
import type { Place } from './place.ts'
import { useFollowed, useOwnScreen } from './screen.ts'
import { Table } from './table.tsx'
import './sandtable.css'
import { words } from './words.ts'

const againMs = 2000
/** Where hints come, in case one was lost. */
const checkMs = 60_000

const queries = new QueryClient({
  defaultOptions: { queries: { retry: true, retryDelay: againMs, staleTime: 10_000, refetchInterval: checkMs, networkMode: 'always' } },
})

function SignedOut() {
  const text = useWords(words)
  return (
    <main className="neutral">
      <h1>{text.signIn}</h1>
      <p>{text.signInHint}</p>
      <a className="sand-sign-in" href={signInAddress()}>
        {text.toSignIn}
      </a>
    </main>
  )
}

function Own() {
  return <Table screen={useOwnScreen()} />
}

function Followed({ at }: { readonly at: NonNullable<Place['follow']> }) {
  const text = useWords(words)
  const { screen, over } = useFollowed(at)
  if (screen !== null) return <Table screen={screen} />
  return over ? <Pairing over /> : <main className="neutral">{text.coming}</main>
}

/** Follows a desk, or is driven from here, or asks for a code where nothing says what to show. */
function Stage() {
  const { follow, unit } = usePlace()
  if (follow !== null) return <Followed key={follow.id} at={follow} />
  return unit === '' ? <Pairing over={false} /> : <Own />
}

export default function TablePage() {
  const [signedOut, setSignedOut] = useState(false)
  // Set before the first question is asked: a stage is never led away from what is on without a word.
  useState(() => whenSignedOut(() => setSignedOut(true)))
  if (signedOut) return <SignedOut />
  return (
    <QueryClientProvider client={queries}>
      <Stage />
    </QueryClientProvider>
  )
}
