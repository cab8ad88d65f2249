// A film where it stands: played in ranges from the server. What this browser cannot open is said, with the way out.

import { useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { type Item, playAddress, viewAddress } from './evidence.ts'
import { words } from './words.ts'

export function Film({ item }: { readonly item: Item }) {
  const text = useWords(words)
  const [failed, setFailed] = useState(false)
  if (failed) return <p className="lx-quiet">{item.original ? text.filmUnplayable : text.filmUnplayableHere}</p>
  return (
    // Films of evidence have no captions: whoever puts one in says in words what it shows.
    <video
      className="lx-evidence-large"
      controls
      playsInline
      preload="metadata"
      aria-label={item.shows}
      src={playAddress(item)}
      {...(item.preview === 'made' ? { poster: viewAddress(item, 'large') } : {})}
      onError={() => setFailed(true)}
    />
  )
}
