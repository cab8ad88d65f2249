// The sample of the level above: sealed here, entered here by two persons, drawn by the method that stands on the public page.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { download, newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useLive } from '#ground/ui/live.ts'
import { useWords } from '#ground/ui/words.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { exportColumns as fileNames } from '../../core/export-words.ts'
import { CycleChoice } from './cycle-choice.tsx'
import { words as cycleWords } from './cycle-words.ts'
import { stars, useCycle } from './stars.ts'
import type { CycleRow, Sample } from './stars.ts'
import { words } from './words.ts'
import './stars.css'

const marks = { sealed: 'waiting', half: 'attention', drawn: 'done', void: 'late' } as const

function Seal({ cycle }: { readonly cycle: CycleRow }) {
  const text = useWords(words)
  const [sample, setSample] = useState(newKey)
  const [below, setBelow] = useState(cycle.unit)
  const more = useWords(cycleWords)
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const verb = useVerb(stars, 'sealSample', { onDone: () => setSample(newKey()) })
  const run = () => verb.run({ params: { unit: cycle.unit, id: cycle.id }, body: { sample, below, sources: [source], reason } })
  return (
    <ConfirmVerb primary label={text.sampleSeal} title={text.sampleSeal} explain={text.sampleSealExplain} problem={verb.problem} run={run}>
      <Field label={text.unit} required>
        {() => <UnitPicker value={below} onChange={setBelow} />}
      </Field>
      <Field label={text.sampleSource} hint={text.sampleSourceHint} required error={verb.errorAt('body.sources')}>
        {(input) => <Input {...input} maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />}
      </Field>
      <Field label={more.resealReason} hint={more.resealHint} error={verb.errorAt('body.reason')}>
        {(input) => <Input {...input} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </ConfirmVerb>
  )
}

function Enter({ sample }: { readonly sample: Sample }) {
  const text = useWords(words)
  const [values, setValues] = useState<readonly string[]>(sample.sources.map(() => ''))
  const verb = useVerb(stars, 'enterSample')
  const run = () => verb.run({ params: { unit: sample.unit, id: sample.id }, body: { values: [...values] } })
  return (
    <>
      <ConfirmVerb
        primary
        label={text.sampleEnter}
        title={text.sampleEnter}
        explain={text.sampleEnterExplain}
        problem={verb.problem}
        run={run}
      >
        {sample.sources.map((source, index) => (
          // Sources are sealed: they neither move nor change.
          <Field key={index} label={source} required>
            {(input) => (
              <Input
                {...input}
                maxLength={200}
                value={values[index] ?? ''}
                onChange={(event) => setValues(values.map((value, at) => (at === index ? event.target.value : value)))}
              />
            )}
          </Field>
        ))}
      </ConfirmVerb>
      {verb.answer?.differed === true ? <p role="alert">{text.sampleDiffered}</p> : null}
    </>
  )
}

function SamplePanel({ sample, onClose }: { readonly sample: Sample; readonly onClose: () => void }) {
  const text = useWords(words)
  const more = useWords(cycleWords)
  return (
    <SidePanel
      title={text.samplePoolOf(sample.take, sample.pool.length)}
      onClose={onClose}
      actions={sample.state === 'drawn' || sample.state === 'void' ? null : <Enter sample={sample} />}
    >
      <Facts
        items={[
          { label: text.state, value: <StatusTag state={marks[sample.state]}>{text.sampleStates[sample.state]}</StatusTag> },
          ...(sample.voidReason === '' ? [] : [{ label: more.resealReason, value: sample.voidReason }]),
          { label: text.sampleSource, value: sample.sources.join('；') },
          ...sample.selected.map((line, index) => ({ label: `${text.sampleDrawn} ${index + 1}`, value: sample.pool[line - 1] ?? '' })),
          { label: text.sampleOpen, value: <a href={`/stars/samples/${sample.cycle}`}>{`/stars/samples/${sample.cycle.slice(0, 8)}…`}</a> },
        ]}
      />
      <h3>{text.samplePool}</h3>
      <ol>
        {sample.pool.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </SidePanel>
  )
}

export default function SamplePage() {
  const text = useWords(words)
  const files = useListFiles()
  const [address, setAddress] = useAddress()
  const { rows: cycles, chosen, choose } = useCycle()
  useLive(['stars'])
  const asked = useAnswer(stars, 'samples', chosen === undefined ? null : { params: { cycle: chosen.id } })
  const columns: readonly Column<Sample>[] = [
    { key: 'take', title: text.sample, value: (row) => text.samplePoolOf(row.take, row.pool.length), width: 180 },
    {
      key: 'state',
      title: text.state,
      value: (row) => row.state,
      render: (row) => <StatusTag state={marks[row.state]}>{text.sampleStates[row.state]}</StatusTag>,
      width: 220,
    },
    { key: 'sources', title: text.sampleSource, value: (row) => row.sources.join('；'), width: 260 },
  ]
  const open = asked.data?.rows.find((row) => row.id === address['open'])
  const close = (): void => setAddress({ open: null })
  return (
    <PageFrame
      title={text.sample}
      lead={text.sampleLead}
      {...(chosen === undefined
        ? {}
        : {
            exports: files(fileNames.samples, (format) =>
              download(stars, 'exportSamples', { params: { unit: chosen.unit, id: chosen.id }, query: { format } }),
            ),
          })}
      actions={chosen === undefined || chosen.state !== 'open' ? null : <Seal key={chosen.id} cycle={chosen} />}
      panel={open === undefined ? null : <SamplePanel key={open.id} sample={open} onClose={close} />}
    >
      <DataTable
        name="stars.samples"
        caption={text.sampleCaption}
        rows={chosen === undefined && cycles !== undefined ? [] : asked.data?.rows}
        rowKey={(row) => row.id}
        columns={columns}
        search={false}
        controls={<CycleChoice rows={cycles} value={chosen?.id} onChange={choose} />}
        openKey={address['open'] ?? null}
        onOpen={(row) => setAddress({ open: row.id })}
        onClose={close}
        empty={{ title: text.sampleNone, next: <p>{text.sampleNoneNext}</p> }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
