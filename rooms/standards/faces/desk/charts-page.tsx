// Wall charts: one star, one table, one picture (一星一表一图), A4 across, made to be pinned up.

import { Button, Select } from 'antd'
import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { PrintedTable } from '#ground/ui/desk/printed-table.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useLanguage } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { meaningOfStar } from '../../core/rule-words.ts'
import { FlowPicture } from './flow-picture.tsx'
import { type EditionRecord, linesOf, named, pageOf, type Star, standards, useShown } from './standards.ts'
import './standards.css'
import { words } from './words.ts'

function Chart({ record, star }: { readonly record: EditionRecord; readonly star: Star }) {
  const text = useWords(words)
  const [language] = useLanguage()
  const name = named(star, language)
  const { pack } = record
  const source = [pack.title, pack.notice].filter((part) => part !== '')
  const deadline = (value: string | null | undefined): string => (value == null ? text.none : text.byDeadline(value))
  return (
    <article className="standards-chart">
      <p className="lx-quiet">{source.join(' · ')}</p>
      <PrintedTable
        caption={text.tableOf(name)}
        columns={[
          { title: text.serial, share: 0.7 },
          { title: text.task, share: 1.5 },
          { title: text.text, share: 2.8 },
          { title: text.meaning, share: 3 },
          { title: text.evidence, share: 1.8 },
          { title: text.role, share: 1.6 },
          { title: text.deadline, share: 1.3 },
        ]}
        rows={linesOf(pack, star, language).map((line, index) => [
          index + 1,
          line.kind === 'bottomLine' ? text.kinds.bottomLine : line.task,
          `${line.text}${line.required ? '' : text.aside(text.notRequired)}`,
          line.meaning,
          line.criterion?.evidence.join(text.comma) ?? '',
          line.criterion?.role ?? '',
          line.kind === 'bottomLine' ? '' : deadline(line.criterion?.deadline),
        ])}
        none={text.none}
      />
      <p className="standards-holds">
        <strong>{text.holds}</strong> {meaningOfStar(star, pack, language)}
        {star.lead === '' ? '' : ` · ${text.leadBy(star.lead)}`}
      </p>
      <section className="standards-picture" aria-label={text.pictureOf(name)}>
        <h2>{text.pictureOf(name)}</h2>
        {star.flow.length === 0 ? <p>{text.noFlow}</p> : <FlowPicture star={star} title={text.pictureOf(name)} />}
        {pack.stages.length === 0 ? null : (
          <ul className="standards-stages" aria-label={text.stages}>
            {pack.stages.map((stage) => (
              <li key={stage.name}>
                <strong>{stage.name}</strong>
                <span>{text.stageDays(stage.from, stage.to)}</span>
                <span className="lx-quiet">{stage.work}</span>
              </li>
            ))}
          </ul>
        )}
        <p className="lx-quiet">{source.join(' · ')}</p>
      </section>
    </article>
  )
}

export default function ChartsPage() {
  const text = useWords(words)
  const [language] = useLanguage()
  const [address, setAddress] = useAddress()
  const id = address['id'] ?? ''
  const asked = useAnswer(standards, 'get', id === '' ? null : { query: { id } })
  const record = useShown(asked.data)
  const stars = record?.pack.stars.filter(({ code }) => address['star'] === undefined || code === address['star']) ?? []
  return (
    <PageFrame
      title={text.print}
      lead={text.chartHint}
      unit={false}
      period={false}
      actions={
        <>
          <Select
            aria-label={text.star}
            value={address['star'] ?? ''}
            style={{ minWidth: '10rem' }}
            options={[
              { value: '', label: text.allStars },
              ...(record?.pack.stars ?? []).map((star) => ({ value: star.code, label: named(star, language) })),
            ]}
            onChange={(value: string) => setAddress({ star: value === '' ? null : value })}
          />
          <PageLink to={pageOf(id)}>{text.backToEdition}</PageLink>
          <Button type="primary" disabled={record === undefined} onClick={() => window.print()}>
            {text.printNow}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {id === '' ? <EmptyState title={text.notFound} /> : null}
      {record === undefined ? null : stars.map((star) => <Chart key={star.code} record={record} star={star} />)}
    </PageFrame>
  )
}
