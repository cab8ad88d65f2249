// 路线图、时间表、施工图 of a plan: its tasks along the calendar, scheduled backwards from the day each is due, action by action.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { Gantt, GanttScroll, spanOf } from '#ground/ui/desk/gantt.tsx'
import type { Filling, GanttRow } from '#ground/ui/desk/gantt.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PrintedTable } from '#ground/ui/desk/printed-table.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useWords } from '#ground/ui/words.ts'
import type { Stage } from '#rooms/ledger/core/schedule.ts'
import { stages } from '#rooms/ledger/core/schedule.ts'
import { Button, InputNumber, Radio } from 'antd'
import { columnNames } from '../../core/column-names.ts'
import { stateNames } from '../../core/task.ts'
import { plans } from './plans.ts'
import type { Schedule, Scheduled } from './plans.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const views = ['roadmap', 'timetable', 'works'] as const
const usual = { prepare: 5, check: 5 }
const fillings: Readonly<Record<Stage, Filling>> = { prepare: 'dots', work: 'solid', check: 'stripes' }

const actionsOf = (rows: readonly Scheduled[]): string[] => [...new Set(rows.filter((row) => row.parent === null).map((row) => row.action))]
const nameOf = ({ number, title, subject }: Scheduled): string => `${number} ${title}（${subject.name}）`
const quarterOf = (day: string): string => `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** What is to be said of a task at its day. */
function noteOf(row: Scheduled, text: Words): string {
  if (row.state === 'confirmed') return `● ${row.due} ${text.doneShort}`
  if (row.late) return `■ ${row.due} ${text.late}`
  return row.fits ? row.due : `▲ ${row.due} ${text.tight}`
}

function Timetable({ data }: { readonly data: Schedule }) {
  const text = useWords(words)
  const bar = (row: Scheduled): GanttRow => ({
    id: row.id,
    label: `${row.parent === null ? '' : '　'}${nameOf(row)}`,
    from: data.from,
    to: row.due,
    stretches: row.stretches.map(({ stage, from, to }) => ({ filling: fillings[stage], from, to })),
    note: noteOf(row, text),
    late: row.late,
  })
  const all = data.rows.map(bar)
  const span = spanOf(all, data.asOf)
  const legend = stages.map((stage) => ({ filling: fillings[stage], label: text.stages[stage] }))
  return actionsOf(data.rows).map((action) => (
    <section key={action}>
      <h2>{action}</h2>
      <GanttScroll label={`${action} ${text.scrolls}`}>
        <Gantt
          title={`${text.views.timetable} ${action}`}
          rows={data.rows.filter((row) => row.action === action).map(bar)}
          today={data.asOf}
          todayLabel={text.todayLine(data.asOf)}
          legend={legend}
          span={span}
        />
      </GanttScroll>
    </section>
  ))
}

/** What is due in which quarter, action by action. */
function Roadmap({ rows }: { readonly rows: readonly Scheduled[] }) {
  const text = useWords(words)
  const say = useText()
  const top = rows.filter((row) => row.parent === null)
  const quarters = [...new Set(top.map((row) => quarterOf(row.due)))].toSorted((a, b) => a.localeCompare(b))
  return (
    <PrintedTable
      caption={text.views.roadmap}
      columns={[{ title: say(columnNames.action) }, ...quarters.map((title) => ({ title, share: 2 }))]}
      rows={actionsOf(rows).map((action) => [
        action,
        ...quarters.map((quarter) =>
          top
            .filter((row) => row.action === action && quarterOf(row.due) === quarter)
            .map((row) => `${row.due.slice(5)} ${nameOf(row)}`)
            .join('\n'),
        ),
      ])}
      none={text.emptyTasks}
    />
  )
}

/** What is done when, by whom and how. */
function Works({ rows }: { readonly rows: readonly Scheduled[] }) {
  const text = useWords(words)
  const say = useText()
  const stretch = (row: Scheduled, stage: Stage): string => {
    const one = row.stretches.find((found) => found.stage === stage)
    return one === undefined ? text.noDay : one.from === one.to ? one.from : `${one.from}\n– ${one.to}`
  }
  return (
    <PrintedTable
      caption={text.views.works}
      columns={[
        { title: say(columnNames.title), share: 3 },
        { title: say(columnNames.subject), share: 1.3 },
        { title: say(columnNames.measure), share: 2.4 },
        ...stages.map((stage) => ({ title: text.stages[stage], share: 1.4 })),
        { title: say(columnNames.due), share: 1.3 },
        { title: text.state, share: 1.1 },
      ]}
      rows={rows.map((row) => [
        `${row.number} ${row.title}`,
        row.subject.name,
        row.measure,
        ...stages.map((stage) => stretch(row, stage)),
        row.fits ? row.due : `${row.due}\n▲ ${text.tight}`,
        row.progress.whole > 1 ? text.sum(row.progress.done, row.progress.whole) : say(stateNames[row.state]),
      ])}
      none={text.emptyTasks}
    />
  )
}

export default function SchedulePage() {
  const text = useWords(words)
  const go = useGo()
  const [address, setAddress] = useAddress()
  useLive(['plans'])
  const [unit, id] = (address['plan'] ?? '').split('.')
  const view = views.find((one) => one === address['view']) ?? 'timetable'
  const length = (stage: keyof typeof usual): string => {
    const given = address[stage]
    return given !== undefined && /^\d{1,2}$/.test(given) ? given : String(usual[stage])
  }
  const query = { prepare: length('prepare'), check: length('check') }
  const asked = useAnswer(plans, 'schedule', unit === undefined || id === undefined ? null : { params: { unit, id }, query }, {
    keep: true,
  })
  const { data } = asked
  return (
    <PageFrame
      title={data === undefined ? text.schedule : `${data.title} · ${text.schedule}`}
      lead={text.scheduleLead}
      unit={false}
      period={false}
      actions={
        <>
          <Button onClick={() => go(`/desk/plans?plan=${unit ?? ''}.${id ?? ''}`)}>{text.toPlans}</Button>
          <Button type="primary" disabled={data === undefined} onClick={() => window.print()}>
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
        {(['prepare', 'check'] as const).map((stage) => (
          <label key={stage} className="lx-labelled">
            {text.stageDays(text.stages[stage])}
            <InputNumber
              aria-label={text.stageDays(text.stages[stage])}
              min={0}
              max={90}
              value={Number(length(stage))}
              onChange={(next) => setAddress({ [stage]: String(next ?? 0) })}
            />
          </label>
        ))}
      </div>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {data === undefined ? null : data.rows.length === 0 ? (
        <p className="lx-quiet">{text.emptyTasks}</p>
      ) : view === 'roadmap' ? (
        <Roadmap rows={data.rows} />
      ) : view === 'works' ? (
        <Works rows={data.rows} />
      ) : (
        <Timetable data={data} />
      )}
      {data?.rows.some((row) => row.stretches.length === 0) === true ? <p className="lx-quiet">{text.someNotScheduled}</p> : null}
    </PageFrame>
  )
}
