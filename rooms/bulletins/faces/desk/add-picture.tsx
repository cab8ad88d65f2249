// A picture of cited evidence into the draft: one is chosen, gets its caption, and is confirmed to show nobody who may not be.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { addressOf, client, newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import './bulletins.css'
import { bulletins, type BulletinRecord, paramsOf } from './bulletins.ts'
import { words } from './words.ts'

/** Views are another room's; its address is asked from the house like any other. */
const evidence = client('evidence')
const viewOf = ({ unit, id }: { readonly unit: string; readonly id: string }): string =>
  addressOf(evidence, 'view', { params: { unit, id }, query: { size: 'small' } } as never)

interface AddPictureProps {
  readonly record: BulletinRecord
  readonly onClose: () => void
}

export function AddPicture({ record, onClose }: AddPictureProps) {
  const text = useWords(words)
  const { shortDay } = useFormat()
  const asked = useAnswer(bulletins, 'citable', { params: { unit: record.unit } })
  const verb = useVerb(bulletins, 'addPicture', { onDone: onClose })
  const [id] = useState(newKey)
  const [chosen, setChosen] = useState('')
  const [caption, setCaption] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const rows = asked.data?.rows ?? []
  const item = rows.find((row) => row.id === chosen)
  const send = (): void => {
    if (item !== undefined)
      void verb.run({ params: paramsOf(record), body: { id, item: { unit: item.unit, id: item.id }, caption, confirmed: true } })
  }
  return (
    <SidePanel title={text.addPicture} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
        <p className="lx-hint">{asked.data !== undefined && rows.length === 0 ? text.noPictures : text.pictureHint}</p>
        <ul className="bulletins-picks">
          {rows.map((row) => (
            <li key={row.id}>
              <label>
                <img src={viewOf(row)} alt="" loading="lazy" />
                <input type="radio" name="picture" checked={row.id === chosen} onChange={() => setChosen(row.id)} /> {row.shows}{' '}
                <span className="lx-quiet">{shortDay(row.effectiveOn)}</span>
              </label>
            </li>
          ))}
        </ul>
        <Field label={text.pictureCaption}>
          {(input) => <Input {...input} maxLength={200} value={caption} onChange={(event) => setCaption(event.target.value)} />}
        </Field>
        <p>
          <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
            {text.pictureConfirm}
          </Checkbox>
        </p>
        <ProblemNotice problem={verb.problem} />
        <Button type="primary" htmlType="submit" loading={verb.pending} disabled={item === undefined || !confirmed}>
          {text.addPicture}
        </Button>
      </form>
    </SidePanel>
  )
}
