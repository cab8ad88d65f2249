// Remarks made in the hall and findings from before the visit; the officer takes them down.

import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { ToLedger } from '../after/to-ledger.tsx'
import { addressOfRound, at, inOrder, type OfRound, type Remark, rounds } from '../rounds.ts'
import { words } from './words.ts'

type Kind = 'remark' | 'finding'

function Note({ round, can }: OfRound) {
  const text = useWords(words)
  const draft = useDraft(`rounds-remark:${round.id}`, { text: '' })
  const [id, setId] = useState(newKey)
  const [chosen, setChosen] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind>(can('remark') ? 'remark' : 'finding')
  const note = useVerb(rounds, 'noteRemark', {
    onDone: () => {
      setId(newKey())
      draft.clear()
    },
  })
  const units = inOrder(round.parts)
  const subject = chosen ?? round.scene.subject ?? units[0]?.subject ?? ''
  const typed = draft.value.text
  return (
    <form
      noValidate
      className="rounds-note"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') void note.run({ params: at(round), body: { id, subject, kind, text: typed.trim() } })
      }}
    >
      <Field label={text.remarkUnit}>
        {(input) => (
          <Select
            {...input}
            value={subject}
            showSearch={{ optionFilterProp: 'label' }}
            options={units.map((unit) => ({ value: unit.subject, label: unit.name }))}
            onChange={setChosen}
          />
        )}
      </Field>
      <Field label={text.remarkKind}>
        {(input) => (
          <Radio.Group
            {...input}
            value={kind}
            options={(['remark', 'finding'] as const)
              .filter((value) => can(value === 'remark' ? 'remark' : 'find'))
              .map((value) => ({ value, label: text.remarkKinds[value] }))}
            onChange={(event) => setKind(event.target.value as Kind)}
          />
        )}
      </Field>
      <Field label={text.remarkText} required error={note.errorAt('body.text')}>
        {(input) => (
          <Input.TextArea
            {...input}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={typed}
            onChange={(event) => draft.set({ text: event.target.value })}
          />
        )}
      </Field>
      <ProblemNotice problem={note.problem} />
      <div className="rounds-acts rounds-acts-start">
        <Button htmlType="submit" loading={note.pending} disabled={typed.trim() === ''}>
          {text.remarkSave}
        </Button>
      </div>
    </form>
  )
}

/** Whether a remark is in the ledger, and the way there: at once, without waiting for the end of the round. */
function Entry({ round, can, remark }: OfRound & { readonly remark: Remark }) {
  const text = useWords(words)
  const may = useMay()
  if (remark.entry === null) return can('toLedger') ? <ToLedger round={round} remarks={[remark]} onDone={() => undefined} quiet /> : null
  if (!may('ledger.read')) return <StatusTag state="done">{text.inLedger}</StatusTag>
  return <PageLink to={`/desk/ledger?open=${round.unit}.${remark.entry}`}>{text.inLedger}</PageLink>
}

function List({ round, can }: OfRound) {
  const text = useWords(words)
  const { minute } = useFormat()
  const asked = useAnswer(rounds, 'remarks', { params: at(round) })
  const remarks = asked.data?.remarks
  return (
    <>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {remarks?.length === 0 ? <p className="lx-quiet">{text.noRemarks}</p> : null}
      <ul className="rounds-remarks">
        {remarks?.map((each) => (
          <li key={each.id}>
            <strong>{each.name}</strong> {each.text}
            <span className="lx-quiet"> {text.remarkBy(text.remarkKinds[each.kind], each.by, minute(each.at))}</span>
            <div className="rounds-acts rounds-acts-start">
              <Entry round={round} can={can} remark={each} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

export function Remarks({ round, can }: OfRound) {
  const text = useWords(words)
  return (
    <section className="rounds-box">
      <h2>{text.remarks}</h2>
      <p className="lx-quiet">{text.remarksLead}</p>
      <List round={round} can={can} />
      {can('toLedger') ? (
        <p>
          <PageLink to={addressOfRound(round, 'close')}>{text.toLedger}</PageLink>
        </p>
      ) : null}
      {can('remark') || can('find') ? <Note round={round} can={can} /> : null}
    </section>
  )
}
