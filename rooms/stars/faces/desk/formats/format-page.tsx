// Setting a report format: the file, and its columns one below the other; kept as typed until it is saved.

import { useAddress, useGo, usePageParams } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { FormPage } from '#ground/ui/desk/form-page.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Select } from 'antd'
import { dateStyles, reportFields, reportLists } from '../../../core/report-format.ts'
import type { DateStyle, ReportFormat, ReportList } from '../../../core/report-format.ts'
import { stars } from '../stars.ts'
import { ColumnFields } from './column-fields.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'
import './formats.css'

type Typed = ReportFormat & { readonly version: number }

const columnsOf = (list: ReportList, text: Words) =>
  reportFields[list].map((field) => ({ header: text.fields[field] ?? field, field, constant: '', values: [], otherwise: null }))

function Editor({ unit, id, initial }: { readonly unit: string; readonly id: string; readonly initial: Typed }) {
  const text = useWords(words)
  const go = useGo()
  const draft = useDraft(`stars.format.${id}.${initial.version}`, initial)
  const typed = draft.value
  const keep = useVerb(stars, 'keepFormat', {
    onDone: () => {
      draft.clear()
      go(`/desk/stars/formats?open=${unit}.${id}`)
    },
  })
  const send = (): void => {
    const { version, name, system, list, file, sheet, dates, columns } = typed
    const body = {
      version,
      name,
      system,
      list,
      file,
      sheet,
      dates,
      columns: columns.map((column) => ({ ...column, values: column.values.map((one) => ({ ...one })) })),
    }
    void keep.run({ params: { unit, id }, body })
  }
  const choice = <K extends string>(names: Readonly<Record<K, string>>, values: readonly K[]) =>
    values.map((value) => ({ value, label: names[value] }))
  const basics = (
    <>
      <Field label={text.name} required error={keep.errorAt('body.name')}>
        {(input) => <Input {...input} maxLength={100} value={typed.name} onChange={(event) => draft.set({ name: event.target.value })} />}
      </Field>
      <Field label={text.system} error={keep.errorAt('body.system')}>
        {(input) => (
          <Input {...input} maxLength={100} value={typed.system} onChange={(event) => draft.set({ system: event.target.value })} />
        )}
      </Field>
      <Field label={text.list} required>
        {(input) => (
          <Select
            {...input}
            value={typed.list}
            options={choice(text.lists, reportLists)}
            onChange={(list: ReportList) => draft.set({ list, columns: columnsOf(list, text) })}
          />
        )}
      </Field>
      <Field label={text.file} required>
        {(input) => (
          <Select
            {...input}
            value={typed.file}
            options={[
              { value: 'xlsx', label: 'XLSX' },
              { value: 'csv', label: 'CSV' },
            ]}
            onChange={(file: 'xlsx' | 'csv') => draft.set({ file })}
          />
        )}
      </Field>
      <Field label={text.sheet} required error={keep.errorAt('body.sheet')}>
        {(input) => <Input {...input} maxLength={31} value={typed.sheet} onChange={(event) => draft.set({ sheet: event.target.value })} />}
      </Field>
      <Field label={text.dates} required>
        {(input) => (
          <Select
            {...input}
            value={typed.dates}
            options={choice(text.dateStyles, dateStyles)}
            onChange={(dates: DateStyle) => draft.set({ dates })}
          />
        )}
      </Field>
    </>
  )
  const whole = typed.name.trim() !== '' && typed.sheet.trim() !== ''
  const named = typed.columns.length > 0 && typed.columns.every((column) => column.header.trim() !== '')
  return (
    <FormPage
      sections={[
        { key: 'file', title: text.basics, done: whole, children: basics },
        {
          key: 'columns',
          title: text.columnList,
          done: named,
          children: <ColumnFields list={typed.list} columns={typed.columns} onChange={(columns) => draft.set({ columns })} />,
        },
      ]}
      draft={draft}
      problem={keep.problem}
      submit={{ label: text.save, run: send, pending: keep.pending, disabled: !whole || !named }}
      secondary={<Button onClick={() => go('/desk/stars/formats')}>{text.back}</Button>}
    />
  )
}

export default function FormatPage() {
  const text = useWords(words)
  const { unit = '', id = '' } = usePageParams()
  const [address] = useAddress()
  const from = address['from']
  const asked = useAnswer(stars, 'formats', { query: { for: unit } })
  const samples = useAnswer(stars, 'sampleFormats', from === undefined ? null : { query: {} })
  const there = asked.data?.rows.find((row) => row.id === id)
  const sample = samples.data?.rows.find((row) => row.id === from)
  const blank: Typed = {
    version: 0,
    name: '',
    system: '',
    list: 'candidacies',
    file: 'xlsx',
    sheet: text.lists.candidacies,
    dates: 'dash',
    columns: columnsOf('candidacies', text),
  }
  const known = asked.data !== undefined && (from === undefined || samples.data !== undefined)
  const initial: Typed | undefined = there ?? (sample === undefined ? (from === undefined ? undefined : blank) : { ...sample, version: 0 })
  return (
    <PageFrame title={text.editTitle} lead={text.editLead}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {!known ? null : initial === undefined ? (
        <EmptyState title={text.none} />
      ) : (
        <Editor key={`${id}.${initial.version}`} unit={unit} id={id} initial={initial} />
      )}
    </PageFrame>
  )
}
