// Whose phone this is. The last answer is kept, so that the list opens without a line; it goes when the session is over.

import { useCallback, useEffect, useState } from 'react'
import { openKept } from '#ground/sync/kept.ts'
import type { Kept } from '#ground/sync/kept.ts'
import { callByName, whenSignedOut } from '#ground/ui/client.ts'
import { useLanguage } from '#ground/ui/language.ts'
import { patience } from '#ground/ui/patience.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { readMe } from '#ground/ui/read-me.ts'
import type { Me } from '#ground/ui/read-me.ts'

const patienceMs = 20_000
const key = 'me'

let opened: Promise<Kept> | undefined
const kept = (): Promise<Kept> => (opened ??= openKept('lx-home'))

export interface Owner {
  readonly me: Me | null
  /** `lost`: no answer, whatever is shown is from before. */
  readonly standing: 'asking' | 'there' | 'lost' | 'signed-out'
  again(): void
}

/** Who is signed in here. */
export function useOwner(): Owner {
  const [language] = useLanguage()
  const [me, setMe] = useState<Me | null>(null)
  const [standing, setStanding] = useState<Owner['standing']>('asking')

  const ask = useCallback(async (): Promise<void> => {
    try {
      const answer = await callByName('people', 'me', { signal: patience(patienceMs) })
      setMe(readMe(answer, language))
      setStanding('there')
      await (await kept()).set(key, answer)
    } catch (error) {
      const isOver = error instanceof ProblemError && error.status === 401
      setStanding(isOver ? 'signed-out' : 'lost')
      if (!isOver) return
      setMe(null)
      await (await kept()).remove(key)
    }
  }, [language])

  useEffect(() => {
    // Signing in is offered in its place, instead of leaving the page.
    whenSignedOut(() => setStanding('signed-out'))
    const begin = async (): Promise<void> => {
      const before = await (await kept()).get(key)
      if (before !== undefined) setMe((now) => now ?? readMe(before, language))
      await ask()
    }
    const again = (): void => void ask()
    void begin()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [ask, language])

  return { me, standing, again: () => void ask() }
}
