// One item beside the list: the picture, what is said of it, where it is cited.

import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { kinds } from '../../core/media.ts'
import { Citations } from './citations.tsx'
import { evidence, type Item, viewAddress } from './evidence.ts'
import { words } from './words.ts'

const sizeOf = (bytes: number): string => (bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`)

function Particulars({ item }: { readonly item: Item }) {
  const text = useWords(words)
  const { day, moment } = useFormat()
  const pixels = item.width === null || item.height === null ? '' : `${item.width}×${item.height}`
  const line = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  return (
    <Facts
      items={[
        { label: text.unit, value: `${item.unitName} ${item.unit}` },
        ...line(text.subject, item.subject === item.unit ? null : `${item.subjectName} ${item.subject}`),
        ...line(text.spotLabel, item.spot),
        ...line(text.phase, item.phase === null ? null : text.phases[item.phase]),
        { label: text.effectiveOn, value: day(item.effectiveOn) },
        { label: text.recordedAt, value: moment(item.recordedAt) },
        { label: text.file, value: text.fileFacts(kinds[item.media].ending.toUpperCase(), sizeOf(item.bytes), pixels) },
      ]}
    />
  )
}

function Picture({ item }: { readonly item: Item }) {
  const text = useWords(words)
  if (item.preview === 'made') {
    return (
      <a href={viewAddress(item, 'large')} target="_blank" rel="noreferrer">
        <img className="lx-evidence-large" src={viewAddress(item, 'large')} alt={item.shows} />
      </a>
    )
  }
  const word = item.preview === 'waiting' ? text.waiting : item.preview === 'failed' ? text.failed : null
  return <p className="lx-quiet">{word ?? (item.original ? text.noView : text.noViewHere)}</p>
}

export function ItemPanel({ unit, id, onClose }: { readonly unit: string; readonly id: string; readonly onClose: () => void }) {
  const text = useWords(words)
  const asked = useAnswer(evidence, 'get', { params: { unit, id } })
  const [problem, setProblem] = useState<unknown>(null)
  const item = asked.data
  const keep = async (): Promise<void> => {
    setProblem(null)
    await download(evidence, 'original', { params: { unit, id } }).catch(setProblem)
  }
  const actions = item?.original === true ? <Button onClick={() => void keep()}>{text.original}</Button> : null
  return (
    <SidePanel title={item?.shows ?? text.title} onClose={onClose} actions={actions}>
      <ProblemNotice problem={asked.error ?? problem} retry={() => void asked.refetch()} />
      {item === undefined ? null : (
        <>
          <Picture item={item} />
          <Particulars item={item} />
          {item.original ? <p className="lx-quiet">{text.originalNote}</p> : null}
          <Citations item={item} />
        </>
      )}
    </SidePanel>
  )
}
