// Changing one's own password. Typed passwords are never kept as drafts.

import { Button, Input } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { people } from './people.ts'
import { words } from './words.ts'

const empty = { current: '', next: '', again: '' }

export function PasswordForm() {
  const text = useWords(words)
  const [typed, setTyped] = useState(empty)
  const change = useVerb(people, 'changePassword', { onDone: () => setTyped(empty) })
  const differ = typed.again !== '' && typed.again !== typed.next
  const field = (key: keyof typeof empty, complete: string, hint?: string, error?: string) => (
    <Field label={text[key]} hint={hint} required error={error}>
      {(input) => (
        <Input.Password
          {...input}
          autoComplete={complete}
          maxLength={512}
          value={typed[key]}
          onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <section>
      <h2>{text.password}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void change.run({ body: { current: typed.current, next: typed.next } })
        }}
      >
        {field('current', 'current-password', undefined, change.errorAt('body.current'))}
        {field('next', 'new-password', text.passwordHint, change.errorAt('body.next'))}
        {field('again', 'new-password', undefined, differ ? text.differ : undefined)}
        <ProblemNotice problem={change.problem} />
        {change.answer === undefined ? null : <p role="status">{text.passwordSet}</p>}
        <Button type="primary" htmlType="submit" loading={change.pending} disabled={typed.next === '' || typed.again !== typed.next}>
          {text.setPassword}
        </Button>
      </form>
    </section>
  )
}
