// Stars that are held below the unit; warned, ordered to mend, suspended, revoked and restored here, each with its basis.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay, useMe } from '#ground/ui/me.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { certifiable } from '../../core/certificate.ts'
import { exportColumns as fileNames } from '../../core/export-words.ts'
import { honourNames, honourVerbNames, refusesHonour, takenVerbs } from '../../core/honour.ts'
import { DraftBulletin } from './after/draft-bulletin.tsx'
import { FileHonours } from './after/file-honours.tsx'
import { HonourAppeals } from './after/honour-appeals.tsx'
import { HonourRecord, useHonourRecord } from './after/honour-record.tsx'
import { HonourReports } from './after/honour-reports.tsx'
import { words as afterWords } from './after/words.ts'
import { CycleChoice } from './cycle-choice.tsx'
import { keyOf, stars, useCycle } from './stars.ts'
import type { CycleRow, Honour } from './stars.ts'
import { words } from './words.ts'

const marks = { held: 'done', warned: 'attention', mending: 'attention', suspended: 'late', revoked: 'late', ended: 'waiting' } as const

function HonourTag({ row }: { readonly row: Honour }) {
  const say = useText()
  return <StatusTag state={marks[row.state]}>{say(honourNames[row.state])}</StatusTag>
}

function Step({ row, verb }: { readonly row: Honour; readonly verb: (typeof takenVerbs)[number] }) {
  const text = useWords(words)
  const label = useText()(honourVerbNames[verb])
  const step = useVerb(stars, 'honourStep')
  const [basis, setBasis] = useState('')
  const [document, setDocument] = useState('')
  const [due, setDue] = useState('')
  const run = () => step.run({ params: { unit: row.unit, id: row.id }, body: { verb, basis, document, ...(due === '' ? {} : { due }) } })
  return (
    <ConfirmVerb
      danger={verb === 'suspend' || verb === 'revoke'}
      label={label}
      title={label}
      explain={text.basisHint}
      problem={step.problem}
      run={run}
    >
      <Field label={text.basis} required error={step.errorAt('body.basis')}>
        {(input) => (
          <Input.TextArea {...input} rows={3} maxLength={2000} value={basis} onChange={(event) => setBasis(event.target.value)} />
        )}
      </Field>
      <Field label={text.honourDocument} required error={step.errorAt('body.document')}>
        {(input) => <Input {...input} maxLength={80} value={document} onChange={(event) => setDocument(event.target.value)} />}
      </Field>
      {verb === 'order' ? (
        <Field label={text.honourDue} required error={step.errorAt('body.due')}>
          {(input) => <DayInput input={input} value={due} onChange={setDue} />}
        </Field>
      ) : null}
    </ConfirmVerb>
  )
}

/** What the unit held in every year: a star is decided anew each time. */
function Years({ unit }: { readonly unit: string }) {
  const text = useWords(afterWords)
  const asked = useAnswer(stars, 'held', { query: { below: unit } })
  const byYear = [...Map.groupBy(asked.data?.rows ?? [], (one) => one.year)].toSorted(([a], [b]) => b - a)
  if (byYear.length === 0) return null
  return (
    <section>
      <h3>{text.years}</h3>
      <ul className="stars-list">
        {byYear.map(([year, rows]) => (
          <li key={year}>
            <strong>{text.yearOf(year, rows.length)}</strong>
            {rows.map((row) => (
              <p key={row.id}>
                {row.starName} <HonourTag row={row} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function HonourPanel({ row, onClose }: { readonly row: Honour; readonly onClose: () => void }) {
  const text = useWords(words)
  const after = useWords(afterWords)
  const may = useMay()
  const record = useHonourRecord(row)
  const { origin } = window.location
  const open = takenVerbs.filter(
    (verb) => refusesHonour(row.state, null, { verb, on: '2000-01-01', basis: 'x', document: 'x', due: '2000-01-01' }) === null,
  )
  return (
    <SidePanel
      title={`${row.unitName} · ${row.starName}`}
      onClose={onClose}
      actions={
        <>
          {certifiable(row.state) ? (
            <Button onClick={() => void download(stars, 'certificates', { params: { unit: row.unit }, query: { honour: row.id, origin } })}>
              {after.certificate}
            </Button>
          ) : null}
          {record.data?.mayDecide === true ? open.map((verb) => <Step key={verb} row={row} verb={verb} />) : null}
        </>
      }
    >
      <Facts
        items={[
          { label: text.state, value: <HonourTag row={row} /> },
          { label: text.plaque, value: row.plaque.match(/.{1,4}/g)?.join('-') ?? row.plaque },
          { label: text.year, value: row.year },
          { label: text.since, value: row.from },
          ...(row.to === null ? [] : [{ label: text.invalidSince, value: row.to }]),
          { label: text.plaquePage, value: <a href={`/plaque/${row.plaque}`}>{`/plaque/${row.plaque}`}</a> },
          ...(row.due === null ? [] : [{ label: text.due, value: text.until(row.due) }]),
        ]}
      />
      {may('stars.read') ? <HonourRecord row={row} asked={record} /> : null}
      <Years unit={row.unit} />
    </SidePanel>
  )
}

/** Which list of the acting unit each star of a cycle was filed in. */
function useFilings(cycle: CycleRow | undefined) {
  const text = useWords(afterWords)
  const { acting } = useMe()
  const asked = useAnswer(stars, 'filings', cycle === undefined ? null : { params: { cycle: cycle.id } })
  const filed = new Map(
    (asked.data?.rows ?? [])
      .filter((filing) => filing.unit === acting?.unit)
      .flatMap((filing) => filing.honours.map((id) => [id, text.filedAs(filing.number, filing.filedOn)] as const)),
  )
  return (row: Honour): string => (row.cycle === cycle?.id && asked.data !== undefined ? (filed.get(row.id) ?? text.notFiled) : '')
}

const fileThem = (cycle: CycleRow) => (rows: readonly Honour[], clear: () => void) => (
  <FileHonours cycle={cycle} rows={rows} clear={clear} />
)

export default function HonoursPage() {
  const text = useWords(words)
  const after = useWords(afterWords)
  const may = useMay()
  const { acting } = useMe()
  const { rows: cycles, chosen, choose } = useCycle()
  const files = useListFiles()
  const filedAs = useFilings(chosen)
  const { code } = useUnit()
  const [period] = usePeriod()
  const [address, setAddress] = useAddress()
  useLive(['stars'])
  const asked = useAnswer(stars, 'held', code === '' ? null : { query: { below: code, year: period.slice(0, 4) } })
  const decides = may('stars.decide')
  const columns: readonly Column<Honour>[] = [
    { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 160 },
    { key: 'star', title: text.star, value: (row) => row.starName, width: 130 },
    { key: 'state', title: text.state, value: (row) => row.state, render: (row) => <HonourTag row={row} />, width: 130 },
    { key: 'from', title: text.since, value: (row) => row.from, width: 120 },
    { key: 'plaque', title: text.plaque, value: (row) => row.plaque, width: 160 },
    ...(decides ? [{ key: 'filed', title: after.filed, value: filedAs, width: 180 }] : []),
  ]
  const here = asked.data?.rows.find((row) => keyOf(row) === address['open'])
  // A notice or an appeal leads to a star of any year, which the list of this year does not have.
  const elsewhere = asked.data === undefined || here !== undefined ? undefined : address['open']?.split('.')[0]
  const other = useAnswer(stars, 'held', elsewhere === undefined ? null : { query: { below: elsewhere } })
  const open = here ?? other.data?.rows.find((row) => keyOf(row) === address['open'])
  const close = (): void => setAddress({ open: null })
  return (
    <PageFrame
      title={text.honours}
      lead={text.honoursLead}
      actions={<DraftBulletin />}
      {...(code === ''
        ? {}
        : {
            exports: [
              ...files(fileNames.held, (format) =>
                download(stars, 'exportHeld', { params: { unit: code }, query: { format, year: period.slice(0, 4) } }),
              ),
              ...(decides && acting?.unit != null
                ? files(fileNames.honourAppeals, (format) =>
                    download(stars, 'exportHonourAppeals', { params: { unit: acting.unit }, query: { format } }),
                  )
                : []),
              {
                label: after.certificates,
                run: () =>
                  download(stars, 'certificates', {
                    params: { unit: code },
                    query: { year: period.slice(0, 4), origin: window.location.origin },
                  }),
              },
            ],
          })}
      panel={open === undefined ? null : <HonourPanel key={keyOf(open)} row={open} onClose={close} />}
    >
      {decides ? <CycleChoice rows={cycles} value={chosen?.id} onChange={choose} /> : null}
      <DataTable
        name="stars.honours"
        caption={text.honoursCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columns}
        openKey={address['open'] ?? null}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        {...(chosen === undefined || !decides ? {} : { bulk: fileThem(chosen) })}
        empty={{ title: text.honoursEmpty }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.more === true ? <p className="lx-quiet">{text.moreInFile}</p> : null}
      {decides && acting?.unit != null ? <HonourReports unit={acting.unit} onOpen={(key) => setAddress({ open: key })} /> : null}
      {decides && acting?.unit != null ? <HonourAppeals unit={acting.unit} onOpen={(key) => setAddress({ open: key })} /> : null}
    </PageFrame>
  )
}
