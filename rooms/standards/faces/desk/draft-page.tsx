// A draft of an edition, edited row by row: the sheets of its workbook, checked while one types and saved by itself.

import { Button, Radio } from 'antd'
import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useWords } from '#ground/ui/words.ts'
import { sheetKeys } from '../../core/book-checking.ts'
import { addRow } from '../../core/book-editing.ts'
import { formSheets } from '../../core/form-sheets.ts'
import type { SheetKey } from '../../core/form-sheets.ts'
import { BookRow, newCells } from './book-row.tsx'
import { BookTable } from './book-table.tsx'
import { useDraftBook } from './draft-book.ts'
import { DraftState } from './draft-state.tsx'
import { ReturnNote } from './draft-verbs.tsx'
import { SettleMapping } from './settle-mapping.tsx'
import { type EditionRecord, pageOf, standards, useShown } from './standards.ts'
import './standards.css'
import { words } from './words.ts'

function Draft({ record }: { readonly record: EditionRecord }) {
  const text = useWords(words)
  const say = useText()
  const [address, setAddress] = useAddress()
  const draft = useDraftBook(record)
  const shown = useShown(record)
  const { book, checked, change } = draft
  const sheet = sheetKeys.find((key) => key === address['sheet']) ?? 'stars'
  const row = /^\d+$/.test(address['open'] ?? '') ? Number(address['open']) : null
  const open = row !== null && row < book[sheet].length ? row : null
  const go = (to: SheetKey, next: number | null): void =>
    setAddress({ sheet: to, open: next === null ? null : String(next), ...(to === sheet ? {} : { star: null, q: null, sort: null }) })
  const titleOf = (key: SheetKey): string => {
    const faults = checked.faults.filter((fault) => fault.sheet === key).length
    return faults === 0 ? say(formSheets[key].title) : text.withFaults(say(formSheets[key].title), faults)
  }
  const add = (): void => {
    const star = address['star'] ?? ''
    // A new row belongs where one looks: beside the open row, or to the star that is filtered for.
    const beside = open ?? (sheet === 'criteria' ? null : book[sheet].findLastIndex((cells) => star !== '' && cells['star'] === star))
    const place = beside === null || beside < 0 ? null : beside
    const task = sheet === 'criteria' && place === null ? book.tasks.findLast((cells) => star === '' || cells['star'] === star) : undefined
    const cells = { ...newCells(book, sheet, place), ...(task === undefined ? {} : { task: task['id'] ?? '' }) }
    change(addRow(book, sheet, place, cells))
    go(sheet, place === null ? book[sheet].length : place + 1)
  }
  return (
    <PageFrame
      title={record.pack.title}
      lead={text.draftLead}
      unit={false}
      period={false}
      actions={
        <>
          {record.pack.replaces === null ? null : (
            <PageLink
              to={`/desk/standards/compare?before=${encodeURIComponent(record.pack.replaces.edition)}&after=${encodeURIComponent(record.id)}`}
            >
              {text.compare}
            </PageLink>
          )}
          <PageLink to={pageOf(record.id)}>{text.openEdition}</PageLink>
          <PageLink to={`/desk/standards?open=${encodeURIComponent(record.id)}`}>{text.back}</PageLink>
          {sheet === 'info' ? null : (
            <Button type="primary" onClick={add}>
              {text.addRow}
            </Button>
          )}
        </>
      }
      panel={
        open === null ? null : (
          <BookRow key={`${sheet} ${open}`} draft={draft} sheet={sheet} row={open} onOpen={(next) => go(sheet, next)} />
        )
      }
    >
      <ReturnNote row={record} pack={shown?.pack} />
      <DraftState draft={draft} onGo={go} />
      <Radio.Group
        aria-label={text.sheet}
        optionType="button"
        value={sheet}
        options={sheetKeys.map((key) => ({ value: key, label: titleOf(key) }))}
        onChange={(event) => go(event.target.value as SheetKey, null)}
      />
      {sheet === 'mapping' ? <SettleMapping draft={draft} /> : null}
      <BookTable draft={draft} sheet={sheet} open={open} onOpen={(next) => go(sheet, next)} />
    </PageFrame>
  )
}

export default function DraftPage() {
  const text = useWords(words)
  const [address] = useAddress()
  const id = address['id'] ?? ''
  const asked = useAnswer(standards, 'get', id === '' ? null : { query: { id } })
  useLive(['standards'])
  const record = asked.data
  if (record?.may.includes('revise') === true) return <Draft key={record.id} record={record} />
  return (
    <PageFrame title={text.title} unit={false} period={false} actions={<PageLink to="/desk/standards">{text.back}</PageLink>}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {id === '' || record !== undefined ? <EmptyState title={record === undefined ? text.notFound : text.notYourDraft} /> : null}
    </PageFrame>
  )
}
