// Evidence of one record, beside its voucher: seen by whoever reads the record, cited and taken back by whoever enters it.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { addressOf, client } from '#ground/ui/client.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import type { CitingKind } from '../../core/record-target.ts'
import type { CitedItem } from './facts-client.ts'
import { facts, paramsOf } from './facts-client.ts'
import './facts.css'
import { words } from './words.ts'
import type { Words } from './zh.ts'

/** Views are another room's; its address is asked from the house like any other. */
const evidence = client('evidence')
const viewOf = ({ unit, id }: CitedItem, size: 'small' | 'large'): string =>
  addressOf(evidence, 'view', { params: { unit, id }, query: { size } } as never)
const originalOf = ({ unit, id }: CitedItem): string => addressOf(evidence, 'original', { params: { unit, id } } as never)

/** What one may do with each item. */
interface ItemAct {
  readonly label: string
  readonly nameOf: (shows: string) => string
  readonly run: (item: CitedItem) => void
  readonly strong: boolean
  readonly pending: boolean
}

function Items({ items, act }: { readonly items: readonly CitedItem[]; readonly act: ItemAct | null }) {
  const text = useWords(words)
  const { shortDay } = useFormat()
  return (
    <ul className="facts-items">
      {items.map((item) => (
        <li key={item.id}>
          {item.preview === 'made' ? (
            <a href={viewOf(item, 'large')} target="_blank" rel="noreferrer" aria-label={text.enlarge(item.shows)}>
              <img src={viewOf(item, 'small')} alt="" loading="lazy" />
            </a>
          ) : item.media === 'application/pdf' ? (
            <a className="facts-blank" href={originalOf(item)} target="_blank" rel="noreferrer" aria-label={text.openFile(item.shows)}>
              {text.pdf}
            </a>
          ) : (
            <span className="facts-blank">{text.noPicture}</span>
          )}
          <span>
            {item.shows} <span className="lx-quiet">{shortDay(item.effectiveOn)}</span>
          </span>
          {act === null ? null : (
            <Button
              size="small"
              {...(act.strong ? { type: 'primary', ghost: true } : {})}
              disabled={act.pending}
              aria-label={act.nameOf(item.shows)}
              onClick={() => act.run(item)}
            >
              {act.label}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface RecordEvidenceProps {
  readonly kind: CitingKind
  readonly record: { readonly id: string; readonly unit: { readonly code: string }; readonly supersededBy: string | null }
}

interface PickProps extends RecordEvidenceProps {
  readonly cited: readonly CitedItem[]
  readonly pending: boolean
  readonly onCite: (item: CitedItem) => void
}

const leadOf = (left: number, cited: number, text: Words): string => (left > 0 ? text.citeLead : cited > 0 ? text.citeAll : text.citeNone)

function Pick({ record, cited, pending, onCite }: PickProps) {
  const text = useWords(words)
  const asked = useAnswer(facts, 'citable', { params: { unit: record.unit.code } })
  const left = asked.data?.items.filter((item) => !cited.some((one) => one.id === item.id))
  return (
    <div className="facts-pick">
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {left === undefined ? null : <p className="lx-quiet">{leadOf(left.length, cited.length, text)}</p>}
      <Items items={left ?? []} act={{ label: text.cite, nameOf: text.citeIt, run: onCite, strong: true, pending }} />
    </div>
  )
}

export function RecordEvidence({ kind, record }: RecordEvidenceProps) {
  const text = useWords(words)
  const [picking, setPicking] = useState(false)
  const params = { kind, ...paramsOf(record) }
  const asked = useAnswer(facts, 'cited', { params })
  const cite = useVerb(facts, 'citeEvidence', { onDone: () => void asked.refetch() })
  const takeBack = useVerb(facts, 'withdrawEvidence', { onDone: () => void asked.refetch() })
  const items = asked.data?.items ?? []
  const may = asked.data?.mayCite === true && record.supersededBy === null
  const pending = cite.pending || takeBack.pending
  const bodyOf = ({ unit, id }: CitedItem) => ({ params, body: { item: { unit, id } } })
  return (
    <section aria-label={text.evidence}>
      <div className="facts-head">
        <h3>{text.evidence}</h3>
        {may ? (
          <Button size="small" aria-expanded={picking} onClick={() => setPicking(!picking)}>
            {picking ? text.citeDone : text.citeOpen}
          </Button>
        ) : null}
      </div>
      <ProblemNotice problem={cite.problem ?? takeBack.problem ?? asked.error} />
      {asked.data !== undefined && items.length === 0 ? <p className="lx-quiet">{text.evidenceNone}</p> : null}
      <Items
        items={items}
        act={
          may
            ? { label: text.citeTake, nameOf: text.citeTakeOf, run: (item) => void takeBack.run(bodyOf(item)), strong: false, pending }
            : null
        }
      />
      {picking && may ? (
        <Pick kind={kind} record={record} cited={items} pending={pending} onCite={(item) => void cite.run(bodyOf(item))} />
      ) : null}
    </section>
  )
}
