// Says, or confirms, how a commitment stands: one of four words and a note.

import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { Verb } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { type StandingWord, standingWords } from './standing.tsx'
import { words } from './words.ts'

interface Props {
  readonly label: string
  readonly explain: string
  readonly primary: boolean
  readonly first: StandingWord
  readonly verb: Pick<Verb<[], unknown>, 'problem'>
  readonly run: (standing: StandingWord, note: string) => Promise<unknown>
}

export function StandingVerb({ label, explain, primary, first, verb, run }: Props) {
  const text = useWords(words)
  const [standing, setStanding] = useState<StandingWord>(first)
  const [note, setNote] = useState('')
  return (
    <Act label={label} explain={explain} primary={primary} verb={verb} run={() => run(standing, note.trim())}>
      <Field label={text.standing}>
        {(input) => (
          <Radio.Group
            {...input}
            value={standing}
            options={standingWords.map((value) => ({ value, label: text.standings[value] }))}
            onChange={(event) => setStanding(event.target.value as StandingWord)}
          />
        )}
      </Field>
      <Field label={text.note}>
        {(input) => <Input.TextArea {...input} rows={2} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </Act>
  )
}
