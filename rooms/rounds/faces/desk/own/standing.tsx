// How a commitment stands in a quarter: what its unit says, and what another person confirmed.

import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import type { Commitment } from '../rounds.ts'
import { words } from './words.ts'

export type Statement = Commitment['states'][number]
export type StandingWord = Statement['stated']

export const standingWords: readonly StandingWord[] = ['kept', 'partly', 'under-way', 'broken']

const marks: Readonly<Record<StandingWord, Status>> = { kept: 'done', partly: 'attention', broken: 'late', 'under-way': 'waiting' }

export const statementOf = (commitment: Commitment, quarter: string): Statement | undefined =>
  commitment.states.find((state) => state.quarter === quarter)

export function Standing({ statement }: { readonly statement: Statement | undefined }) {
  const text = useWords(words)
  if (statement === undefined) return <span className="lx-quiet">{text.notStated}</span>
  const { stated, statedNote, confirmed, confirmedNote } = statement
  return (
    <span className="rounds-standing">
      <span>
        {text.stated(text.standings[stated])} {statedNote === '' ? null : <span className="lx-quiet">{statedNote}</span>}
      </span>
      {confirmed === null ? (
        <StatusTag state="waiting">{text.waiting}</StatusTag>
      ) : (
        <StatusTag state={marks[confirmed]}>{text.confirmed(text.standings[confirmed])}</StatusTag>
      )}
      {confirmedNote === '' ? null : <span className="lx-quiet">{confirmedNote}</span>}
    </span>
  )
}
