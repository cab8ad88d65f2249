// A township's view: the commitments of the units below, what they say of this quarter, and its confirmation by another
// person. Open rows are those that wait.

import { useState } from 'react'
import { useAddress } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import { useLive } from '#ground/ui/live.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { quarterBefore } from '../../../core/quarter.ts'
import { type Commitment, rounds } from '../rounds.ts'
import '../rounds.css'
import { quarterOf } from './quarter.ts'
import { Standing, statementOf } from './standing.tsx'
import { StandingVerb } from './standing-verb.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

type Waiting = 'open' | 'done' | 'silent'

const waitingOf = (commitment: Commitment, quarter: string): Waiting => {
  const statement = statementOf(commitment, quarter)
  return statement === undefined ? 'silent' : statement.confirmed === null ? 'open' : 'done'
}

function columnsOf(text: Words, quarter: string): readonly Column<Commitment>[] {
  const last = quarterBefore(quarter)
  return [
    { key: 'what', title: text.what, value: (row) => `${row.number}. ${row.text}`, width: 280 },
    { key: 'unit', title: text.unit, value: (row) => row.name, width: 140 },
    { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], width: 110 },
    {
      key: 'last',
      title: `${text.last} ${text.quarterName(last)}`,
      render: (row) => <Standing statement={statementOf(row, last)} />,
      width: 180,
    },
    {
      key: 'now',
      title: `${text.now} ${text.quarterName(quarter)}`,
      render: (row) => <Standing statement={statementOf(row, quarter)} />,
      width: 200,
    },
  ]
}

function Panel({
  commitment,
  quarter,
  onClose,
}: {
  readonly commitment: Commitment
  readonly quarter: string
  readonly onClose: () => void
}) {
  const text = useWords(words)
  const confirm = useVerb(rounds, 'confirmCommitment')
  const now = statementOf(commitment, quarter)
  return (
    <SidePanel title={`${commitment.number}. ${commitment.text}`} onClose={onClose}>
      <Facts
        items={[
          { label: text.unit, value: commitment.name },
          { label: text.kind, value: text.kinds[commitment.kind] },
          { label: text.last, value: <Standing statement={statementOf(commitment, quarterBefore(quarter))} /> },
          { label: text.now, value: <Standing statement={now} /> },
        ]}
      />
      {now === undefined ? null : (
        <StandingVerb
          label={now.confirmed === null ? text.confirm : text.confirmAgain}
          explain={text.confirmExplain(text.quarterName(quarter))}
          primary={now.confirmed === null}
          first={now.confirmed ?? now.stated}
          verb={confirm}
          run={(confirmed, note) =>
            confirm.run({ params: { subject: commitment.subject }, body: { commitment: commitment.id, quarter, confirmed, note } })
          }
        />
      )}
    </SidePanel>
  )
}

export default function ConfirmPage() {
  const text = useWords(words)
  const { code } = useUnit()
  const [period] = usePeriod()
  const [now] = useState(() => Date.now())
  const [address, setAddress] = useAddress()
  useLive(['rounds'])
  const quarter = quarterOf(period, now)
  const asked = useAnswer(rounds, 'commitments', code === '' ? null : { query: { below: code, year: quarter.slice(0, 4) } })
  const rows = asked.data?.commitments.filter(({ withdrawn }) => !withdrawn)
  const open = rows?.find(({ id }) => id === address['open'])
  const close = (): void => setAddress({ open: null })
  const filters: readonly Filter<Commitment>[] = [
    {
      key: 'confirmed',
      title: text.filter,
      choices: (['open', 'done', 'silent'] as const).map((value) => ({ value, label: text.filters[value] })),
      test: (row, value) => waitingOf(row, quarter) === value,
    },
  ]
  return (
    <PageFrame
      title={text.confirmTitle}
      lead={text.confirmLead}
      actions={<PageLink to="/desk/rounds">{text.backToRounds}</PageLink>}
      panel={open === undefined ? null : <Panel key={open.id} commitment={open} quarter={quarter} onClose={close} />}
    >
      <DataTable
        name="round-commitments"
        caption={text.caption}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columnsOf(text, quarter)}
        filters={filters}
        openKey={open?.id ?? null}
        onOpen={(row) => setAddress({ open: row.id })}
        onClose={close}
        empty={{ title: text.empty }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
