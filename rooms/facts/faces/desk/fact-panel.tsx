// One fact beside the list: what it says, on what it stands, how it came to be, and what the acting post may do.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { periodText } from '../../core/period.ts'
import { statedText, takesNothing } from '../../core/value.ts'
import { DoubtVerb } from './doubt-verb.tsx'
import type { Definition, Fact } from './facts-client.ts'
import { facts, paramsOf } from './facts-client.ts'
import { RecordEvidence } from './record-evidence.tsx'
import { TextField } from './text-field.tsx'
import { typedOf, ValueField, valueOf } from './value-field.tsx'
import { words } from './words.ts'

interface FactPanelProps {
  readonly fact: Fact
  readonly definition: Definition | undefined
  readonly onClose: () => void
  readonly onDone: (fact: Fact) => void
}

type Kind = 'value' | 'nothing' | 'withdrawn'

function CorrectVerb({
  fact,
  definition,
  onDone,
}: {
  readonly fact: Fact
  readonly definition: Definition
  readonly onDone: (fact: Fact) => void
}) {
  const text = useWords(words)
  const [id, setId] = useState(newKey)
  const [kind, setKind] = useState<Kind>('value')
  const [value, setValue] = useState(fact.stated.state === 'value' ? typedOf(fact.stated.value) : '')
  const [voucher, setVoucher] = useState(fact.voucher)
  const correct = useVerb(facts, 'correct', {
    onDone: (next) => {
      setId(newKey())
      onDone(next)
    },
  })
  const kinds = (['value', 'nothing', 'withdrawn'] as const).filter((one) => one !== 'nothing' || takesNothing(definition))
  const stated = kind === 'value' ? { state: kind, value: valueOf(definition, value) } : { state: kind }
  return (
    <ConfirmVerb
      primary
      label={text.correct}
      title={text.correct}
      explain={text.correctExplain}
      asks={{ reason: 'required' }}
      problem={correct.problem}
      run={({ reason }) => correct.run({ params: paramsOf(fact), body: { id, stated, voucher, reason } })}
    >
      <Field label={text.correctTo} required>
        {() => (
          <Radio.Group
            aria-label={text.correctTo}
            value={kind}
            options={kinds.map((one) => ({ value: one, label: text.correctKinds[one] }))}
            onChange={(event) => setKind(event.target.value as Kind)}
          />
        )}
      </Field>
      {kind === 'value' ? (
        <ValueField definition={definition} value={value} onChange={setValue} error={correct.errorAt('body.stated')} />
      ) : null}
      <TextField label={text.voucher} hint={text.voucherHint} most={400} value={voucher} onChange={setVoucher} />
    </ConfirmVerb>
  )
}

function History({ fact, definition }: { readonly fact: Fact; readonly definition: Definition }) {
  const text = useWords(words)
  const say = useText()
  const format = useFormat()
  const query = { below: fact.unit.code, definition: fact.definition, history: 'true' as const }
  const rows = useAnswer(facts, 'list', { query }).data?.rows.filter(({ from }) => from === fact.from) ?? []
  if (rows.length < 2) return null
  return (
    <>
      <h3>{text.history}</h3>
      <ol>
        {rows
          .toSorted((a, b) => (a.corrects === null ? -1 : b.corrects === null ? 1 : a.supersededBy === null ? 1 : -1))
          .map((row) => (
            <li key={row.id}>
              <strong>{say(statedText(row.stated, definition))}</strong>{' '}
              {row.supersededBy === null ? null : <span className="lx-quiet">{text.replacedBy}</span>}
              <div className="lx-quiet">{text.entered(row.byUnit ?? text.none, format.day(row.statedOn))}</div>
              {row.reason === '' ? null : <p style={{ whiteSpace: 'pre-wrap', margin: '4px 0' }}>{row.reason}</p>}
            </li>
          ))}
      </ol>
    </>
  )
}

export function FactPanel({ fact, definition, onClose, onDone }: FactPanelProps) {
  const text = useWords(words)
  const say = useText()
  const format = useFormat()
  const may = useMay()
  const corrects = definition !== undefined && (may('facts.state') || (fact.statedBy === 'unit' && may('facts.stateOwn')))
  return (
    <SidePanel
      title={definition?.name ?? fact.definition}
      onClose={onClose}
      actions={
        <>
          {corrects ? <CorrectVerb fact={fact} definition={definition} onDone={onDone} /> : null}
          <DoubtVerb kind="fact" record={fact} />
        </>
      }
    >
      <Facts
        items={[
          { label: text.unit, value: `${fact.unit.name} ${fact.unit.code}` },
          { label: text.period, value: say(periodText(definition?.period ?? 'day', fact.from)) },
          { label: text.value, value: <strong className="lx-figures">{say(statedText(fact.stated, definition))}</strong> },
          { label: text.source, value: fact.source },
          { label: text.voucher, value: fact.voucher || text.none },
          { label: text.statedOn, value: text.entered(fact.byUnit ?? text.none, format.day(fact.statedOn)) },
          ...(fact.reason === '' ? [] : [{ label: text.reason, value: fact.reason }]),
        ]}
      />
      <RecordEvidence kind="fact" record={fact} />
      {definition === undefined ? null : <History fact={fact} definition={definition} />}
    </SidePanel>
  )
}
