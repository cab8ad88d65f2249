// Units below the chosen one, or those found by a word; one of them open beside the list.

import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { levelOf } from '#ground/kernel/code.ts'
import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { readDay } from '#ground/ui/day.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { UnitPanel } from './unit-panel.tsx'
import { useAsOf } from './unit-page-state.ts'
import { units } from './units.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

interface Line {
  readonly code: string
  readonly name: string
  readonly level: number
  readonly kind: 'village' | 'community' | null
  readonly from: string
  readonly below: number | null
  readonly place: string
}

const step = 200

function columnsOf(text: Words, found: boolean): readonly Column<Line>[] {
  return [
    { key: 'name', title: text.name, value: (row) => row.name, width: 220 },
    {
      key: 'code',
      title: text.code,
      value: (row) => row.code,
      render: (row) => <span className="lx-figures">{row.code}</span>,
      width: 140,
    },
    {
      key: 'kind',
      title: text.kind,
      value: (row) => (row.kind === null ? (text.levels[row.level] ?? '') : text.kinds[row.kind]),
      width: 110,
    },
    ...(found
      ? [{ key: 'place', title: text.place, value: (row: Line) => row.place, width: 280 }]
      : [{ key: 'below', title: text.below, value: (row: Line) => row.below, numeric: true, width: 100 }]),
    { key: 'from', title: text.since, value: (row) => row.from, width: 120, hidden: true },
  ]
}

function AsOfField() {
  const text = useWords(words)
  const [day, setDay] = useAsOf()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <span className="lx-labelled">
      {text.asOf}
      <DayInput
        label={text.asOf}
        value={typed ?? day}
        onChange={(next) => {
          const valid = next === '' || readDay(next) !== null
          setTyped(valid ? null : next)
          if (valid) setDay(next)
        }}
      />
    </span>
  )
}

interface LevelChoiceProps {
  readonly below: string
  /** Empty: those directly below. */
  readonly value: string
  readonly onChange: (level: string) => void
}

function LevelChoice({ below, value, onChange }: LevelChoiceProps) {
  const text = useWords(words)
  const levels = [1, 2, 3, 4, 5].filter((each) => each > levelOf(below) + 1)
  if (levels.length === 0) return null
  return (
    <Select
      aria-label={text.show}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: text.direct },
        ...levels.map((each) => ({ value: String(each), label: text.allOfLevel(text.levels[each] ?? '') })),
      ]}
      popupMatchSelectWidth={false}
    />
  )
}

export default function UnitsPage() {
  const text = useWords(words)
  const format = useFormat()
  const may = useMay()
  const go = useGo()
  const { code, name, setUnit } = useUnit()
  const [address, setAddress] = useAddress()
  const [day] = useAsOf()
  const [shown, setShown] = useState({ of: '', limit: step })
  const { q = '', open = null, level = '' } = address
  const everywhere = address['everywhere'] === '1'
  const question = `${code} ${q} ${level}`
  const limit = shown.of === question ? shown.limit : step
  useLive(['units'])
  const list = useAnswer(
    units,
    'children',
    code === '' || q !== '' ? null : { params: { code }, query: { asOf: day, limit, ...(level === '' ? {} : { level: Number(level) }) } },
    { keep: true },
  )
  const found = useAnswer(
    units,
    'search',
    q === '' ? null : { query: { q, asOf: day, limit: Math.min(limit, 200), ...(everywhere || code === '' ? {} : { within: code }) } },
    { keep: true },
  )
  const asked = q === '' ? list : found
  const rows: readonly Line[] | undefined =
    q === ''
      ? list.data?.units.map((unit) => ({ ...unit, place: '' }))
      : found.data?.units.map((unit) => ({ ...unit, below: null, place: unit.path.map((each) => each.name).join(' › ') }))
  const close = (): void => setAddress({ open: null })
  return (
    <PageFrame
      title={text.title}
      lead={text.lead(name, format.day(day))}
      above
      time={<AsOfField />}
      actions={
        <>
          {may('units.change') ? <Button onClick={() => go('/desk/units/transfer')}>{text.transfer}</Button> : null}
          {may('units.import') ? <Button onClick={() => go('/desk/units/import')}>{text.import}</Button> : null}
        </>
      }
      exports={(['xlsx', 'csv'] as const).map((each) => ({
        label: each.toUpperCase(),
        run: () => download(units, 'export', { query: { format: each, asOf: day, ...(code === '' ? {} : { below: code }) } }),
      }))}
      panel={open === null ? null : <UnitPanel key={open} code={open} day={day} onClose={close} onEnter={() => setUnit(open)} />}
    >
      <DataTable
        name="units"
        caption={q === '' ? text.caption : text.foundCaption}
        rows={rows}
        rowKey={(row) => row.code}
        columns={columnsOf(text, q !== '')}
        search="address"
        controls={
          q === '' ? (
            <LevelChoice below={code} value={level} onChange={(next) => setAddress({ level: next === '' ? null : next })} />
          ) : (
            <Checkbox checked={everywhere} onChange={() => setAddress({ everywhere: everywhere ? null : '1' })}>
              {text.findEverywhere}
            </Checkbox>
          )
        }
        openKey={open}
        onOpen={(row) => setAddress({ open: row.code })}
        onClose={close}
        empty={{ title: text.empty, next: text.emptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
        more={
          asked.data == null || asked.data.next === null || (q !== '' && limit >= 200) || limit >= 1000
            ? undefined
            : { load: () => setShown({ of: question, limit: limit + step }), pending: asked.isFetching }
        }
      />
    </PageFrame>
  )
}
