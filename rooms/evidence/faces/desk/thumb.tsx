// The small view of an item, or what stands in its place. A film says so in words.

import { useWords } from '#ground/ui/words.ts'
import { isFilm, kinds } from '../../core/media.ts'
import { type Row, viewAddress } from './evidence.ts'
import { words } from './words.ts'

export function Thumb({ row }: { readonly row: Row }) {
  const text = useWords(words)
  const film = isFilm(row.media)
  if (row.preview === 'made') {
    const picture = <img className="lx-evidence-thumb" src={viewAddress(row, 'small')} alt="" loading="lazy" />
    if (!film) return picture
    return (
      <span className="lx-evidence-thumb lx-evidence-film">
        {picture}
        <span className="lx-evidence-film-mark">▶ {text.film}</span>
      </span>
    )
  }
  const word = row.preview === 'waiting' ? text.waiting : row.preview === 'failed' ? text.failed : kinds[row.media].ending.toUpperCase()
  return <span className="lx-evidence-thumb lx-evidence-blank">{film ? `▶ ${text.film}` : word}</span>
}
