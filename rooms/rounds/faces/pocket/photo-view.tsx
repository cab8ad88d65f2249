// A picture from the server, or that it is not there yet and a way to look again.

import { useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { words } from './photo-words.ts'

export function PhotoView({ address, alt }: { readonly address: string; readonly alt: string }) {
  const text = useWords(words)
  const [tried, setTried] = useState(0)
  const [missing, setMissing] = useState(false)
  if (missing)
    return (
      <span className="no-picture">
        {text.noPicture}
        <button
          type="button"
          className="plain"
          onClick={() => {
            setTried(tried + 1)
            setMissing(false)
          }}
        >
          {text.lookAgain}
        </button>
      </span>
    )
  return <img src={tried === 0 ? address : `${address}#${tried}`} alt={alt} onError={() => setMissing(true)} />
}
