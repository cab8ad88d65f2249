// One edition, star by star: when the star holds, its bottom lines and criteria with what their rules mean, and what townships add.

import { Radio } from 'antd'
import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useLanguage } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useWords } from '#ground/ui/words.ts'
import { listWords } from '../../core/list-words.ts'
import { meaningOfStar } from '../../core/rule-words.ts'
import { Additions } from './additions.tsx'
import { LinePanel } from './line-panel.tsx'
import { type EditionRecord, type Line, linesOf, named, type Star, standards, useShown } from './standards.ts'
import { StateTag } from './state-tag.tsx'
import { TryOut } from './try-out.tsx'
import './standards.css'
import { words } from './words.ts'
import type { Words } from './zh.ts'

function columnsOf(text: Words): readonly Column<Line>[] {
  return [
    { key: 'id', title: text.id, value: (line) => line.id, width: 110 },
    { key: 'kind', title: text.kind, value: (line) => text.kinds[line.kind], width: 90 },
    { key: 'text', title: text.text, value: (line) => line.text, width: 280 },
    { key: 'meaning', title: text.meaning, value: (line) => line.meaning, width: 340 },
    { key: 'required', title: text.required, value: (line) => (line.required ? text.yes : text.notRequired), width: 80 },
    { key: 'task', title: text.task, value: (line) => line.task, width: 150 },
    { key: 'role', title: text.role, value: (line) => line.criterion?.role ?? '', width: 120 },
    {
      key: 'deadline',
      title: text.deadline,
      value: (line) => line.criterion?.deadline ?? null,
      render: (line) => (line.criterion?.deadline == null ? text.none : text.byDeadline(line.criterion.deadline)),
      width: 110,
    },
  ]
}

function StarHead({ record, star }: { readonly record: EditionRecord; readonly star: Star }) {
  const text = useWords(words)
  const [language] = useLanguage()
  return (
    <section className="standards-box" aria-label={named(star, language)}>
      <h2>{named(star, language)}</h2>
      <p className="standards-meta">
        <span>{text.scopes[star.scope]}</span>
        {star.lead === '' ? null : <span>{text.leadBy(star.lead)}</span>}
        {star.taskForce === '' ? null : <span>{text.taskForceIs(star.taskForce)}</span>}
      </p>
      <p>
        <strong>{text.holds}</strong> {meaningOfStar(star, record.pack, language)}
      </p>
    </section>
  )
}

function Edition({ record }: { readonly record: EditionRecord }) {
  const text = useWords(words)
  const [language] = useLanguage()
  const [address, setAddress] = useAddress()
  const star = record.pack.stars.find(({ code }) => code === address['star']) ?? record.pack.stars[0]
  if (star === undefined) return null
  const lines = linesOf(record.pack, star, language)
  const open = address['open'] ?? null
  return (
    <>
      <Radio.Group
        aria-label={text.star}
        optionType="button"
        buttonStyle="solid"
        value={star.code}
        options={record.pack.stars.map((one) => ({ value: one.code, label: named(one, language) }))}
        onChange={(event) => setAddress({ star: String(event.target.value), open: null })}
      />
      <StarHead record={record} star={star} />
      <DataTable
        name="standards-lines"
        caption={text.lines}
        rows={lines}
        rowKey={(line) => line.key}
        columns={columnsOf(text)}
        filters={[
          {
            key: 'kind',
            title: text.kind,
            choices: Object.entries(text.kinds).map(([value, label]) => ({ value, label })),
            test: (line, value) => line.kind === value,
          },
        ]}
        openKey={open}
        onOpen={(line) => setAddress({ open: line.key })}
        onClose={() => setAddress({ open: null })}
        empty={{ title: text.none }}
      />
      <TryOut record={record} star={star} />
      <Additions record={record} star={star} />
    </>
  )
}

export default function EditionPage() {
  const files = useListFiles()
  const text = useWords(words)
  const [language] = useLanguage()
  const [address, setAddress] = useAddress()
  const id = address['id'] ?? ''
  const asked = useAnswer(standards, 'get', id === '' ? null : { query: { id } })
  useLive(['standards'])
  const record = useShown(asked.data)
  const star = record?.pack.stars.find(({ code }) => code === address['star']) ?? record?.pack.stars[0]
  const line =
    record === undefined || star === undefined ? undefined : linesOf(record.pack, star, language).find(({ key }) => key === address['open'])
  const notice = record?.pack.notice ?? ''
  return (
    <PageFrame
      title={record?.pack.title ?? text.title}
      {...(notice === '' ? {} : { lead: notice })}
      unit={false}
      period={false}
      actions={
        <>
          {record === undefined ? null : <StateTag row={record} />}
          <PageLink to={`/desk/standards/charts?id=${encodeURIComponent(id)}`}>{text.print}</PageLink>
          <PageLink to="/desk/standards">{text.back}</PageLink>
        </>
      }
      exports={[
        { label: text.xlsx, run: () => download(standards, 'export', { query: { id, format: 'xlsx' } }) },
        ...files(listWords.additions, (format) => download(standards, 'exportAdditions', { query: { id, format } })),
      ]}
      panel={line === undefined ? null : <LinePanel line={line} onClose={() => setAddress({ open: null })} />}
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {id === '' ? <EmptyState title={text.notFound} /> : null}
      {record === undefined ? null : <Edition record={record} />}
    </PageFrame>
  )
}
