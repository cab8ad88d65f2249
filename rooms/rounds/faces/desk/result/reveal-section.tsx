// 揭晓: bands or ranks, step by step from the bottom up or all at once; what the hall has seen stands below.

import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { PhotosSection } from '../photos/photos-section.tsx'
import { at, type OfRound, rounds } from '../rounds.ts'
import { PlacesTable } from './places-table.tsx'
import { words } from './words.ts'

type Form = 'bands' | 'ranks'

export default function RevealSection({ round, can }: OfRound) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'standing', { params: at(round) })
  const [chosen, setChosen] = useState<Form>('bands')
  const reveal = useVerb(rounds, 'reveal')
  const fixed = asked.data?.form ?? null
  const form = fixed ?? chosen
  const left = asked.data?.left ?? null
  const places = asked.data?.places ?? []
  const begun = ['revealed', 'published', 'closed'].includes(round.state)
  const more = can('reveal') && (!begun || (left !== null && left > 0))
  return (
    <>
      <section className="rounds-box">
        <h2>{text.revealTitle}</h2>
        <p className="lx-quiet">{text.revealLead}</p>
        <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
        {!begun && !can('reveal') ? <StatusTag state="waiting">{text.notYet}</StatusTag> : null}
        {more ? (
          <>
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
            <div className="rounds-acts rounds-acts-start">
              <Button
                type="primary"
                loading={reveal.pending}
                onClick={() => void reveal.run({ params: at(round), body: { form, all: false } })}
              >
                {text.revealNext}
              </Button>
              <Act
                label={text.revealAll}
                explain={text.revealAllExplain}
                verb={reveal}
                run={() => reveal.run({ params: at(round), body: { form, all: true } })}
              />
              {left === null ? null : <span className="lx-figures">{text.revealLeft(left)}</span>}
            </div>
            <ProblemNotice problem={reveal.problem} />
          </>
        ) : null}
        {begun && left === 0 ? <StatusTag state="done">{text.revealDone}</StatusTag> : null}
        {begun && fixed === null && asked.data !== undefined ? <StatusTag state="attention">{text.noAdvanced}</StatusTag> : null}
        {places.length === 0 ? null : <PlacesTable round={round} places={places} caption={text.result} />}
      </section>
      {begun ? <PhotosSection round={round} /> : null}
    </>
  )
}
