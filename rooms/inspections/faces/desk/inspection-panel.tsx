// One inspection beside the list: its plan, what was seen at each unit, and what may be done with it now.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { addressOf, client } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { outcomeNames, stateNames } from '../../core/inspection.ts'
import { inspections, keyOf } from './inspections.ts'
import type { InspectionRecord, Row } from './inspections.ts'
import './inspections.css'
import { RecordFinding } from './record-finding.tsx'
import { words } from './words.ts'

const evidence = client('evidence')

function Acts({ record }: { readonly record: InspectionRecord }) {
  const text = useWords(words)
  const [, setAddress] = useAddress()
  const may = useMay()
  const params = { unit: record.unit, id: record.id }
  const file = useVerb(inspections, 'file', { refreshes: ['facts'] })
  const open = useVerb(inspections, 'open')
  const close = useVerb(inspections, 'close')
  const withdraw = useVerb(inspections, 'withdraw')
  if (!may('inspections.plan')) return null
  const revise = <Button onClick={() => setAddress({ open: `revise.${keyOf(record)}` })}>{text.revise}</Button>
  if (record.state === 'open')
    return (
      <>
        <ConfirmVerb
          label={text.close}
          title={text.close}
          explain={text.closeExplain}
          problem={close.problem}
          run={() => close.run({ params })}
        />
        {revise}
      </>
    )
  if (record.state !== 'draft') return null
  return (
    <>
      {record.filed ? (
        <ConfirmVerb
          key="open"
          primary
          label={text.open}
          title={text.open}
          explain={text.openExplain}
          problem={open.problem}
          run={() => open.run({ params })}
        />
      ) : (
        <ConfirmVerb
          key="file"
          primary
          label={text.file}
          title={text.file}
          explain={text.fileExplain}
          problem={file.problem}
          run={() => file.run({ params })}
        />
      )}
      {revise}
      <ConfirmVerb
        danger
        label={text.withdraw}
        title={text.withdraw}
        explain={text.withdrawExplain}
        asks={{ reason: 'required' }}
        problem={withdraw.problem}
        run={({ reason }) => withdraw.run({ params, body: { reason } })}
      />
    </>
  )
}

/** Views are the evidence room's; its address is asked from the house like any other. */
const viewOf = (item: { readonly unit: string; readonly id: string }, size: 'small' | 'large'): string =>
  addressOf(evidence, 'view', { params: { unit: item.unit, id: item.id }, query: { size } } as never)

function Pictures({ finding }: { readonly finding: InspectionRecord['findings'][number] }) {
  const text = useWords(words)
  if (finding.pictures.length === 0) return null
  return (
    <ul className="inspection-pictures">
      {finding.pictures.map((one, index) => (
        <li key={one.id}>
          {one.preview === 'made' ? (
            <a href={viewOf(one, 'large')} target="_blank" rel="noreferrer" aria-label={text.enlarge(index + 1, one.shows)}>
              <img src={viewOf(one, 'small')} alt="" loading="lazy" />
            </a>
          ) : (
            <span className="lx-quiet">{one.preview === 'waiting' ? text.pictureWaits : text.noPicture}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function SeenAt({ record, subject }: { readonly record: InspectionRecord; readonly subject: Row['subjects'][number] }) {
  const text = useWords(words)
  const say = useText()
  const go = useGo()
  const may = useMay()
  const found = record.findings.filter((one) => one.subject === subject.code)
  return (
    <details open={found.length > 0}>
      <summary>
        {subject.name}{' '}
        <span className="lx-quiet">
          {found.length === 0 ? text.notSeen : text.looked(found.length, found.filter((one) => one.outcome === 'fault').length)}
        </span>
      </summary>
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <StatusTag state={one.outcome === 'fine' ? 'done' : 'attention'}>{say(outcomeNames[one.outcome])}</StatusTag>{' '}
            {record.items.find((item) => item.id === one.item)?.text ?? one.item} <span className="lx-quiet">{one.on}</span>
            {one.note === '' ? null : <div>{one.note}</div>}
            <Pictures finding={one} />
            {one.entry === null ? null : (
              <Button size="small" type="link" onClick={() => go(`/desk/ledger?open=${record.unit}.${one.entry ?? ''}`)}>
                {text.toEntry}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {record.state === 'open' && may('inspections.inspect') ? <RecordFinding record={record} subject={subject} /> : null}
    </details>
  )
}

interface InspectionPanelProps {
  readonly at: Pick<Row, 'unit' | 'id'>
  readonly onClose: () => void
}

export function InspectionPanel({ at, onClose }: InspectionPanelProps) {
  const text = useWords(words)
  const say = useText()
  const go = useGo()
  const asked = useAnswer(inspections, 'get', { params: { unit: at.unit, id: at.id } })
  const record = asked.data
  const [, setAddress] = useAddress()
  const linked = (label: string, other: InspectionRecord['revises'], why: string) =>
    other === null
      ? []
      : [
          {
            label,
            value: (
              <>
                <Button size="small" onClick={() => setAddress({ open: `${at.unit}.${other.id}` })}>
                  {other.title}
                </Button>
                {why === '' ? null : <div>{why}</div>}
              </>
            ),
          },
        ]
  const days = [...new Set(record?.findings.map((one) => one.on) ?? [])].toSorted((a, b) => a.localeCompare(b))
  return (
    <SidePanel title={text.title} onClose={onClose} actions={record === undefined ? null : <Acts record={record} />}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {record === undefined ? null : (
        <>
          <Facts
            items={[
              { label: text.name, value: record.title },
              { label: text.state, value: say(stateNames[record.state]) },
              {
                label: text.filed,
                value: <StatusTag state={record.filed ? 'done' : 'waiting'}>{record.filed ? text.isFiled : text.notFiled}</StatusTag>,
              },
              { label: text.days, value: `${record.from} – ${record.to}` },
              { label: text.owner, value: record.owner },
              { label: text.basis, value: record.basis },
              { label: text.minutes, value: record.minutes },
              ...linked(text.revises, record.revises, record.revisionReason),
              ...linked(text.revisedAs, record.revisedAs, ''),
            ]}
          />
          <h3>{text.seen}</h3>
          {record.subjects.map((subject) => (
            <SeenAt key={subject.code} record={record} subject={subject} />
          ))}
          {days.length === 0 ? null : <h3>{text.dayList}</h3>}
          <span className="lx-labelled">
            {days.map((day) => (
              <Button key={day} onClick={() => go(`/desk/inspections/day?open=${keyOf(record)}&on=${day}`)}>
                {day}
              </Button>
            ))}
          </span>
          <h3>{text.items}</h3>
          <ol>
            {record.items.map((item) => (
              <li key={item.id}>
                {item.text} <span className="lx-quiet">{[item.basis, text.itemDays(item.days)].join(' · ')}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </SidePanel>
  )
}
