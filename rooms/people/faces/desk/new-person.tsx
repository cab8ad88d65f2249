// A new account, with its first post if there is one already.

import { Input } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { people } from './people.ts'
import { emptyPost, PostFields, postOf } from './post-fields.tsx'
import { words } from './words.ts'

export function NewPerson({ unit, onDone }: { readonly unit: string; readonly onDone: (id: string) => void }) {
  const text = useWords(words)
  const [contact, setContact] = useState({ name: '', login: '', phone: '' })
  const [chosen, setChosen] = useState<ReturnType<typeof emptyPost> | null>(null)
  const post = chosen ?? emptyPost(unit)
  const create = useVerb(people, 'create', {
    onDone: ({ id }) => {
      setContact({ name: '', login: '', phone: '' })
      setChosen(null)
      onDone(id)
    },
  })
  const body = () => {
    const given = postOf(post)
    const { name, login, phone } = contact
    return {
      name,
      unit: post.unit,
      ...(login === '' ? {} : { login }),
      ...(phone === '' ? {} : { phone }),
      ...(given === null ? {} : { post: given }),
    }
  }
  const field = (key: keyof typeof contact, required: boolean) => (
    <Field label={text[key]} hint={required ? undefined : text.optional} required={required} error={create.errorAt(`body.${key}`)}>
      {(input) => (
        <Input
          {...input}
          maxLength={80}
          autoComplete="off"
          value={contact[key]}
          onChange={(event) => setContact({ ...contact, [key]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <ConfirmVerb
      label={text.create}
      title={text.create}
      explain={text.createExplain}
      primary
      problem={create.problem}
      run={() => create.run({ body: body() })}
    >
      {field('name', true)}
      <PostFields draft={post} set={(changes) => setChosen({ ...post, ...changes })} optional errorAt={create.errorAt} />
      {field('login', false)}
      {field('phone', false)}
    </ConfirmVerb>
  )
}
