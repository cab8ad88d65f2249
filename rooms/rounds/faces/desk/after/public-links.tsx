// What everybody can read of the round, once its rules are fixed.

import { useWords } from '#ground/ui/words.ts'
import type { Round } from '../rounds.ts'
import { words } from './words.ts'

export function PublicLinks({ round }: { readonly round: Round }) {
  const text = useWords(words)
  if (round.rulesDigest === null) return null
  const page = `/rounds/${round.unit}/${round.id}`
  return (
    <>
      <a href={page}>{text.publicPage}</a>
      <a href={`${page}/draws`}>{text.publicDraws}</a>
    </>
  )
}
