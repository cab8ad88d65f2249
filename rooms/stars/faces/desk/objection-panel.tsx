// One objection and its answer; one that is upheld sends the star back to joint review.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { MaskedValue } from '#ground/ui/desk/masked-value.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { words as cycleWords } from './cycle-words.ts'
import { firstNote, RowsField, whole } from './rows-field.tsx'
import { stars } from './stars.ts'
import type { ObjectionRow } from './stars.ts'
import { words } from './words.ts'

function AnswerIt({ row, rows }: { readonly row: ObjectionRow; readonly rows: readonly string[] }) {
  const text = useWords(words)
  const more = useWords(cycleWords)
  const verb = useVerb(stars, 'answerObjection')
  const [upheld, setUpheld] = useState(false)
  const [answer, setAnswer] = useState('')
  const [notes, setNotes] = useState(firstNote)
  const [due, setDue] = useState('')
  const returning = upheld && row.returns
  const run = () =>
    verb.run({
      params: { unit: row.unit, id: row.id },
      body: { upheld, answer, rows: returning ? whole(notes) : [], ...(returning && due !== '' ? { due } : {}) },
    })
  return (
    <ConfirmVerb primary label={text.answerIt} title={text.answerIt} explain={row.text} problem={verb.problem} run={run}>
      <Radio.Group
        aria-label={text.answerIt}
        value={upheld}
        options={[
          { value: false, label: text.answerDismissed },
          { value: true, label: text.answerUpheld },
        ]}
        onChange={(event) => setUpheld(event.target.value === true)}
      />
      <Field label={text.answer} required error={verb.errorAt('body.answer')}>
        {(input) => (
          <Input.TextArea {...input} rows={4} maxLength={2000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        )}
      </Field>
      {upheld && !row.returns ? <p className="lx-quiet">{more.offAlready}</p> : null}
      {returning ? (
        <>
          <RowsField
            rows={rows.map((one) => ({ row: one, text: '' }))}
            value={notes}
            onChange={setNotes}
            error={verb.errorAt('body.rows')}
          />
          <Field label={text.dueDay} required error={verb.errorAt('body.due')}>
            {(input) => <DayInput input={input} value={due} onChange={setDue} />}
          </Field>
        </>
      ) : null}
    </ConfirmVerb>
  )
}

export function ObjectionPanel({ row, onClose }: { readonly row: ObjectionRow; readonly onClose: () => void }) {
  const text = useWords(words)
  const more = useWords(cycleWords)
  const reveal = async (): Promise<string> => {
    const body = { reason: more.contactReason }
    return (await stars.revealObjector({ params: { unit: row.unit, id: row.id }, body })).contact
  }
  const kept = row.mayAnswer ? <MaskedValue masked={more.contactMasked} label={more.objectorContact} reveal={reveal} /> : more.contactMasked
  const contact = row.hasContact ? kept : more.contactNone
  return (
    <SidePanel
      title={`${row.subjectName} · ${row.starName}`}
      onClose={onClose}
      actions={row.state === 'open' && row.mayAnswer ? <AnswerIt row={row} rows={row.rows} /> : null}
    >
      <Facts
        items={[
          { label: text.state, value: text.objectionStates[row.state] },
          { label: text.filedOn, value: row.filedOn },
          { label: text.objectionText, value: <span className="stars-words">{row.text}</span> },
          { label: more.objectorContact, value: contact },
          ...(row.answer === null ? [] : [{ label: text.answer, value: row.answer }]),
        ]}
      />
    </SidePanel>
  )
}
