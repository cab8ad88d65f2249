// The sand table before a hall: full screen, dark, driven by a keyboard or a clicker. It shows what the signed-in post may
// see; what is on stands in the address, so it comes back by itself.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { signInAddress, whenSignedOut } from '#ground/ui/client.ts'
import { useWords } from '#ground/ui/words.ts'
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

export default function TablePage() {
  const [signedOut, setSignedOut] = useState(false)
  // Set before the first question is asked: a stage is never led away from what is on without a word.
  useState(() => whenSignedOut(() => setSignedOut(true)))
  if (signedOut) return <SignedOut />
  return (
    <QueryClientProvider client={queries}>
      <Table />
    </QueryClientProvider>
  )
}
