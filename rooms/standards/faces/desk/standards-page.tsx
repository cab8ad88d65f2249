// The editions that there are, with one beside the list: what it holds and what can be done with it.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { MenuButton } from '#ground/ui/desk/menu-button.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { useLanguage, useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay, useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { listWords, stateNames, stateOf } from '../../core/list-words.ts'
import { EditionPanel } from './edition-panel.tsx'
import { ImportBook } from './import-book.tsx'
import { standards, titled, type Row } from './standards.ts'
import { StateTag } from './state-tag.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

function columnsOf(text: Words, language: Language, say: ReturnType<typeof useText>): readonly Column<Row>[] {
  return [
    { key: 'title', title: text.heading, value: (row) => titled(row, language), width: 300 },
    {
      key: 'state',
      title: text.state,
      value: (row) => say(stateOf(row)),
      render: (row) => <StateTag row={row} />,
      width: 130,
    },
    { key: 'id', title: text.edition, value: (row) => row.id, width: 260 },
    { key: 'owner', title: text.owner, value: (row) => row.owner.name, width: 130 },
    { key: 'issued', title: text.issuedOn, value: (row) => row.issuedOn, render: (row) => row.issuedOn ?? text.none, width: 120 },
  ]
}

/** Packs that come with the system; one choice installs. */
function Install({ onDone }: { readonly onDone: (id: string) => void }) {
  const text = useWords(words)
  const { acting } = useMe()
  const shelf = useAnswer(standards, 'shelf', {})
  const install = useVerb(standards, 'install', { onDone: ({ id }) => onDone(id) })
  const packs = shelf.data?.packs ?? []
  if (packs.length === 0) return null
  return (
    <>
      <MenuButton
        align="end"
        items={packs.map(({ id, title }) => ({ key: id, label: title }))}
        onChoose={(pack) => void install.run({ body: { unit: acting?.unit ?? '', pack } })}
      >
        {text.install}
      </MenuButton>
      <ProblemNotice problem={install.problem} />
    </>
  )
}

export default function StandardsPage() {
  const text = useWords(words)
  const [language] = useLanguage()
  const say = useText()
  const files = useListFiles()
  const may = useMay()
  const [address, setAddress] = useAddress()
  const asked = useAnswer(standards, 'list', {})
  useLive(['standards'])
  const open = address['open'] ?? null
  const show = (id: string | null): void => setAddress({ open: id })
  const row = asked.data?.rows.find(({ id }) => id === open)
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      unit={false}
      period="today"
      actions={
        <>
          {may('standards.issue') ? <Install onDone={show} /> : null}
          {may('standards.draft') ? <ImportBook id={null} onDone={show} /> : null}
        </>
      }
      exports={files(listWords.editions, (format) => download(standards, 'exportList', { query: { format } }))}
      panel={row === undefined ? null : <EditionPanel key={row.id} row={row} onClose={() => show(null)} onOpen={show} />}
    >
      <DataTable
        name="standards"
        caption={text.caption}
        rows={asked.data?.rows}
        rowKey={({ id }) => id}
        columns={columnsOf(text, language, say)}
        filters={[
          {
            key: 'state',
            title: text.state,
            choices: Object.entries(stateNames).map(([value, name]) => ({ value, label: say(name) })),
            test: (one, value) => one.state === value,
          },
        ]}
        openKey={open}
        onOpen={({ id }) => show(id)}
        onClose={() => show(null)}
        empty={{ title: text.empty, next: text.emptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
