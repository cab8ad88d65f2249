// 路线图、时间表、施工图: open entries along the calendar, scheduled backwards from the day each is due.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { GanttScroll } from '#ground/ui/desk/gantt.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PrintedTable } from '#ground/ui/desk/printed-table.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useLive } from '#ground/ui/live.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, InputNumber, Radio } from 'antd'
import { stages } from '../../core/schedule.ts'
import { Gantt } from './gantt.tsx'
import { ledger } from './ledger.ts'
import type { Scheduled } from './ledger.ts'
import { words } from './words.ts'

const views = ['roadmap', 'timetable', 'works'] as const
const usual = { prepare: 2, work: 5, check: 1 }

/** What is due in which month, unit by unit. */
function Roadmap({ rows }: { readonly rows: readonly Scheduled[] }) {
  const text = useWords(words)
  const months = [...new Set(rows.flatMap((row) => row.due?.slice(0, 7) ?? []))].toSorted((a, b) => a.localeCompare(b))
  const units = [...new Map(rows.map((row) => [row.subject.code, row.subject.name]))].toSorted(([a], [b]) => a.localeCompare(b))
  return (
    <PrintedTable
      caption={text.views.roadmap}
      columns={[{ title: text.subject }, ...months.map((month) => ({ title: month, share: 2 }))]}
      rows={units.map(([code, name]) => [
        name,
        ...months.map((month) =>
          rows
            .filter((row) => row.subject.code === code && row.due?.startsWith(month) === true)
            .map((row) => `${row.due?.slice(5) ?? ''} ${row.problem}`)
            .join('\n'),
        ),
      ])}
      none={text.none}
    />
  )
}

/** What is done when and by whom. */
function Works({ rows }: { readonly rows: readonly Scheduled[] }) {
  const text = useWords(words)
  const span = (row: Scheduled, stage: (typeof stages)[number]): string => {
    const one = row.stretches.find((stretch) => stretch.stage === stage)
    return one === undefined ? text.noDue : one.from === one.to ? one.from.slice(5) : `${one.from.slice(5)} – ${one.to.slice(5)}`
  }
  return (
    <PrintedTable
      caption={text.views.works}
      columns={[
        { title: text.serial, share: 0.6 },
        { title: text.problem, share: 3 },
        { title: text.subject, share: 1.2 },
        { title: text.measure, share: 3 },
        { title: text.responsible, share: 1.3 },
        ...stages.map((stage) => ({ title: text.stages[stage], share: 1.3 })),
        { title: text.due, share: 1.2 },
      ]}
      rows={rows.map((row, index) => [
        index + 1,
        row.problem,
        row.subject.name,
        row.measure,
        row.responsible,
        ...stages.map((stage) => span(row, stage)),
        row.fits ? (row.due ?? text.noDue) : `${row.due ?? text.noDue}\n▲ ${text.tight}`,
      ])}
      none={text.none}
    />
  )
}

export default function SchedulePage() {
  const text = useWords(words)
  const go = useGo()
  const [address, setAddress] = useAddress()
  const { code } = useUnit()
  useLive(['ledger'])
  const view = views.find((one) => one === address['view']) ?? 'timetable'
  const length = (stage: (typeof stages)[number]): number => Number(address[stage] ?? usual[stage])
  const lengths = Object.fromEntries(stages.map((stage) => [stage, String(length(stage))]))
  const kind = address['kind']
  const query = { ...lengths, ...(code === '' ? {} : { below: code }), ...(kind === undefined ? {} : { kind }) }
  const asked = useAnswer(ledger, 'schedule', { query }, { keep: true })
  const rows = asked.data?.rows
  return (
    <PageFrame
      title={text.schedule}
      lead={text.scheduleLead}
      period={false}
      actions={
        <>
          <Button onClick={() => go('/desk/ledger')}>{text.toList}</Button>
          <Button type="primary" disabled={rows === undefined} onClick={() => window.print()}>
            {text.print}
          </Button>
        </>
      }
    >
      <div className="lx-scope">
        <Radio.Group
          aria-label={text.schedule}
          optionType="button"
          value={view}
          options={views.map((value) => ({ value, label: text.views[value] }))}
          onChange={(event) => setAddress({ view: String(event.target.value) })}
        />
        {stages.map((stage) => (
          <label key={stage} className="lx-labelled">
            {text.stageDays(text.stages[stage])}
            <InputNumber
              aria-label={text.stageDays(text.stages[stage])}
              min={0}
              max={90}
              value={length(stage)}
              onChange={(next) => setAddress({ [stage]: String(next ?? 0) })}
            />
          </label>
        ))}
      </div>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {rows === undefined ? null : rows.length === 0 ? (
        <p className="lx-quiet">{text.scheduleEmpty}</p>
      ) : view === 'roadmap' ? (
        <Roadmap rows={rows} />
      ) : view === 'works' ? (
        <Works rows={rows} />
      ) : (
        <GanttScroll label={text.scrolls}>
          <Gantt rows={rows} today={asked.data?.asOf ?? ''} title={text.views.timetable} />
        </GanttScroll>
      )}
      {rows?.some((row) => row.due === null) === true ? <p className="lx-quiet">{text.someWithoutDay}</p> : null}
      {asked.data?.more === true ? <p className="lx-quiet">{text.scheduleMore}</p> : null}
    </PageFrame>
  )
}
