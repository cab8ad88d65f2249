// The results told to a unit alone, and the way to a recount.

import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey, save } from '#ground/ui/client.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { OwnPhotos } from '../photos/own-photos.tsx'
import { type OwnPlace, rounds } from '../rounds.ts'
import { words } from './words.ts'

const marks: Readonly<Record<OwnPlace['place']['band'], Status>> = { advanced: 'done', good: 'waiting', improving: 'waiting' }

function Recount({ subject, own }: { readonly subject: string; readonly own: OwnPlace }) {
  const text = useWords(words)
  const { day } = useFormat()
  const [id] = useState(newKey)
  const ask = useVerb(rounds, 'askRecount')
  const input = useVerb(rounds, 'recountInput')
  const { unit, round, tally } = own
  if (own.recount === null)
    return (
      <div className="rounds-acts rounds-acts-start">
        {own.recountUntil === null ? null : <span className="lx-quiet">{text.recountUntil(day(own.recountUntil))}</span>}
        <Act
          label={text.ask}
          explain={text.askExplain}
          asks={{ reason: 'required' }}
          verb={ask}
          run={({ reason }) => ask.run({ params: { subject }, body: { id, unit, round, reason } })}
        />
      </div>
    )
  const download = async (): Promise<void> => {
    const answer = await input.run({ params: { subject, unit, round, tally } })
    if (answer !== undefined)
      save({ blob: new Blob([JSON.stringify(answer, null, 2)], { type: 'application/json' }), name: `${round}.json` })
  }
  return (
    <div className="rounds-acts rounds-acts-start">
      <StatusTag state={own.recount === 'asked' ? 'attention' : 'done'}>{text.recounts[own.recount]}</StatusTag>
      {own.decision === '' ? null : <span>{own.decision}</span>}
      <Button loading={input.pending} onClick={() => void download()}>
        {text.input}
      </Button>
      <ProblemNotice problem={input.problem} />
    </div>
  )
}

export function OwnPlaces({ unit }: { readonly unit: string }) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'ownPlaces', { params: { subject: unit } })
  const places = asked.data?.places
  return (
    <section className="rounds-box">
      <h2>{text.places}</h2>
      <p className="lx-quiet">{text.placesLead}</p>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {places?.length === 0 ? <EmptyState title={text.placesNone} /> : null}
      <ul className="rounds-remarks">
        {places?.map((own) => (
          <li key={own.tally}>
            <strong>{own.name}</strong> <span className="lx-quiet">{text.quarterName(own.quarter)}</span>{' '}
            <StatusTag state={marks[own.place.band]}>{text.bands[own.place.band]}</StatusTag>{' '}
            <span className="lx-figures">
              {[own.place.total === null ? '' : text.total(own.place.total), own.place.rank === null ? '' : text.rank(own.place.rank)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <OwnPhotos subject={unit} own={own} />
            <Recount subject={unit} own={own} />
          </li>
        ))}
      </ul>
    </section>
  )
}
