// Until when, both ways: the day, and how many working days that is.

import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import type { HandRow } from './calls.ts'
import { words } from './words.ts'

export function DueLine({ row }: { readonly row: Pick<HandRow, 'alarm' | 'due' | 'left' | 'state' | 'rectifiedOn'> }) {
  const text = useWords(words)
  const { day } = useFormat()
  const { alarm, due, left, state, rectifiedOn } = row
  if (state === 'checking') return <span className="quiet">{rectifiedOn === null ? '' : text.reportedOn(day(rectifiedOn))}</span>
  if (alarm === 'none') return null
  if (due === null) return <span className="quiet">{text.noCalendar}</span>
  const late = alarm.startsWith('late')
  const look = late ? 'late' : alarm === 'warn' ? 'attention' : 'waiting'
  const mark = late ? '■' : alarm === 'warn' ? '▲' : '○'
  return (
    <span className={look}>
      {mark} {late ? text.dueWas(day(due)) : text.dueBy(day(due))}
      {left === null ? '' : `${text.comma}${text.left(left)}`}
    </span>
  )
}
