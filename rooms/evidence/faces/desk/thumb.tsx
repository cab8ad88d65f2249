// The small view of an item, or what stands in its place.

import { useWords } from '#ground/ui/words.ts'
import { kinds } from '../../core/media.ts'
import { type Row, viewAddress } from './evidence.ts'
import { words } from './words.ts'

export function Thumb({ row }: { readonly row: Row }) {
  const text = useWords(words)
  if (row.preview === 'made') return <img className="lx-evidence-thumb" src={viewAddress(row, 'small')} alt="" loading="lazy" />
  const word = row.preview === 'waiting' ? text.waiting : row.preview === 'failed' ? text.failed : kinds[row.media].ending.toUpperCase()
  return <span className="lx-evidence-thumb lx-evidence-blank">{word}</span>
}
