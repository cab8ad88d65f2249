// What may be done about a person: give a post, correct, invite, lock or unlock, bind, erase.

import { Input } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Act } from './act.tsx'
import { addressOfLink, people, type Person } from './people.ts'
import { emptyPost, PostFields, postOf } from './post-fields.tsx'
import { words } from './words.ts'

interface Of {
  readonly person: Person
}

function GivePost({ person }: Of) {
  const text = useWords(words)
  const [post, setPost] = useState(() => emptyPost(person.unit))
  const give = useVerb(people, 'givePost')
  const body = postOf(post)
  return (
    <Act
      label={text.givePost}
      explain={text.givePostExplain}
      verb={give}
      run={async () => (body === null ? undefined : give.run({ params: { id: person.id }, body }))}
    >
      <PostFields draft={post} set={(changes) => setPost({ ...post, ...changes })} errorAt={give.errorAt} />
    </Act>
  )
}

function Edit({ person }: Of) {
  const text = useWords(words)
  const [name, setName] = useState(person.name)
  const [login, setLogin] = useState(person.login ?? '')
  const [phone, setPhone] = useState('')
  const update = useVerb(people, 'update')
  // A number is only sent when a new one was typed: the old one is masked here.
  const body = {
    ...(name === person.name ? {} : { name }),
    ...(login === (person.login ?? '') ? {} : { login: login === '' ? null : login }),
    ...(phone === '' ? {} : { phone }),
  }
  const field = (label: string, key: string, value: string, set: (value: string) => void, placeholder?: string) => (
    <Field label={label} error={update.errorAt(`body.${key}`)}>
      {(input) => (
        <Input
          {...input}
          autoComplete="off"
          maxLength={80}
          placeholder={placeholder}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  )
  return (
    <Act label={text.edit} explain={text.editExplain} verb={update} run={() => update.run({ params: { id: person.id }, body })}>
      {field(text.name, 'name', name, setName)}
      {field(text.login, 'login', login, setLogin)}
      {field(text.phone, 'phone', phone, setPhone, person.phone ?? '')}
    </Act>
  )
}

function Invite({ person }: Of) {
  const text = useWords(words)
  const invite = useVerb(people, 'invite')
  return (
    <>
      <Act label={text.invite} explain={text.inviteExplain} verb={invite} run={() => invite.run({ params: { id: person.id } })} />
      {invite.answer === undefined ? null : (
        <p role="status">
          {text.link}
          <br />
          <code>{addressOfLink(invite.answer)}</code>
        </p>
      )}
    </>
  )
}

function Bind({ person }: Of) {
  const text = useWords(words)
  const [subject, setSubject] = useState('')
  const bind = useVerb(people, 'bindIdentity')
  return (
    <Act label={text.bind} explain={text.bindExplain} verb={bind} run={() => bind.run({ params: { id: person.id }, body: { subject } })}>
      <Field label={text.subject} required error={bind.errorAt('body.subject')}>
        {(input) => <Input {...input} autoComplete="off" value={subject} onChange={(event) => setSubject(event.target.value)} />}
      </Field>
    </Act>
  )
}

export function PersonActs({ person }: Of) {
  const text = useWords(words)
  const may = useMay()
  const ways = useAnswer(people, 'waysIn', {}, { fresh: 600_000 })
  const params = { id: person.id }
  const lock = useVerb(people, 'lock')
  const unlock = useVerb(people, 'unlock')
  const erase = useVerb(people, 'erase')
  return (
    <>
      <GivePost person={person} />
      <Invite person={person} />
      <Edit person={person} />
      {ways.data?.singleSignOn == null ? null : <Bind person={person} />}
      {person.state === 'locked' || person.pausedUntil !== null ? (
        <Act label={text.unlock} explain={text.unlockExplain} verb={unlock} run={() => unlock.run({ params })} />
      ) : null}
      {person.state === 'locked' ? null : (
        <Act
          label={text.lock}
          explain={text.lockExplain}
          asks={{ reason: 'required' }}
          danger
          verb={lock}
          run={({ reason }) => lock.run({ params, body: { reason } })}
        />
      )}
      {may('people.erase') ? (
        <Act
          label={text.erase}
          explain={text.eraseExplain}
          asks={{ reason: 'required' }}
          danger
          verb={erase}
          run={({ reason }) => erase.run({ params, body: { reason } })}
        />
      ) : null}
    </>
  )
}
