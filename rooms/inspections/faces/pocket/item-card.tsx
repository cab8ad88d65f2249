// One item at one unit: in order with a tap; a fault with a few words and the days for mending.

import { useWords } from '#ground/ui/words.ts'
import { newKey } from '#ground/ui/client.ts'
import { useId, useState } from 'react'
import type { Outcome } from '../../core/inspection.ts'
import type { LocalFinding } from '../../core/pocket.ts'
import { PicturePart } from './picture-part.tsx'
import type { HandRow, State, Store } from './store.ts'
import { words } from './words.ts'

interface ItemCardProps {
  readonly inspection: HandRow
  readonly subject: string
  readonly item: HandRow['items'][number]
  /** What was last noted of it here; undefined when nothing was. */
  readonly local: LocalFinding | undefined
  /** What the server knows of it. */
  readonly known: HandRow['findings'][number] | undefined
  /** The day it is by the server when it was last reached, or by this device when that is later. */
  readonly today: () => string
  readonly of: Store
  readonly pictures: State['pictures']
}

const looks = { draft: 'attention', waiting: 'attention', arrived: 'done', refused: 'late' } as const

export function ItemCard({ inspection, subject, item, local, known, today, of, pictures }: ItemCardProps) {
  const text = useWords(words)
  const id = useId()
  const [again, setAgain] = useState(false)
  const editing = local !== undefined && (local.state === 'draft' || local.state === 'refused') ? local : null
  const outcome = again ? undefined : (local?.outcome ?? known?.outcome)
  const open = outcome === undefined || editing !== null
  const fresh = (given: Outcome, state: LocalFinding['state']): LocalFinding => ({
    id: newKey(),
    unit: inspection.unit,
    inspection: inspection.id,
    subject,
    item: item.id,
    outcome: given,
    note: '',
    days: item.days,
    on: today(),
    made: Date.now(),
    state,
    refused: null,
  })
  const put = (finding: LocalFinding): void => {
    setAgain(false)
    of.put(finding)
  }
  // What was refused is sent anew under another id; the refused one stays as it was said.
  const send = (before: LocalFinding, changes: Partial<LocalFinding>): void => {
    const next: LocalFinding = { ...before, ...changes, state: 'waiting', refused: null, made: Date.now() }
    setAgain(false)
    if (before.state === 'refused') of.renew(before, { ...next, id: newKey() })
    else of.put(next)
  }
  /** A refused one that is changed is a new one; what was said of the old one stays. */
  const edit = (changes: Partial<LocalFinding>): void => {
    if (editing === null) return
    const next: LocalFinding = { ...editing, ...changes, state: 'draft', refused: null }
    if (editing.state === 'refused') of.renew(editing, { ...next, id: newKey(), made: Date.now() })
    else of.put(next)
  }
  return (
    <li className={open ? 'criterion' : 'criterion given'}>
      <h2 id={id}>{item.text}</h2>
      <p className="quiet">
        {text.basis} {item.basis}
      </p>
      {local !== undefined && !again && <p className={looks[local.state]}>{text.standing[local.state]}</p>}
      {local?.refused !== null && local?.refused !== undefined && <p className="error">{local.refused}</p>}
      {open ? (
        <div className="choices" role="group" aria-labelledby={id}>
          <button
            type="button"
            onClick={() => (editing === null ? put(fresh('fine', 'waiting')) : send(editing, { outcome: 'fine', note: '' }))}
          >
            {text.fine}
          </button>
          <button
            type="button"
            aria-pressed={editing?.outcome === 'fault'}
            disabled={editing?.outcome === 'fault'}
            onClick={() => put(fresh('fault', 'draft'))}
          >
            {text.fault}
          </button>
        </div>
      ) : (
        <p>
          <span className={outcome === 'fine' ? 'done' : 'attention'}>{outcome === 'fine' ? `● ${text.fine}` : `▲ ${text.fault}`}</span>{' '}
          {(local?.note ?? known?.note) === '' ? null : (local?.note ?? known?.note)}{' '}
          <button type="button" onClick={() => setAgain(true)}>
            {text.change}
          </button>
        </p>
      )}
      {editing !== null && editing.outcome === 'fault' && (
        <div className="fault">
          <label htmlFor={`${id}-note`}>{text.note}</label>
          <textarea
            id={`${id}-note`}
            rows={3}
            maxLength={2000}
            value={editing.note}
            onChange={(event) => edit({ note: event.target.value })}
          />
          <p className="quiet">{text.noteHint}</p>
          <label htmlFor={`${id}-days`}>{text.mendDays}</label>
          <input
            id={`${id}-days`}
            type="number"
            inputMode="numeric"
            min={1}
            max={750}
            value={editing.days}
            onChange={(event) => edit({ days: Math.max(1, Math.min(750, Number(event.target.value) || 1)) })}
          />
          <button type="button" className="main-act" disabled={editing.note.trim() === ''} onClick={() => send(editing, {})}>
            {text.toLedger}
          </button>
        </div>
      )}
      {local !== undefined && !again && local.state !== 'refused' && (
        <PicturePart of={of} finding={local} pictures={pictures} known={known?.id === local.id ? known.pictures.length : 0} />
      )}
    </li>
  )
}
