// The people of a unit and below, with one of them open beside the list.

import { useAddress } from '#ground/ui/address.ts'
import { addressOf, download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { usePages } from '#ground/ui/pages.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { roles } from '../../core/roles.ts'
import { InviteAll } from './invite-all.tsx'
import { NewPerson } from './new-person.tsx'
import { people, type Row } from './people.ts'
import { PersonPanel } from './person-panel.tsx'
import { StateTag } from './state-tag.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const take = 100

const postsText = (text: Words, row: Row): string => row.posts.map((post) => text.post(post.roleTitle, post.unitName)).join('；')

function columnsOf(text: Words): readonly Column<Row>[] {
  return [
    { key: 'name', title: text.name, value: (row) => row.name, width: 140 },
    { key: 'posts', title: text.posts, value: (row) => postsText(text, row) || text.noPosts, width: 320 },
    { key: 'unit', title: text.homeUnit, value: (row) => row.unitName, width: 160 },
    { key: 'phone', title: text.phone, value: (row) => row.phone ?? '', width: 130 },
    { key: 'login', title: text.login, value: (row) => row.login ?? '', width: 140, hidden: true },
    {
      key: 'state',
      title: text.state,
      value: (row) => text.states[row.state],
      render: (row) => <StateTag state={row.state} />,
      width: 110,
    },
  ]
}

type State = Row['state']
const stateOf = (value: string | undefined): State | undefined =>
  value === 'active' || value === 'waiting' || value === 'locked' || value === 'erased' ? value : undefined

export default function PeoplePage() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const { code } = useUnit()
  const [address, setAddress] = useAddress()
  const state = stateOf(address['state'])
  const { role, q, open = null } = address
  const query = {
    unit: code,
    take,
    ...(role === undefined ? {} : { role }),
    ...(state === undefined ? {} : { state }),
    ...(q === undefined ? {} : { q }),
  }
  const list = usePages(people, 'list', code === '' ? null : { query })
  useLive(['people'])
  const filters: readonly Filter<Row>[] = [
    { key: 'role', title: text.role, choices: roles.map((one) => ({ value: one.id, label: say(one.title) })) },
    { key: 'state', title: text.state, choices: Object.entries(text.states).map(([value, label]) => ({ value, label })) },
  ]
  const close = (): void => setAddress({ open: null })
  const actions = may('people.manage') ? (
    <>
      <InviteAll unit={code} />
      <UploadTable
        label={text.import}
        title={text.badTitle}
        accept=".xlsx,.csv"
        counts={text.importCounts}
        template={addressOf(people, 'template', { query: { format: 'xlsx' } })}
        run={(file, { dryRun, onProgress }) => people.import({ file, body: { dryRun }, onProgress })}
      />
      <NewPerson unit={code} onDone={(id) => setAddress({ open: id })} />
    </>
  ) : null
  const exports = (['xlsx', 'csv'] as const).map((format) => ({
    label: format.toUpperCase(),
    run: () => download(people, 'export', { query: { unit: code, format } }),
  }))
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      period="today"
      actions={actions}
      exports={may('people.export') ? exports : []}
      panel={open === null ? null : <PersonPanel key={open} id={open} onClose={close} />}
    >
      <DataTable
        name="people"
        caption={text.caption}
        rows={list.pages?.flatMap((page) => page.people)}
        rowKey={(row) => row.id}
        columns={columnsOf(text)}
        filters={filters}
        search="address"
        openKey={open}
        onOpen={(row) => setAddress({ open: row.id })}
        onClose={close}
        empty={{ title: text.empty, next: text.emptyNext }}
        problem={list.problem}
        retry={list.retry}
        more={list.more}
        {...(list.total === undefined ? {} : { total: list.total })}
      />
    </PageFrame>
  )
}
