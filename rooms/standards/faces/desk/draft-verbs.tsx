// What may become of a draft besides being issued: sent back with what is to be mended, or dropped. And the note of the one who
// sent it back, which stays in sight while it is mended.

import { Select } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { useDraft } from '#ground/ui/draft.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { returnItems } from '../../core/draft-return.ts'
import { type EditionRecord, type Pack, type Row, standards } from './standards.ts'
import { words } from './words.ts'

/** Sends a draft back; `pack` as the reader's language has it. */
export function ReturnDraft({ row, pack }: { readonly row: Row; readonly pack: Pack }) {
  const text = useWords(words)
  const [items, setItems] = useState<string[]>([])
  const [until, setUntil] = useState('')
  const verb = useVerb(standards, 'return')
  const options = returnItems(pack).map((item) => ({ value: item.id, label: text.itemOf(item.id, item.text) }))
  const run = ({ reason }: { readonly reason: string }) => verb.run({ body: { id: row.id, digest: row.digest, items, reason, until } })
  return (
    <ConfirmVerb
      label={text.giveBack}
      title={text.giveBack}
      explain={text.giveBackExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={run}
    >
      <Field label={text.returnItems} hint={text.returnItemsHint} error={verb.errorAt('body.items')}>
        {(input) => (
          <Select
            {...input}
            mode="multiple"
            value={items}
            options={options}
            optionFilterProp="label"
            maxTagTextLength={24}
            style={{ width: '100%' }}
            onChange={(next: string[]) => setItems(next)}
          />
        )}
      </Field>
      <Field label={text.returnUntil} required error={verb.errorAt('body.until')}>
        {(input) => <DayInput input={input} value={until} onChange={setUntil} />}
      </Field>
    </ConfirmVerb>
  )
}

const nothing = {}

/** Drops a draft after saying what is lost. */
export function DropDraft({ record, onDone }: { readonly record: EditionRecord; readonly onDone: () => void }) {
  const text = useWords(words)
  // What is typed on this device and not yet saved goes with it.
  const kept = useDraft<object>(`standards.draft:${record.id}`, nothing)
  const verb = useVerb(standards, 'drop', {
    onDone: () => {
      kept.clear()
      onDone()
    },
  })
  const { stars, tasks, criteria, bottomLines } = record.counts
  const explain = (
    <>
      <p>{text.dropLoses(text.countsText(stars, tasks, criteria, bottomLines))}</p>
      <p>{text.dropKeeps}</p>
    </>
  )
  const run = ({ reason }: { readonly reason: string }) => verb.run({ body: { id: record.id, digest: record.digest, reason } })
  return (
    <ConfirmVerb
      danger
      label={text.drop}
      title={text.dropTitle(record.pack.title)}
      explain={explain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={run}
    />
  )
}

/** What a draft was sent back for last. */
export function ReturnNote({ row, pack }: { readonly row: Pick<Row, 'returned'>; readonly pack: Pack | undefined }) {
  const text = useWords(words)
  const format = useFormat()
  const { returned } = row
  if (returned === null) return null
  const known = new Map(pack === undefined ? [] : returnItems(pack).map((item) => [item.id, item.text]))
  const named = (id: string): string => {
    const its = known.get(id)
    return its === undefined ? id : text.itemOf(id, its)
  }
  return (
    <section className="standards-notice standards-return" aria-label={text.returnNote}>
      <p>
        <strong>
          {returned.mended
            ? text.returnedAndMended(format.day(returned.on))
            : text.returnedOn(format.day(returned.on), format.day(returned.until))}
        </strong>
      </p>
      <p className="standards-reason">{returned.reason}</p>
      {returned.items.length === 0 ? null : (
        <ul>
          {returned.items.map((id) => (
            <li key={id}>{named(id)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
