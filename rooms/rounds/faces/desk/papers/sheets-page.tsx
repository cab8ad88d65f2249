// Paper score sheets of all judges, ready for the printer: no phone is ever required.

import { Button, Radio, Select } from 'antd'
import { useState } from 'react'
import { usePageParams } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { addressOfRound, type Round, rounds, type Seat } from '../rounds.ts'
import '../rounds.css'
import './papers.css'
import { type Layout, pagesOf } from './paper-pages.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { words } from './words.ts'

function Papers({ round, seats }: { readonly round: Round; readonly seats: readonly Seat[] }) {
  const text = useWords(words)
  const [layout, setLayout] = useState<Layout>('list')
  const [panel, setPanel] = useState('')
  const [now] = useState(() => Date.now())
  const chosen = seats.filter((seat) => panel === '' || seat.panel === panel)
  const pages = pagesOf(round, chosen, layout)
  return (
    <>
      <div className="lx-scope rounds-screen-only">
        <Radio.Group
          aria-label={text.layout}
          value={layout}
          options={(['list', 'single'] as const).map((value) => ({ value, label: text.layouts[value] }))}
          onChange={(event) => setLayout(event.target.value === 'single' ? 'single' : 'list')}
        />
        <Select
          aria-label={text.panel}
          value={panel}
          options={[{ value: '', label: text.allPanels }, ...round.rules.panels.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={setPanel}
          popupMatchSelectWidth={false}
        />
        <span className="lx-figures">{text.pages(pages.length)}</span>
        <Button type="primary" disabled={pages.length === 0} onClick={() => window.print()}>
          {text.print}
        </Button>
        {round.rulesDigest === null ? <StatusTag state="attention">{text.notFixed}</StatusTag> : null}
      </div>
      {pages.length === 0 ? <p className="lx-quiet">{text.noJudges}</p> : null}
      <div className="rounds-papers">
        {pages.map((paper) => (
          <PaperSheet key={paper.key} round={round} paper={paper} layout={layout} now={now} />
        ))}
      </div>
    </>
  )
}

export default function SheetsPage() {
  const text = useWords(words)
  const { unit = '', id = '' } = usePageParams()
  const asked = useAnswer(rounds, 'get', { params: { unit, id } })
  const seats = useAnswer(rounds, 'seats', { params: { unit, id } })
  const round = asked.data
  return (
    <PageFrame
      title={text.sheetsTitle}
      lead={round?.name}
      unit={false}
      period={false}
      actions={<PageLink to={addressOfRound({ unit, id })}>{text.back}</PageLink>}
    >
      <p className="lx-quiet rounds-screen-only">{text.sheetsLead}</p>
      <ProblemNotice problem={asked.error ?? seats.error} />
      {round === undefined || seats.data === undefined ? null : <Papers round={round} seats={seats.data.seats} />}
    </PageFrame>
  )
}
