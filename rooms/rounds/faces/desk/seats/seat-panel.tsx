// One seat beside the list: its link, its recusals, and taking it back.

import { Select } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { at, type OfRound, rounds, type Seat } from '../rounds.ts'
import { SeatLink } from './seat-link.tsx'
import { words } from './words.ts'

interface Props extends OfRound {
  readonly seat: Seat
  readonly onClose: () => void
}

function Recusals({ round, seat, can }: Omit<Props, 'onClose'>) {
  const text = useWords(words)
  const [subject, setSubject] = useState('')
  const recuse = useVerb(rounds, 'recuseSeat')
  const names = new Map(round.parts.map((part) => [part.subject, part.name]))
  const there = new Set(seat.recusals.map((each) => each.subject))
  return (
    <section>
      <h3>{text.recusals}</h3>
      {seat.recusals.length === 0 ? <p className="lx-quiet">{text.recusalNone}</p> : null}
      <ul>
        {seat.recusals.map((each) => (
          <li key={`${each.subject} ${each.source}`}>
            {names.get(each.subject) ?? each.subject}{' '}
            <span className="lx-quiet">{[text.sources[each.source], each.reason].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {can('recuse') && seat.kind === 'judge' ? (
        <Act
          label={text.recuse}
          explain={text.recuseExplain}
          asks={{ reason: 'required' }}
          verb={recuse}
          run={({ reason }) => recuse.run({ params: { ...at(round), seat: seat.id }, body: { subject, reason } })}
        >
          <Field label={text.recuseUnit} required error={recuse.errorAt('body.subject')}>
            {(input) => (
              <Select
                {...input}
                value={subject}
                showSearch={{ optionFilterProp: 'label' }}
                options={round.parts.filter((part) => !there.has(part.subject)).map((part) => ({ value: part.subject, label: part.name }))}
                onChange={setSubject}
              />
            )}
          </Field>
        </Act>
      ) : null}
    </section>
  )
}

export function SeatPanel({ round, seat, can, onClose }: Props) {
  const text = useWords(words)
  const { moment } = useFormat()
  const revoke = useVerb(rounds, 'revokeSeat')
  const panel = round.rules.panels.find(({ id }) => id === seat.panel)?.title
  const alive = seat.state !== 'revoked'
  return (
    <SidePanel title={text.seatTitle(seat.label)} onClose={onClose}>
      {seat.openings > 1 && seat.kind !== 'stage' ? <StatusTag state="attention">{text.warnTwice}</StatusTag> : null}
      <Facts
        items={[
          ...(panel === undefined ? [] : [{ label: text.panel, value: panel }]),
          { label: text.holder, value: seat.holder === null ? text.unknownHolder : seat.holder || text.noHolder },
          { label: text.state, value: text.states[seat.state] },
          ...(seat.openedAt === null ? [] : [{ label: text.opened, value: moment(seat.openedAt) }]),
        ]}
      />
      {alive && can('inviteSeat') ? (
        <section>
          <h3>{text.link}</h3>
          <SeatLink round={round} seat={seat} primary />
        </section>
      ) : null}
      <Recusals round={round} seat={seat} can={can} />
      {alive && can('revokeSeat') ? (
        <Act
          label={text.revoke}
          danger
          explain={text.revokeExplain}
          asks={{ reason: 'required' }}
          verb={revoke}
          run={({ reason }) => revoke.run({ params: { ...at(round), seat: seat.id }, body: { reason } })}
        />
      ) : null}
    </SidePanel>
  )
}
