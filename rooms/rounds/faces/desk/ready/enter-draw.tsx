// One person's entry of the values of a draw: a field for each announced source.

import { Input } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { at, type Draw, type Round, rounds } from '../rounds.ts'
import { words } from './words.ts'

export function EnterDraw({ round, draw }: { readonly round: Round; readonly draw: Draw }) {
  const text = useWords(words)
  const [values, setValues] = useState<readonly string[]>(draw.sources.map(() => ''))
  const enter = useVerb(rounds, 'enterDraw')
  return (
    <>
      {enter.answer?.differed === true && draw.state === 'sealed' ? <StatusTag state="late">{text.differed}</StatusTag> : null}
      <Act
        label={text.enter}
        explain={text.enterExplain}
        primary
        verb={enter}
        run={() => enter.run({ params: { ...at(round), draw: draw.id }, body: { values: values.map((value) => value.trim()) } })}
      >
        {draw.sources.map((source, index) => (
          <Field key={source} label={source} required error={enter.errorAt(`body.values[${index}]`)}>
            {(input) => (
              <Input
                {...input}
                autoComplete="off"
                value={values[index] ?? ''}
                onChange={(event) => setValues(draw.sources.map((_, each) => (each === index ? event.target.value : (values[each] ?? ''))))}
              />
            )}
          </Field>
        ))}
      </Act>
    </>
  )
}
