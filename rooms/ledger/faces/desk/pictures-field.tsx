// Pictures that go with a step: sent as they are chosen, or taken from what the unit has already. None is ever required.

import { useAnswer } from '#ground/ui/answers.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Radio } from 'antd'
import { useRef, useState } from 'react'
import type { Dispatch, SetStateAction } from 'react'
import { ExhibitList } from './exhibits.tsx'
import { ledger } from './ledger.ts'
import type { Exhibit, ItemAt } from './ledger.ts'
import { pictureOf, sendPicture } from './sending.ts'
import type { Picture } from './sending.ts'
import { words } from './words.ts'

interface PicturesFieldProps {
  /** Whose place the pictures show. */
  readonly subject: string
  /** The entry, when it is there: what its unit has can be taken. */
  readonly entry?: { readonly unit: string; readonly id: string }
  readonly phase: 'before' | 'after'
  /** The day it is by the server; a device may think otherwise. */
  readonly today: string
  /** What they show unless something else is typed. */
  readonly shows: string
  readonly value: readonly ItemAt[]
  readonly onChange: Dispatch<SetStateAction<readonly ItemAt[]>>
}

interface Sent {
  readonly picture: Picture
  readonly state: 'sending' | 'arrived' | 'failed' | 'unfit'
  readonly problem: unknown
}

function FromExisting({ entry, value, onChange }: Pick<PicturesFieldProps, 'value' | 'onChange'> & { readonly entry: ItemAt }) {
  const text = useWords(words)
  const [open, setOpen] = useState(false)
  const asked = useAnswer(ledger, 'citable', open ? { params: entry } : null)
  const isTaken = (item: Exhibit): boolean => value.some((one) => one.id === item.id)
  const toggle = (item: Exhibit): void =>
    onChange((before) => (isTaken(item) ? before.filter((one) => one.id !== item.id) : [...before, { unit: item.unit, id: item.id }]))
  const takeIt = (item: Exhibit) => (
    <Button size="small" aria-pressed={isTaken(item)} onClick={() => toggle(item)}>
      {isTaken(item) ? text.untake(item.shows) : text.take(item.shows)}
    </Button>
  )
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {text.fromExisting}
      </Button>
    )
  return (
    <>
      <ProblemNotice problem={asked.error} />
      {asked.data?.items.length === 0 ? <p className="lx-quiet">{text.nothingToCite}</p> : null}
      <ExhibitList items={(asked.data?.items ?? []).slice(0, 24)} act={takeIt} />
    </>
  )
}

export function PicturesField({ subject, entry, phase, shows, today, value, onChange }: PicturesFieldProps) {
  const text = useWords(words)
  const { acting } = useMe()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [when, setWhen] = useState(phase)
  const [sent, setSent] = useState<readonly Sent[]>([])
  const said = (typed ?? shows).trim().slice(0, 200)

  const send = async (picture: Picture): Promise<void> => {
    const tell = (state: Sent['state'], problem: unknown = null): void =>
      setSent((before) => [...before.filter((one) => one.picture.item !== picture.item), { picture, state, problem }])
    tell('sending')
    try {
      const unit = acting?.unit ?? ''
      const done = await sendPicture(picture, { unit, subject, shows: said, phase: when, effectiveOn: day ?? today })
      tell(done ? 'arrived' : 'unfit')
      if (!done) return
      onChange((before) => [...before, { unit, id: picture.item }])
    } catch (error) {
      tell('failed', error)
    }
  }
  const take = async (files: FileList | null): Promise<void> => {
    for (const file of files ?? []) await send(pictureOf(file))
  }

  return (
    <Field label={text.pictures} hint={text.picturesHint}>
      {(field) => (
        <div className="ledger-pictures">
          <Radio.Group
            aria-label={text.phase}
            value={when}
            options={(['before', 'after'] as const).map((one) => ({ value: one, label: text.phases[one] }))}
            onChange={(event) => setWhen(event.target.value as typeof when)}
          />
          <Input aria-label={text.shows} maxLength={200} value={typed ?? shows} onChange={(event) => setTyped(event.target.value)} />
          <DayInput label={text.takenOn} value={day ?? today} onChange={setDay} />
          <span className="lx-labelled">
            <Button {...field} disabled={said === ''} onClick={() => input.current?.click()}>
              {text.choosePictures}
            </Button>
            {entry === undefined ? null : <FromExisting entry={entry} value={value} onChange={onChange} />}
          </span>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept="image/*,.pdf"
            aria-label={text.pictures}
            onChange={(event) => {
              void take(event.target.files)
              event.target.value = ''
            }}
          />
          <ul className="ledger-sent">
            {sent.map(({ picture, state, problem }) => (
              <li key={picture.item}>
                {picture.file.name} <span className="lx-quiet">{text.sent[state]}</span>{' '}
                {state === 'failed' ? (
                  <Button size="small" onClick={() => void send(picture)}>
                    {text.sendAgain}
                  </Button>
                ) : null}
                <ProblemNotice problem={problem} />
              </li>
            ))}
          </ul>
          {value.length === 0 ? null : <p className="lx-quiet">{text.taken(value.length)}</p>}
        </div>
      )}
    </Field>
  )
}
