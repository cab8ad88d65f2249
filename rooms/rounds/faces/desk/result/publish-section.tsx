// 公布: in the form in which it was revealed, ranks only with their reason; every publication stands, the newest first.

import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { PhotosSection } from '../photos/photos-section.tsx'
import { at, type OfRound, rounds } from '../rounds.ts'
import { Publications } from './publications.tsx'
import { Recounts } from './recounts.tsx'
import { words } from './words.ts'

type Form = 'bands' | 'ranks'

function PublishVerb({ round }: Pick<OfRound, 'round'>) {
  const text = useWords(words)
  const standing = useAnswer(rounds, 'standing', { params: at(round) })
  const [id, setId] = useState(newKey)
  const [chosen, setChosen] = useState<Form>('bands')
  const [reason, setReason] = useState('')
  const publish = useVerb(rounds, 'publish', { onDone: () => setId(newKey()) })
  const fixed = standing.data?.form ?? null
  const form = fixed ?? chosen
  return (
    <Act
      label={text.publish}
      primary
      explain={text.publishExplain[form]}
      verb={publish}
      run={() => publish.run({ params: at(round), body: { id, form, reason: reason.trim() } })}
    >
      <Field label={text.form} {...(fixed === null ? {} : { hint: text.formFixed })}>
        {(input) => (
          <Radio.Group
            {...input}
            value={form}
            disabled={fixed !== null}
            options={(['bands', 'ranks'] as const).map((value) => ({ value, label: text.forms[value] }))}
            onChange={(event) => setChosen(event.target.value as Form)}
          />
        )}
      </Field>
      <Field label={text.reason} required={form === 'ranks'} error={publish.errorAt('body.reason')}>
        {(input) => (
          <Input.TextArea {...input} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Act>
  )
}

export default function PublishSection({ round, can }: OfRound) {
  const text = useWords(words)
  const told = ['published', 'closed'].includes(round.state)
  const asked = useAnswer(rounds, 'published', round.rulesDigest === null ? null : { params: at(round) })
  const publications = asked.data?.publications ?? []
  return (
    <>
      <section className="rounds-box">
        <h2>{text.publishTitle}</h2>
        <p className="lx-quiet">{text.publishLead}</p>
        <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
        {can('publish') ? (
          <div className="rounds-acts rounds-acts-start">
            <PublishVerb round={round} />
          </div>
        ) : null}
        {!told && publications.length === 0 && !can('publish') ? <StatusTag state="waiting">{text.notYet}</StatusTag> : null}
      </section>
      {asked.data === undefined ? null : <Publications round={round} publications={publications} />}
      {told || round.state === 'revealed' ? <PhotosSection round={round} /> : null}
      {told || round.state === 'revealed' ? <Recounts round={round} can={can} /> : null}
    </>
  )
}
