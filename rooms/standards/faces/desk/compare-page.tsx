// Two editions side by side: what carries over, what changed and in which respect, what was dropped and what is new.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import type { Language, Text } from '#ground/kernel/problem.ts'
import { useLanguage, useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import type { CarryRow } from '../../core/carry-over.ts'
import { changeNames, fieldNames, listWords, whatNames } from '../../core/list-words.ts'
import { standards, written } from './standards.ts'
import './standards.css'
import { words } from './words.ts'
import type { Words } from './zh.ts'

type Say = ReturnType<typeof useText>

const marks: Readonly<Record<CarryRow['change'], Status>> = { same: 'done', changed: 'attention', dropped: 'late', added: 'waiting' }
const order = ['changed', 'dropped', 'added', 'same'] as const

const fieldName = (field: string): Text => fieldNames[field] ?? { zh: field, en: field }

const differences = (row: CarryRow, text: Words, say: Say): string =>
  [...row.differs.map(({ field }) => say(fieldName(field))), ...(row.doubtful ? [text.doubtful] : [])].join(text.comma)

function columnsOf(text: Words, say: Say): readonly Column<CarryRow>[] {
  return [
    { key: 'text', title: text.text, value: (row) => row.text, width: 320 },
    {
      key: 'change',
      title: text.change,
      value: (row) => order.indexOf(row.change),
      render: (row) => <StatusTag state={marks[row.change]}>{say(changeNames[row.change])}</StatusTag>,
      width: 110,
    },
    { key: 'what', title: text.what, value: (row) => say(whatNames[row.what]), width: 100 },
    { key: 'from', title: text.oldId, value: (row) => row.from, render: (row) => row.from ?? text.none, width: 120 },
    { key: 'to', title: text.newIdColumn, value: (row) => row.to, render: (row) => row.to ?? text.none, width: 120 },
    { key: 'differs', title: text.differs, value: (row) => differences(row, text, say), width: 260 },
  ]
}

const keyOf = (row: CarryRow): string => `${row.what} ${row.from ?? ''} ${row.to ?? ''}`

/** A value of a field as a reader sees it. */
function shownValue(field: string, value: string, text: Words, language: Language): string {
  if (value === '') return text.none
  if (field === 'rule') return written(value, language)
  if (field === 'kind') return text.kinds[value as 'quantitative'] ?? value
  if (field === 'scope') return text.scopes[value as 'village'] ?? value
  return value === 'true' ? text.yes : value === 'false' ? text.no : value
}

/** One line of the comparison: each field that differs, as it was and as it is. */
function CarryPanel({ row, onClose }: { readonly row: CarryRow; readonly onClose: () => void }) {
  const text = useWords(words)
  const say = useText()
  const [language] = useLanguage()
  return (
    <SidePanel title={row.text} onClose={onClose}>
      <Facts
        items={[
          { label: text.change, value: <StatusTag state={marks[row.change]}>{say(changeNames[row.change])}</StatusTag> },
          { label: text.what, value: say(whatNames[row.what]) },
          { label: text.oldId, value: row.from ?? text.none },
          { label: text.newIdColumn, value: row.to ?? text.none },
        ]}
      />
      {row.doubtful ? <p className="standards-notice">{text.doubtful}</p> : null}
      {row.differs.map(({ field, before, after }) => (
        <section key={field}>
          <h3>{say(fieldName(field))}</h3>
          <Facts
            items={[
              { label: text.was, value: shownValue(field, before, text, language) },
              { label: text.becomes, value: shownValue(field, after, text, language) },
            ]}
          />
        </section>
      ))}
      {row.differs.length === 0 ? <p className="lx-quiet">{text.consequences[row.change]}</p> : null}
    </SidePanel>
  )
}

/** Which cycles run on: an edition that is followed by another goes on where it is in use. */
function RunningCycles({ before }: { readonly before: string }) {
  const text = useWords(words)
  const uses = useAnswer(standards, 'list', {}).data?.rows.find(({ id }) => id === before)?.uses ?? 0
  return <p className="lx-quiet">{uses === 0 ? text.noCycleRuns : text.cyclesRun(uses)}</p>
}

export default function ComparePage() {
  const text = useWords(words)
  const say = useText()
  const [address, setAddress] = useAddress()
  const { before = '', after = '' } = address
  const files = useListFiles()
  const asked = useAnswer(standards, 'compare', before === '' || after === '' ? null : { query: { before, after } })
  const rows = asked.data?.rows.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change))
  const open = address['open'] ?? null
  const row = rows?.find((one) => keyOf(one) === open)
  const close = (): void => setAddress({ open: null })
  const count = (change: CarryRow['change']): number => rows?.filter((one) => one.change === change).length ?? 0
  return (
    <PageFrame
      title={text.compareTitle}
      {...(after === '' ? {} : { lead: text.compareLead(before, after) })}
      unit={false}
      period={false}
      {...(after === ''
        ? {}
        : { exports: files(listWords.comparison, (format) => download(standards, 'exportCompare', { query: { before, after, format } })) })}
      actions={<PageLink to="/desk/standards">{text.back}</PageLink>}
      panel={row === undefined ? null : <CarryPanel row={row} onClose={close} />}
    >
      {after === '' ? <EmptyState title={text.nothingCompared} next={text.compareHint} /> : null}
      {asked.data === undefined ? null : (
        <p role="status">
          <strong>{text.summary(count('same'), count('changed'), count('dropped'), count('added'))}</strong>{' '}
          <span className="lx-quiet">{asked.data.mapped ? text.mapped : text.notMapped}</span>
        </p>
      )}
      {asked.data === undefined ? null : <RunningCycles before={before} />}
      {after === '' ? null : (
        <DataTable
          name="standards-compare"
          caption={text.compareTitle}
          rows={rows}
          rowKey={keyOf}
          openKey={open}
          onOpen={(one) => setAddress({ open: keyOf(one) })}
          onClose={close}
          columns={columnsOf(text, say)}
          filters={[
            {
              key: 'change',
              title: text.change,
              choices: order.map((value) => ({ value, label: say(changeNames[value]) })),
              test: (one, value) => one.change === value,
            },
            {
              key: 'what',
              title: text.what,
              choices: Object.entries(whatNames).map(([value, name]) => ({ value, label: say(name) })),
              test: (one, value) => one.what === value,
            },
          ]}
          empty={{ title: text.nothingCompared }}
          problem={asked.error}
          retry={() => void asked.refetch()}
        />
      )}
    </PageFrame>
  )
}
