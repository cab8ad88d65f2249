// What can be publicised, and the objections that came in.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMe } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { useState } from 'react'
import { CycleChoice } from './cycle-choice.tsx'
import { Many } from './many.tsx'
import { ObjectionPanel } from './objection-panel.tsx'
import { keyOf, stars, useCycle } from './stars.ts'
import type { CandidacyRow, CycleRow, ObjectionRow } from './stars.ts'
import { words } from './words.ts'
import './stars.css'

function Publicise({
  cycle,
  rows,
  clear,
}: {
  readonly cycle: CycleRow
  readonly rows: readonly CandidacyRow[]
  readonly clear: () => void
}) {
  const text = useWords(words)
  const [publicity, setPublicity] = useState(newKey)
  const verb = useVerb(stars, 'publicise', {
    onDone: () => {
      setPublicity(newKey())
      clear()
    },
  })
  const candidacies = rows.map(({ unit, id }) => ({ unit, id }))
  const run = () => verb.run({ params: { unit: cycle.unit, id: cycle.id }, body: { publicity, candidacies } })
  return (
    <ConfirmVerb
      primary
      label={text.publicise}
      title={text.publicise}
      explain={text.publiciseExplain(rows.length)}
      problem={verb.problem}
      run={run}
    />
  )
}

function Agreed({ cycle }: { readonly cycle: CycleRow }) {
  const text = useWords(words)
  const { code } = useUnit()
  const asked = useAnswer(stars, 'candidacies', { query: { cycle: cycle.id, state: 'agreed', ...(code === '' ? {} : { below: code }) } })
  const full = useAnswer(stars, 'cycle', { params: { unit: cycle.unit, id: cycle.id } })
  const columns: readonly Column<CandidacyRow>[] = [
    { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 160 },
    {
      key: 'star',
      title: text.star,
      value: (row) => full.data?.stars.find((star) => star.code === row.star)?.name ?? row.star,
      width: 150,
    },
    { key: 'drawn', title: text.drawn, value: (row) => (row.drawn ? text.drawn : ''), width: 120 },
  ]
  const publicise = (rows: readonly CandidacyRow[], clear: () => void) => <Publicise cycle={cycle} rows={rows} clear={clear} />
  return (
    <>
      <h2>{text.agreed}</h2>
      <DataTable
        name="stars.agreed"
        caption={text.agreedCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columns}
        bulk={publicise}
        search={false}
        empty={{ title: text.agreedEmpty }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </>
  )
}

/** What is shown now; a row leads to where it is certified. */
function Shown({ cycle }: { readonly cycle: CycleRow }) {
  const text = useWords(words)
  const go = useGo()
  const { code } = useUnit()
  const below = code === '' ? {} : { below: code }
  const asked = useAnswer(stars, 'candidacies', { query: { cycle: cycle.id, state: 'publicised', ...below } })
  const full = useAnswer(stars, 'cycle', { params: { unit: cycle.unit, id: cycle.id } })
  const done = useAnswer(stars, 'publicities', { query: { unit: cycle.unit } })
  const columns: readonly Column<CandidacyRow>[] = [
    { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 160 },
    {
      key: 'star',
      title: text.star,
      value: (row) => full.data?.stars.find((star) => star.code === row.star)?.name ?? row.star,
      width: 150,
    },
    { key: 'until', title: text.shownUntil, value: (row) => row.publicUntil, width: 140 },
  ]
  const starName = (star: string): string => full.data?.stars.find((one) => one.code === star)?.name ?? star
  const certifyAll = (rows: readonly CandidacyRow[], clear: () => void) => (
    <Many
      label={text.certifyAll}
      explain={text.certifyAllExplain(rows.length)}
      asks={text.document}
      rows={rows}
      take={(row, document) => stars.certify({ params: { unit: row.unit, id: row.id }, body: { document }, key: newKey() })}
      starName={starName}
      clear={clear}
    />
  )
  const records = (done.data?.rows ?? []).filter((one) => one.cycle === cycle.id)
  return (
    <>
      <h2>{text.shownNow}</h2>
      <DataTable
        name="stars.publicised"
        caption={text.shownCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columns}
        search={false}
        bulk={certifyAll}
        onOpen={(row) => go(`/desk/stars/queue?mine=no&open=${keyOf(row)}`)}
        empty={{ title: text.shownEmpty }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {records.length === 0 ? null : (
        <p>
          {text.publicities}{' '}
          {records.map((one) => (
            <a key={one.id} className="stars-link" href={`/stars/publicity/${one.unit}/${one.id}`}>
              {text.publicityOf(one.number, one.from, one.until)}
            </a>
          ))}
        </p>
      )}
    </>
  )
}

export default function PublicityPage() {
  const text = useWords(words)
  const { acting } = useMe()
  const [address, setAddress] = useAddress()
  const { rows, chosen, choose } = useCycle()
  useLive(['stars'])
  const unit = acting?.unit ?? ''
  const asked = useAnswer(stars, 'objections', unit === '' ? null : { params: { unit } })
  const columns: readonly Column<ObjectionRow>[] = [
    { key: 'subject', title: text.unit, value: (row) => row.subjectName, width: 150 },
    { key: 'star', title: text.star, value: (row) => row.starName, width: 120 },
    { key: 'state', title: text.state, value: (row) => text.objectionStates[row.state], width: 100 },
    { key: 'filed', title: text.filedOn, value: (row) => row.filedOn, width: 120 },
    { key: 'text', title: text.objectionText, value: (row) => row.text, width: 320 },
  ]
  const open = asked.data?.rows.find((row) => row.id === address['open'])
  const close = (): void => setAddress({ open: null })
  return (
    <PageFrame
      title={text.publicity}
      lead={text.publicityLead}
      panel={open === undefined ? null : <ObjectionPanel key={open.id} row={open} onClose={close} />}
    >
      <CycleChoice rows={rows} value={chosen?.id} onChange={choose} />
      {chosen === undefined ? null : <Agreed cycle={chosen} />}
      {chosen === undefined ? null : <Shown cycle={chosen} />}
      <h2>{text.objections}</h2>
      <DataTable
        name="stars.objections"
        caption={text.objectionsCaption}
        rows={asked.data?.rows}
        rowKey={(row) => row.id}
        columns={columns}
        search={false}
        openKey={address['open'] ?? null}
        onOpen={(row) => setAddress({ open: row.id })}
        onClose={close}
        empty={{ title: text.objectionsEmpty }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
