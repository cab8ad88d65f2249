// 时间表: a bar an entry, from the day it was assigned to the day it is due, with the three stages scheduled backwards inside it.

import { Gantt as Bars } from '#ground/ui/desk/gantt.tsx'
import type { Filling } from '#ground/ui/desk/gantt.tsx'
import { useWords } from '#ground/ui/words.ts'
import { stages } from '../../core/schedule.ts'
import type { Stage } from '../../core/schedule.ts'
import type { Scheduled } from './ledger.ts'
import { words } from './words.ts'

const fillings: Readonly<Record<Stage, Filling>> = { prepare: 'dots', work: 'solid', check: 'stripes' }

export function Gantt({ rows, today, title }: { readonly rows: readonly Scheduled[]; readonly today: string; readonly title: string }) {
  const text = useWords(words)
  const bars = rows.flatMap(({ id, subject, problem, assignedOn, due, stretches, fits }) => {
    if (due === null) return []
    const late = due < today
    const day = due.slice(5)
    return [
      {
        id,
        late,
        label: `${subject.name} ${problem}`,
        from: assignedOn,
        to: due,
        stretches: stretches.map(({ stage, from, to }) => ({ filling: fillings[stage], from, to })),
        note: late ? `■ ${text.lateSince(day)}` : fits ? day : `▲ ${day} ${text.tight}`,
      },
    ]
  })
  const legend = stages.map((stage) => ({ filling: fillings[stage], label: text.stages[stage] }))
  return <Bars title={title} rows={bars} today={today} todayLabel={text.todayLine(today)} legend={legend} />
}
