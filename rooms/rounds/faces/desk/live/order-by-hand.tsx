// An order that was not drawn but laid down: the units by name, a line each, with the reason.

import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { at, inOrder, type Round, rounds } from '../rounds.ts'
import { words } from './words.ts'

type Kind = 'speaking' | 'route'

export function OrderByHand({ round }: { readonly round: Round }) {
  const text = useWords(words)
  const order = useVerb(rounds, 'order')
  const units = inOrder(round.parts)
  const [kind, setKind] = useState<Kind>('speaking')
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed ?? units.map(({ name }) => name).join('\n')
  const lines = value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const subjects = lines.map((line) => units.find(({ name, subject }) => name === line || subject === line)?.subject)
  const wrong = [
    ...lines.filter((line, index) => subjects[index] === undefined || lines.indexOf(line) !== index),
    ...units.filter(({ subject }) => !subjects.includes(subject)).map(({ name }) => name),
  ]
  return (
    <Act
      label={text.order}
      explain={text.orderExplain}
      asks={{ reason: 'required' }}
      verb={order}
      run={async ({ reason }) => {
        if (wrong.length > 0) return undefined
        const known = subjects.filter((subject) => subject !== undefined)
        const answer = await order.run({ params: at(round), body: { kind, subjects: known, reason } })
        if (answer !== undefined) setTyped(null)
        return answer
      }}
    >
      <Field label={text.orderKind}>
        {(input) => (
          <Radio.Group
            {...input}
            value={kind}
            options={(['speaking', 'route'] as const).map((each) => ({ value: each, label: text.orderKinds[each] }))}
            onChange={(event) => setKind(event.target.value as Kind)}
          />
        )}
      </Field>
      <Field label={text.orderList} required error={wrong.length === 0 ? undefined : text.orderBad(wrong.join('、'))}>
        {(input) => (
          <Input.TextArea
            {...input}
            autoSize={{ minRows: 4, maxRows: 14 }}
            value={value}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </Act>
  )
}
