// The verbs that the acting post may take now, as the server says.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { verbNames } from '../../core/state.ts'
import { usualWords } from '../../core/usual-words.ts'
import { bulletins, type BulletinRecord, paramsOf } from './bulletins.ts'
import { words } from './words.ts'

interface VerbProps {
  readonly record: BulletinRecord
}

function SignOff({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.signOff)
  const verb = useVerb(bulletins, 'signOff')
  const run = () => verb.run({ params: paramsOf(record) })
  return <ConfirmVerb primary label={label} title={label} explain={text.signExplain} problem={verb.problem} run={run} />
}

function Return({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.return)
  const verb = useVerb(bulletins, 'return')
  const run = ({ reason }: { readonly reason: string }) => verb.run({ params: paramsOf(record), body: { reason } })
  return (
    <ConfirmVerb label={label} title={label} explain={text.returnExplain} asks={{ reason: 'required' }} problem={verb.problem} run={run} />
  )
}

function Publish({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.publish)
  const verb = useVerb(bulletins, 'publish')
  const kept = useAnswer(bulletins, 'letterheads', { query: { unit: record.unit } })
  const [typed, setPrefix] = useState<string | null>(null)
  // The head it is printed with knows its own 机关代字.
  const prefix = typed ?? kept.data?.rows.find((row) => row.mark === record.letterhead?.mark)?.prefix ?? ''
  const [serial, setSerial] = useState<number | null>(null)
  const run = () => verb.run({ params: paramsOf(record), body: { prefix, ...(serial === null ? {} : { serial }) } })
  return (
    <ConfirmVerb primary label={label} title={label} explain={text.publishExplain} problem={verb.problem} run={run}>
      <Field label={text.prefix} hint={text.prefixHint} required error={verb.errorAt('body.prefix')}>
        {(input) => <Input {...input} maxLength={30} value={prefix} onChange={(event) => setPrefix(event.target.value)} />}
      </Field>
      <Field label={text.serial}>{(input) => <InputNumber {...input} min={1} max={99_999} value={serial} onChange={setSerial} />}</Field>
    </ConfirmVerb>
  )
}

function Correct({ record, onOpen }: VerbProps & { readonly onOpen: (id: string) => void }) {
  const text = useWords(words)
  const label = useText()(verbNames.correct)
  const [id] = useState(newKey)
  const verb = useVerb(bulletins, 'correct', { onDone: (made) => onOpen(made.id) })
  // Where no figure has a source, there is nothing to take anew.
  const traced = record.figures.length > 0
  const [from, setFrom] = useState<'figures' | 'fresh' | 'old'>(!traced ? 'old' : usualWords(record) === 'fresh' ? 'fresh' : 'figures')
  const body = { id, anew: from !== 'old', words: from === 'fresh' ? ('fresh' as const) : ('kept' as const) }
  const run = () => verb.run({ params: paramsOf(record), body })
  return (
    <ConfirmVerb label={label} title={label} explain={text.correctExplain} problem={verb.problem} run={run}>
      {traced ? (
        <Field label={text.correctFrom} required>
          {() => (
            <Radio.Group
              aria-label={text.correctFrom}
              className="bulletins-choice"
              value={from}
              options={[
                { value: 'figures', label: text.correctFigures },
                { value: 'fresh', label: text.correctAnew },
                { value: 'old', label: text.correctKept },
              ]}
              onChange={(event) => setFrom(event.target.value as typeof from)}
            />
          )}
        </Field>
      ) : null}
    </ConfirmVerb>
  )
}

interface BulletinActsProps extends VerbProps {
  readonly onRevise: () => void
  readonly onOpen: (id: string) => void
}

export function BulletinActs({ record, onRevise, onOpen }: BulletinActsProps) {
  const say = useText()
  const { may } = record
  return (
    <>
      {may.includes('publish') ? <Publish record={record} /> : null}
      {may.includes('signOff') ? <SignOff record={record} /> : null}
      {may.includes('revise') ? <Button onClick={onRevise}>{say(verbNames.revise)}</Button> : null}
      {may.includes('return') ? <Return record={record} /> : null}
      {may.includes('correct') ? <Correct record={record} onOpen={onOpen} /> : null}
    </>
  )
}
