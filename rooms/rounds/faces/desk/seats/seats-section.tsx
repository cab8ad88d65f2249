// 席位: who judges, counts and watches, and which screens show it.

import { Button } from 'antd'
import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { kindNames, type SeatKind, seatKinds } from '../../../core/seat.ts'
import { at, type OfRound, type Round, rounds, type Seat } from '../rounds.ts'
import { AddSeats, useAddSeats } from './add-seats.tsx'
import { SeatPanel } from './seat-panel.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const marks: Readonly<Record<Seat['state'], Status>> = { planned: 'waiting', invited: 'attention', open: 'done', revoked: 'waiting' }

/** Only the first device was announced; every further one is said. */
function Devices({ seat, text }: { readonly seat: Seat; readonly text: Words }) {
  if (seat.openings > 1 && seat.kind !== 'stage') return <StatusTag state="attention">{text.twice(seat.openings)}</StatusTag>
  return <>{seat.openings === 0 ? text.noneYet : text.once}</>
}

function columnsOf(text: Words, round: Round): readonly Column<Seat>[] {
  const panels = new Map(round.rules.panels.map(({ id, title }) => [id, title]))
  const offline = (seat: Seat): string =>
    seat.kind !== 'judge' ? '' : seat.offlineReady === null ? text.offlineUnknown : seat.offlineReady ? text.offlineReady : text.offlineNot
  return [
    { key: 'label', title: text.label, value: (seat) => seat.label, width: 110 },
    { key: 'panel', title: text.panel, value: (seat) => panels.get(seat.panel ?? '') ?? '', width: 120 },
    { key: 'holder', title: text.holder, value: (seat) => (seat.holder === null ? text.unknownHolder : seat.holder), width: 140 },
    {
      key: 'state',
      title: text.state,
      value: (seat) => text.states[seat.state],
      render: (seat) => <StatusTag state={marks[seat.state]}>{text.states[seat.state]}</StatusTag>,
      width: 120,
    },
    {
      key: 'devices',
      title: text.devices,
      value: (seat) => seat.openings,
      render: (seat) => <Devices seat={seat} text={text} />,
      width: 150,
    },
    { key: 'offline', title: text.offline, value: offline, width: 110 },
    {
      key: 'recusals',
      title: text.recusals,
      value: (seat) => seat.recusals.length,
      render: (seat) => (seat.recusals.length === 0 ? '' : text.recusalCount(seat.recusals.length)),
      width: 100,
    },
  ]
}

const usual: readonly SeatKind[] = ['teller', 'supervisor', 'stage']

function Usual({ round, seats }: { readonly round: Round; readonly seats: readonly Seat[] }) {
  const text = useWords(words)
  const add = useAddSeats(round)
  const missing = usual.filter((kind) => !seats.some((seat) => seat.kind === kind && seat.state !== 'revoked'))
  if (missing.length === 0) return null
  return (
    <>
      <Button
        loading={add.pending}
        onClick={() => void add.run(missing.map((kind) => ({ kind, panel: null, holder: '', person: null, home: null })))}
      >
        {text.usual}
      </Button>
      <ProblemNotice problem={add.problem} />
    </>
  )
}

export default function SeatsSection({ round, can }: OfRound) {
  const text = useWords(words)
  const say = useText()
  const go = useGo()
  const [address, setAddress] = useAddress()
  const asked = useAnswer(rounds, 'seats', { params: at(round) })
  const seats = asked.data?.seats
  const open = seats?.find(({ id }) => id === address['seat'])
  const close = (): void => setAddress({ seat: null })
  const filters: readonly Filter<Seat>[] = [
    {
      key: 'kind',
      title: text.kind,
      choices: seatKinds.map((value) => ({ value, label: say(kindNames[value]) })),
      test: (seat, value) => seat.kind === value,
    },
  ]
  const judged = seats?.some(({ kind, state }) => kind === 'judge' && state !== 'revoked') === true
  return (
    <>
      <div className="rounds-acts rounds-acts-start">
        <p className="lx-quiet">{text.lead}</p>
        {can('addSeats') && seats !== undefined ? <AddSeats round={round} primary={!judged} /> : null}
        {can('addSeats') && seats !== undefined ? <Usual round={round} seats={seats} /> : null}
        {can('inviteSeat') && judged ? (
          <Button onClick={() => go(`/desk/rounds/${round.unit}/${round.id}/links`)}>{text.links}</Button>
        ) : null}
      </div>
      <div className={open === undefined ? 'lx-page-body' : 'lx-page-body lx-with-panel'}>
        <DataTable
          name="round-seats"
          caption={text.caption}
          rows={seats}
          rowKey={(seat) => seat.id}
          columns={columnsOf(text, round)}
          filters={filters}
          search={false}
          openKey={open?.id ?? null}
          onOpen={(seat) => setAddress({ seat: seat.id })}
          onClose={close}
          empty={{ title: text.empty }}
          problem={asked.error}
          retry={() => void asked.refetch()}
        />
        {open === undefined ? null : <SeatPanel key={open.id} round={round} seat={open} can={can} onClose={close} />}
      </div>
    </>
  )
}
