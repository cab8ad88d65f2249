// Plans with their tasks, and for a unit below the tasks it has to do, whatever their plan.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { addressOf, download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Status } from '#ground/ui/desk/status-tag.tsx'
import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay, useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Select } from 'antd'
import { columnNames } from '../../core/column-names.ts'
import { stateNames } from '../../core/task.ts'
import { CreatePanel } from './create-panel.tsx'
import { keyOf, plans } from './plans.ts'
import type { Task } from './plans.ts'
import { TaskPanel } from './task-panel.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

type Say = ReturnType<typeof useText>

const marks: Readonly<Record<Task['state'], Status>> = { open: 'waiting', reported: 'attention', confirmed: 'done', dropped: 'waiting' }

function standing(task: Task, text: Words, say: Say) {
  const { whole, done } = task.progress
  if (whole > 1) return <StatusTag state={done === whole ? 'done' : task.late ? 'late' : 'waiting'}>{text.sum(done, whole)}</StatusTag>
  return (
    <StatusTag state={task.late ? 'late' : marks[task.state]}>
      {task.late ? `${say(stateNames[task.state])} · ${text.late}` : say(stateNames[task.state])}
    </StatusTag>
  )
}

const columnsOf = (text: Words, say: Say, mine: boolean): readonly Column<Task>[] => [
  { key: 'title', title: say(columnNames.title), width: 280, value: (row) => `${row.number} ${row.title}` },
  {
    key: 'state',
    title: text.progress,
    width: 130,
    value: (row) => (row.progress.whole === 0 ? null : row.progress.done / row.progress.whole),
    render: (row) => standing(row, text, say),
  },
  { key: 'due', title: say(columnNames.due), width: 120, value: (row) => row.due },
  { key: 'subject', title: say(columnNames.subject), width: 130, value: (row) => row.subject.name },
  ...(mine ? [{ key: 'plan', title: text.plan, width: 180, value: (row: Task) => row.planTitle }] : []),
  { key: 'action', title: say(columnNames.action), width: 180, value: (row) => row.action },
  { key: 'beginBy', title: say(columnNames.beginBy), width: 120, value: (row) => row.beginBy, render: (row) => row.beginBy ?? text.noDay },
]

const filtersOf = (text: Words, say: Say, mine: string | null): readonly Filter<Task>[] => [
  // Of one's own tasks of all plans: what is to be done here, and what others do for it.
  ...(mine === null
    ? []
    : [
        {
          key: 'side',
          title: text.side,
          choices: [
            { value: 'doing', label: text.sides.doing },
            { value: 'handed-out', label: text.sides.handedOut },
          ],
          test: (row: Task, value: string) => (value === 'doing' ? row.subject.code : row.owner.code) === mine,
        },
      ]),
  {
    key: 'state',
    title: text.state,
    choices: Object.entries(stateNames).map(([value, name]) => ({ value, label: say(name) })),
    test: (row, value) => row.progress.whole <= 1 && row.state === value,
  },
]

export default function PlansPage() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const { acting } = useMe()
  const go = useGo()
  const [address, setAddress] = useAddress()
  useLive(['plans'])
  const list = useAnswer(plans, 'list')
  const chosen =
    list.data?.rows.find((plan) => keyOf(plan) === address['plan']) ?? (address['plan'] === 'mine' ? undefined : list.data?.rows[0])
  const plan = useAnswer(plans, 'get', chosen === undefined ? null : { params: { unit: chosen.unit, id: chosen.id } })
  const mine = useAnswer(plans, 'mine', chosen === undefined ? {} : null)
  const tasks = chosen === undefined ? mine.data?.rows : plan.data?.tasks
  const open = address['open'] ?? null
  const task = tasks?.find((one) => keyOf(one) === open)
  const close = (): void => setAddress({ open: null })
  const file = (format: 'xlsx' | 'csv') =>
    chosen === undefined
      ? Promise.resolve()
      : download(plans, 'export', { params: { unit: chosen.unit, id: chosen.id }, query: { format } })
  const panel =
    open === 'create' ? (
      <CreatePanel onClose={close} onDone={(made) => setAddress({ open: null, plan: keyOf(made) })} />
    ) : task === undefined ? null : (
      <TaskPanel key={open} task={task} onClose={close} />
    )
  const progress = chosen === undefined ? undefined : plan.data?.progress
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      unit={false}
      period={false}
      actions={
        <>
          {chosen === undefined ? null : (
            <Button onClick={() => go(`/desk/plans/schedule?plan=${keyOf(chosen)}`)}>{text.toSchedule}</Button>
          )}
          {may('plans.convene') ? (
            <>
              {chosen === undefined ? null : (
                <UploadTable
                  label={text.import}
                  title={text.import}
                  accept=".xlsx,.csv"
                  counts={text.importCounts}
                  template={addressOf(plans, 'template', { query: { format: 'xlsx' } })}
                  run={(sheet, { dryRun, onProgress }) =>
                    plans.import({ params: { unit: chosen.unit, id: chosen.id }, file: sheet, body: { dryRun }, onProgress })
                  }
                  onDone={() => void plan.refetch()}
                />
              )}
              <Button type="primary" onClick={() => setAddress({ open: 'create' })}>
                {text.create}
              </Button>
            </>
          ) : null}
        </>
      }
      {...(chosen === undefined
        ? {}
        : {
            exports: [
              { label: 'XLSX', run: () => file('xlsx') },
              { label: 'CSV', run: () => file('csv') },
            ],
          })}
      panel={panel}
    >
      <div className="lx-scope">
        <Select
          aria-label={text.plan}
          style={{ minWidth: '18rem' }}
          value={chosen === undefined ? 'mine' : keyOf(chosen)}
          options={[
            ...(list.data?.rows ?? []).map((one) => ({ value: keyOf(one), label: `${one.title} · ${one.owner}` })),
            { value: 'mine', label: text.mine },
          ]}
          onChange={(next: string) => setAddress({ plan: next, open: null })}
        />
        {progress === undefined ? null : (
          <span className="lx-quiet">{text.whole(progress.done, progress.whole, progress.reported, progress.late)}</span>
        )}
      </div>
      <DataTable
        name="plans"
        caption={text.caption}
        rows={tasks}
        rowKey={keyOf}
        columns={columnsOf(text, say, chosen === undefined)}
        filters={filtersOf(text, say, chosen === undefined ? (acting?.unit ?? null) : null)}
        openKey={open}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={
          chosen === undefined ? { title: text.emptyMine, next: text.emptyMineNext } : { title: text.emptyTasks, next: text.emptyTasksNext }
        }
        problem={plan.error ?? mine.error ?? list.error}
        retry={() => void (chosen === undefined ? mine.refetch() : plan.refetch())}
      />
    </PageFrame>
  )
}
