// What a page of the phone shows before it has anything to show: that one has to sign in, that the post has nothing here, that there
// is no line, or that it is on its way. What lies on the device and what the page is for, the page says.

import type { ReactNode } from 'react'
import { signInAddress } from '../client.ts'
import { useWords } from '../words.ts'
import { words } from './words.ts'

/** Why there is nothing yet. */
export type OutsideReason = 'signed-out' | 'other-role' | 'lost' | 'loading'

/** A card with the way to sign in; what it says is the page's. */
export function SignIn({ hint }: { readonly hint: string }) {
  const text = useWords(words)
  return (
    <div className="card">
      <p>{hint}</p>
      <a className="main-act" href={signInAddress()}>
        {text.signIn}
      </a>
    </div>
  )
}

interface OutsideProps {
  readonly why: OutsideReason
  /** Name of the page, for whoever has no part in it. */
  readonly title: string
  readonly says: { readonly signInHint: string; readonly noLineFirst: string; readonly otherRole?: string | undefined }
  /** Asks the server again. */
  readonly again?: () => void
  readonly children?: ReactNode
}

export function Outside({ why, title, says, again, children }: OutsideProps) {
  const text = useWords(words)
  const heads = { 'signed-out': text.signInFirst, 'other-role': title, lost: text.noLine, loading: text.loading } as const
  return (
    <main className="middle">
      <h1>{heads[why]}</h1>
      {why === 'signed-out' && <SignIn hint={says.signInHint} />}
      {why === 'other-role' && says.otherRole !== undefined && <p>{says.otherRole}</p>}
      {why === 'lost' && <p>{says.noLineFirst}</p>}
      {why === 'lost' && again !== undefined && (
        <button type="button" className="main-act" onClick={again}>
          {text.again}
        </button>
      )}
      {children}
    </main>
  )
}
