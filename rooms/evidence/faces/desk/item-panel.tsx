// One item beside the list: the picture, what is said of it, where it is cited.

import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { hasViews, isFilm, kinds } from '../../core/media.ts'
import { Citations } from './citations.tsx'
import { evidence, type Item, keyOf, viewAddress } from './evidence.ts'
import { Film } from './film.tsx'
import { Hints } from './hints.tsx'
import { MaskPicture } from './mask-picture.tsx'
import { useAskingAgain } from './use-asking-again.ts'
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
  const { moment } = useFormat()
  if (item.erasedAt !== null) return <p>{text.erased(moment(item.erasedAt))}</p>
  if (isFilm(item.media)) return <Film item={item} />
  if (item.preview === 'made') {
    return (
      <a href={viewAddress(item, 'zoom')} target="_blank" rel="noreferrer" aria-label={text.enlarge(item.shows)}>
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
  const may = useMay()
  const [, setAddress] = useAddress()
  const erase = useVerb(evidence, 'erase')
  const item = asked.data
  useAskingAgain(item?.preview === 'waiting', asked.refetch)
  const keep = async (): Promise<void> => {
    setProblem(null)
    await download(evidence, 'original', { params: { unit, id } }).catch(setProblem)
  }
  const canMask = item !== undefined && item.preview === 'made' && hasViews(item.media) && may('evidence.upload')
  const actions =
    item === undefined || item.erasedAt !== null ? null : (
      <>
        {item.original ? <Button onClick={() => void keep()}>{text.original}</Button> : null}
        {canMask ? <MaskPicture item={item} onSaved={(saved) => setAddress({ open: keyOf({ unit, id: saved }) })} /> : null}
        {may('evidence.erase') ? (
          <ConfirmVerb
            danger
            label={text.erase}
            title={text.erase}
            explain={text.eraseExplain}
            asks={{ reason: 'required' }}
            problem={erase.problem}
            run={({ reason }) => erase.run({ params: { unit, id }, body: { reason } })}
          />
        ) : null}
      </>
    )
  const title = item === undefined ? text.title : item.erasedAt === null ? item.shows : text.erasedTitle
  return (
    <SidePanel title={title} onClose={onClose} actions={actions}>
      <ProblemNotice problem={asked.error ?? problem} retry={() => void asked.refetch()} />
      {item === undefined ? null : (
        <>
          <Picture item={item} />
          {item.masked ? <p className="lx-quiet">{text.maskedNotice}</p> : null}
          <Hints item={item} />
          <Particulars item={item} />
          {item.derivedFrom === null ? null : (
            <p>
              {text.maskedFrom}
              {' · '}
              <PageLink to={`/desk/evidence?unit=${unit}&open=${keyOf({ unit, id: item.derivedFrom })}`}>{text.seeOriginal}</PageLink>
            </p>
          )}
          {item.original ? <p className="lx-quiet">{text.originalNote}</p> : null}
          <Citations item={item} />
        </>
      )}
    </SidePanel>
  )
}
