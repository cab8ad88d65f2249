// One bulletin beside the list: what it says, where its figures come from, and what the acting post may do with it.

import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { cutsOf } from '../../core/tracing.ts'
import { AddPicture } from './add-picture.tsx'
import { BulletinActs } from './bulletin-acts.tsx'
import { bulletins, type BulletinRecord, paramsOf } from './bulletins.ts'
import { Trace } from './figure-text.tsx'
import { Preview } from './preview.tsx'
import { StateTag } from './state-tag.tsx'
import { words } from './words.ts'
import { WritePanel } from './write-panel.tsx'

interface PartProps {
  readonly record: BulletinRecord
  readonly onOpen: (id: string) => void
}

function Particulars({ record, onOpen }: PartProps) {
  const text = useWords(words)
  const format = useFormat()
  const dated = (label: string, day: string | null) => (day === null ? [] : [{ label, value: format.day(day) }])
  const linked = (label: string, other: BulletinRecord['correctedBy']) =>
    other === null
      ? []
      : [
          {
            label,
            value: (
              <Button type="link" className="bulletins-link" onClick={() => onOpen(other.id)}>
                {`${other.number} ${other.title}`}
              </Button>
            ),
          },
        ]
  return (
    <Facts
      items={[
        { label: text.state, value: <StateTag state={record.state} /> },
        { label: text.number, value: record.number ?? text.noNumber },
        { label: text.owner, value: `${record.owner.name} ${record.owner.code}` },
        { label: text.audience, value: text.audiences[record.audience] },
        ...(record.note === '' ? [] : [{ label: text.returnedFor, value: record.note }]),
        ...dated(text.draftedOn, record.draftedOn),
        ...dated(text.signedOn, record.signedOn),
        ...dated(text.publishedOn, record.publishedOn),
        ...linked(text.corrects, record.correcting),
        ...linked(text.correctedBy, record.correctedBy),
      ]}
    />
  )
}

function Figures({ figures, digest, unit }: Pick<BulletinRecord, 'figures' | 'digest' | 'unit'>) {
  const text = useWords(words)
  return (
    <>
      {figures.length === 0 ? null : (
        <>
          <h3>{text.figures}</h3>
          {cutsOf(figures).map(({ query, source, figures: of }) => (
            <section key={`${query} ${source.id} ${source.digest} ${source.at}`} className="bulletins-cut">
              <ul>
                {of.map((figure) => (
                  <li key={figure.id}>
                    {figure.label} <strong>{figure.value}</strong>
                  </li>
                ))}
              </ul>
              {of[0] === undefined ? null : <Trace figure={of[0]} unit={unit} />}
            </section>
          ))}
        </>
      )}
      <p className="lx-quiet">
        {text.digest} <code>{digest.slice(0, 16)}</code>
      </p>
    </>
  )
}

interface BulletinPanelProps {
  readonly unit: string
  readonly id: string
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

export function BulletinPanel({ unit, id, onClose, onOpen }: BulletinPanelProps) {
  const text = useWords(words)
  const [writing, setWriting] = useState(false)
  const [adding, setAdding] = useState(false)
  const asked = useAnswer(bulletins, 'get', { params: { unit, id } })
  const record = asked.data
  if (writing && record !== undefined)
    return <WritePanel record={record} onClose={() => setWriting(false)} onDone={() => setWriting(false)} />
  if (adding && record !== undefined) return <AddPicture record={record} onClose={() => setAdding(false)} />
  const forms = [
    { key: 'docx', label: text.docx },
    { key: 'pdf', label: text.pdf },
    { key: 'xlsx', label: text.workbook },
  ] as const
  const acts =
    record === undefined ? null : (
      <>
        <BulletinActs record={record} onRevise={() => setWriting(true)} onOpen={onOpen} />
        {record.may.includes('revise') ? <Button onClick={() => setAdding(true)}>{text.addPicture}</Button> : null}
        {forms.map(({ key, label }) => (
          <Button key={key} onClick={() => void download(bulletins, key, { params: paramsOf(record) })}>
            {label}
          </Button>
        ))}
      </>
    )
  return (
    <SidePanel title={text.title} onClose={onClose} actions={acts}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {record === undefined ? null : (
        <>
          <Particulars record={record} onOpen={onOpen} />
          <h3>{text.preview}</h3>
          <Preview record={record} />
          <Figures figures={record.figures} digest={record.digest} unit={record.unit} />
        </>
      )}
    </SidePanel>
  )
}
