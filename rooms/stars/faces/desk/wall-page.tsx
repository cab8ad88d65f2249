// 上墙图表: who aims for which star, one table for a county or township, one sheet for a single unit; A4, every row.

import { useAnswer } from '#ground/ui/answers.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PrintedTable } from '#ground/ui/desk/printed-table.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { CycleChoice } from './cycle-choice.tsx'
import { stars, useCycle, useQuarter } from './stars.ts'
import type { Aims } from './stars.ts'
import { words } from './words.ts'
import './stars.css'

function OneUnit({ aims, unit, name }: { readonly aims: Aims; readonly unit: string; readonly name: string }) {
  const text = useWords(words)
  const own = aims.rows.find((row) => row.unit === unit)?.stars ?? []
  return (
    <section className="stars-wall-one" aria-label={text.wallOf(name)}>
      <h2>{text.wallOf(name)}</h2>
      <p>
        {text.quarter(aims.quarter)} · {text.wallUnit(own.length)}
      </p>
      <ul className="stars-wall-stars">
        {aims.stars.map((star) => (
          <li key={star.code} data-aimed={own.includes(star.code) ? 'yes' : 'no'}>
            <span aria-hidden="true">{own.includes(star.code) ? '★' : '☆'}</span>
            <strong>{star.name}</strong>
            <span>{text.labelled(text.wallFlow, star.lead)}</span>
          </li>
        ))}
      </ul>
      <p className="lx-quiet">{aims.cycle.name}</p>
    </section>
  )
}

export default function WallPage() {
  const text = useWords(words)
  const { code, name } = useUnit()
  const { rows, chosen, asked, choose } = useCycle()
  const quarter = useQuarter()
  const aims = useAnswer(
    stars,
    'aims',
    chosen === undefined || chosen.state === 'draft'
      ? null
      : { params: { unit: chosen.unit, id: chosen.id }, query: quarter === undefined ? {} : { quarter } },
  )
  const found = aims.data
  const below = found?.rows.filter((row) => row.unit.startsWith(code)) ?? []
  return (
    <PageFrame
      title={text.wall}
      lead={text.wallLead}
      actions={
        <>
          <CycleChoice rows={rows} value={chosen?.id} onChange={choose} />
          <Button type="primary" disabled={found === undefined} onClick={() => window.print()}>
            {text.print}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={asked.error ?? aims.error} />
      {found === undefined ? null : code.length >= 12 ? (
        <OneUnit aims={found} unit={code} name={name} />
      ) : (
        <PrintedTable
          caption={`${text.wallCounty(name)} · ${text.quarter(found.quarter)}`}
          columns={[{ title: text.unit, share: 2 }, ...found.stars.map((star) => ({ title: star.name })), { title: text.aims, share: 0.7 }]}
          rows={[
            ...below.map((row) => [
              row.unitName,
              ...found.stars.map((star) => (row.stars.includes(star.code) ? '★' : '')),
              row.stars.length,
            ]),
            ...(below.length === 0
              ? []
              : [
                  [
                    text.sum,
                    ...found.stars.map((star) => below.filter((row) => row.stars.includes(star.code)).length),
                    below.reduce((sum, row) => sum + row.stars.length, 0),
                  ],
                ]),
          ]}
          none={text.wallNone}
        />
      )}
    </PageFrame>
  )
}
