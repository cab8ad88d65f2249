// Before the stage follows a desk: the code that the desk shows is typed here, once; and what stands here when the desk is done.

import { useState } from 'react'
import type { FormEvent } from 'react'
import { ProblemError } from '#ground/ui/problem.ts'
import { useWords } from '#ground/ui/words.ts'
import { follow } from './place.ts'
import { sandtable } from './sandtable.ts'
import { words } from './words.ts'

const digits = 6

export function Pairing({ over }: { readonly over: boolean }) {
  const text = useWords(words)
  const [code, setCode] = useState('')
  const [said, setSaid] = useState('')
  const pair = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSaid('')
    try {
      follow(await sandtable.paired({ query: { code } }))
    } catch (error) {
      setSaid(error instanceof ProblemError ? error.detail : text.noLine)
    }
  }
  return (
    <main className="neutral sand-pairing">
      <h1>{over ? text.over : text.pairing}</h1>
      <p>{over ? text.overHint : text.pairingHint}</p>
      <form onSubmit={(event) => void pair(event)}>
        <label>
          {text.code}
          <input
            // The only thing on this screen; a hall's computer has its keyboard here.
            autoFocus
            inputMode="numeric"
            autoComplete="off"
            maxLength={digits}
            value={code}
            onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
          />
        </label>
        <button type="submit" disabled={code.length < digits}>
          {text.pair}
        </button>
      </form>
      <p role="alert">{said}</p>
    </main>
  )
}
