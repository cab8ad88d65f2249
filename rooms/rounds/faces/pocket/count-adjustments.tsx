// Points added and deducted, each with its reason; taking one back owes a reason, too.

import { useId, useState } from 'react'
import { newKey } from '#ground/ui/client.ts'
import { useWords } from '#ground/ui/words.ts'
import { allows } from '../../core/state.ts'
import { typed } from '../../core/stepping.ts'
import { Act, ActWithReason } from './act.tsx'
import type { TableProps } from './count-data.ts'
import { words } from './count-words.ts'
import { rounds } from './seat-client.ts'

function AdjustForm({ count, run }: TableProps) {
  const text = useWords(words)
  const id = useId()
  const parts = count.round.parts.filter(({ drawn }) => drawn !== false)
  const [subject, setSubject] = useState(parts[0]?.subject ?? '')
  const [sign, setSign] = useState<'plus' | 'minus'>('minus')
  const [points, setPoints] = useState('')
  const [reason, setReason] = useState('')
  const read = typed({ max: '1000', step: '0.01' }, points)
  const value = read.ok && read.value !== null && read.value !== '0' ? `${sign === 'minus' ? '-' : ''}${read.value}` : null
  const adjust = async (): Promise<unknown> => {
    const body = { seat: count.seat.id, id: newKey(), subject, points: value ?? '0', reason: reason.trim() }
    const refused = await run(() => rounds.adjust({ body, key: body.id }))
    if (refused === null) {
      setPoints('')
      setReason('')
    }
    return refused
  }
  return (
    <div className="card">
      <label htmlFor={`${id}-unit`}>{text.unit}</label>
      <select id={`${id}-unit`} value={subject} onChange={(event) => setSubject(event.target.value)}>
        {parts.map((part) => (
          <option key={part.subject} value={part.subject}>
            {part.name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-sign`}>{text.kind}</label>
      <select id={`${id}-sign`} value={sign} onChange={(event) => setSign(event.target.value === 'plus' ? 'plus' : 'minus')}>
        <option value="minus">{text.sign.minus}</option>
        <option value="plus">{text.sign.plus}</option>
      </select>
      <label htmlFor={`${id}-points`}>{text.points}</label>
      <input
        id={`${id}-points`}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={!read.ok}
        value={points}
        onChange={(event) => setPoints(event.target.value)}
      />
      <label htmlFor={`${id}-reason`}>{text.reason}</label>
      <textarea id={`${id}-reason`} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      <p className="quiet">{text.cap(count.round.rules.bonusCap)}</p>
      <Act label={text.adjust} disabled={value === null || reason.trim() === ''} run={adjust} />
    </div>
  )
}

export function AdjustmentsPart(props: TableProps) {
  const { count, run } = props
  const text = useWords(words)
  const may = count.seat.kind === 'teller' && allows(count.round.state, 'adjust')
  const names = new Map(count.round.parts.map(({ subject, name }) => [subject, name]))
  const seat = count.seat.id
  return (
    <>
      {may && <AdjustForm {...props} />}
      {count.adjustments.length === 0 && <p className="quiet">{text.noAdjustments}</p>}
      {count.adjustments.map(({ id, subject, points, reason, withdrawn }) => (
        <div key={id} className="card">
          <p>
            <strong>{names.get(subject) ?? subject}</strong> {points.startsWith('-') ? points : `+${points}`}
            {withdrawn && <span className="late"> ■ {text.withdrawn}</span>}
          </p>
          <p>{reason}</p>
          {may && !withdrawn && (
            <ActWithReason
              label={text.withdrawAdjustment}
              run={(why) => run(() => rounds.withdrawAdjustment({ body: { seat, id, reason: why } }))}
            />
          )}
        </div>
      ))}
    </>
  )
}
