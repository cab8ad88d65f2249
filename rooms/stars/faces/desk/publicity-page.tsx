// What can be publicised, and the objections that came in.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { download, newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import type { ExportChoice } from '#ground/ui/desk/export-menu.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMe } from '#ground/ui/me.ts'
import { useText } from '#ground/ui/language.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { useState } from 'react'
import { deciderNames, isDeciderLevel } from '../../core/cycle.ts'
import { exportColumns as fileNames } from '../../core/export-words.ts'
import { DraftBulletin } from './after/draft-bulletin.tsx'
import { CertifyList } from './certify-list.tsx'
import { CycleChoice } from './cycle-choice.tsx'
import { words as cycleWords } from './cycle-words.ts'
import { ForeseenMark, useForeseen } from './foreseen.tsx'
import { ObjectionPanel } from './objection-panel.tsx'
import { keyOf, longListMs, stars, useCycle } from './stars.ts'
import type { CandidacyRow, Cycle, CycleRow, ObjectionRow, Publicity } from './stars.ts'
import { words } from './words.ts'
import './stars.css'

/** As many as one list of a county has: all of it is looked at, publicised and certified together. */
const take = 2000

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

/** Whether the acting post belongs to the level that publicises and certifies in a cycle. */
function useDecides(cycle: Cycle | undefined): boolean {
  const { acting } = useMe()
  return cycle !== undefined && acting?.unit != null && isDeciderLevel(cycle.parameters, acting.unit)
}

/** Says who publicises and certifies where the acting post does not. */
function Elsewhere({ cycle }: { readonly cycle: CycleRow }) {
  const text = useWords(words)
  const say = useText()
  const full = useAnswer(stars, 'cycle', { params: { unit: cycle.unit, id: cycle.id } })
  const decides = useDecides(full.data)
  const by = full.data?.parameters.decidedBy ?? null
  return decides || by === null ? null : <p className="lx-quiet">{text.decidedElsewhere(say(deciderNames[by]))}</p>
}

function Agreed({ cycle }: { readonly cycle: CycleRow }) {
  const text = useWords(words)
  const more = useWords(cycleWords)
  const { code } = useUnit()
  const foreseen = useForeseen(cycle, 'agreed', code)
  const asked = useAnswer(stars, 'candidacies', {
    query: { cycle: cycle.id, state: 'agreed', take, ...(code === '' ? {} : { below: code }) },
  })
  const full = useAnswer(stars, 'cycle', { params: { unit: cycle.unit, id: cycle.id } })
  const decides = useDecides(full.data)
  const columns: readonly Column<CandidacyRow>[] = [
    { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 160 },
    {
      key: 'star',
      title: text.star,
      value: (row) => full.data?.stars.find((star) => star.code === row.star)?.name ?? row.star,
      width: 150,
    },
    { key: 'drawn', title: text.drawn, value: (row) => (row.drawn ? text.drawn : ''), width: 120 },
    {
      key: 'foreseen',
      title: more.foreseen,
      value: (row) => foreseen.get(keyOf(row))?.hindrances.join('；') ?? '',
      render: (row) => <ForeseenMark of={foreseen.get(keyOf(row))} />,
      width: 260,
    },
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
        {...(decides ? { bulk: publicise } : {})}
        search={false}
        empty={{ title: text.agreedEmpty }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.next == null ? null : <p className="lx-quiet">{text.more}</p>}
    </>
  )
}

/** What is shown now; a row leads to where it is certified. */
function Shown({ cycle }: { readonly cycle: CycleRow }) {
  const text = useWords(words)
  const go = useGo()
  const { code } = useUnit()
  const below = code === '' ? {} : { below: code }
  const asked = useAnswer(stars, 'candidacies', { query: { cycle: cycle.id, state: 'publicised', take, ...below } })
  const full = useAnswer(stars, 'cycle', { params: { unit: cycle.unit, id: cycle.id } })
  const decides = useDecides(full.data)
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
    <CertifyList cycle={cycle} rows={rows} starName={starName} clear={clear} />
  )
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
        {...(decides ? { bulk: certifyAll } : {})}
        onOpen={(row) => go(`/desk/stars/queue?mine=no&open=${keyOf(row)}`)}
        empty={{ title: text.shownEmpty }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.next == null ? null : <p className="lx-quiet">{text.more}</p>}
    </>
  )
}

/** Every publicity of the cycle; a row leads to what anybody reads. */
function Records({ cycle }: { readonly cycle: CycleRow }) {
  const text = useWords(words)
  const asked = useAnswer(stars, 'publicities', { query: { cycle: cycle.id } })
  const columns: readonly Column<Publicity>[] = [
    {
      key: 'number',
      title: text.publicNumber,
      value: (row) => row.number,
      render: (row) => (
        <a className="stars-link" href={`/stars/publicity/${row.unit}/${row.id}`}>
          {text.publicityOf(row.number, row.from, row.until)}
        </a>
      ),
      width: 300,
    },
    { key: 'unit', title: text.publicBy, value: (row) => row.unitName, width: 140 },
    {
      key: 'open',
      title: text.state,
      value: (row) => Number(!row.open),
      render: (row) => <StatusTag state={row.open ? 'attention' : 'done'}>{row.open ? text.publicOpen : text.publicOver}</StatusTag>,
      width: 120,
    },
    { key: 'stars', title: text.publicStars, value: (row) => row.lines.length, numeric: true, width: 90 },
  ]
  return (
    <>
      <h2>{text.publicities}</h2>
      <DataTable
        name="stars.publicities"
        caption={text.publicities}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columns}
        search={false}
        empty={{ title: text.publicitiesEmpty }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </>
  )
}

/** What goes out of this page: what waits to be publicised, what was, and the objections of the acting unit. */
function useExports(cycle: CycleRow | undefined, unit: string, below: string): ExportChoice[] {
  const files = useListFiles()
  const params = cycle === undefined ? null : { unit: cycle.unit, id: cycle.id }
  const here = below === '' ? {} : { below }
  return [
    ...(params === null
      ? []
      : [
          ...files(fileNames.agreed, (format) =>
            download(stars, 'exportCandidacies', { params, query: { format, state: 'agreed', ...here } }),
          ),
          ...files(fileNames.publicities, (format) => download(stars, 'exportPublicities', { params, query: { format } })),
        ]),
    ...(unit === ''
      ? []
      : files(fileNames.objections, (format) => download(stars, 'exportObjections', { params: { unit }, query: { format } }))),
  ]
}

export default function PublicityPage() {
  const text = useWords(words)
  const { acting } = useMe()
  const [address, setAddress] = useAddress()
  const { rows, chosen, choose } = useCycle()
  useLive(['stars'], undefined, longListMs)
  const { code } = useUnit()
  const unit = acting?.unit ?? ''
  const exports = useExports(chosen, unit, code)
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
      actions={<DraftBulletin />}
      exports={exports}
      panel={open === undefined ? null : <ObjectionPanel key={open.id} row={open} onClose={close} />}
    >
      <CycleChoice rows={rows} value={chosen?.id} onChange={choose} />
      {chosen === undefined ? null : <Elsewhere cycle={chosen} />}
      {chosen === undefined ? null : <Agreed cycle={chosen} />}
      {chosen === undefined ? null : <Shown cycle={chosen} />}
      {chosen === undefined ? null : <Records cycle={chosen} />}
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
      {asked.data?.more === true ? <p className="lx-quiet">{text.moreInFile}</p> : null}
    </PageFrame>
  )
}
