// The QR codes of many seats as cards to cut out. Links are made here and shown once; they are kept nowhere.

import { Button, Radio } from 'antd'
import { useState } from 'react'
import { usePageParams } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import QrCode from '#ground/ui/desk/qr-code.tsx'
import { addressOfRound, at, type Round, rounds, type Seat } from '../rounds.ts'
import '../rounds.css'
import './papers.css'
import { linkOf } from '../seats/seat-link.tsx'
import { words } from './words.ts'

interface Made {
  readonly seat: Seat
  readonly token: string
  readonly until: string
}

function Card({ round, made }: { readonly round: Round; readonly made: Made }) {
  const text = useWords(words)
  const { day, moment } = useFormat()
  const panel = round.rules.panels.find(({ id }) => id === made.seat.panel)?.title
  return (
    <li className="rounds-card">
      <QrCode value={linkOf(made.token)} label={text.qrOf(made.seat.label)} />
      <div>
        <strong>{made.seat.label}</strong>
        <p>{[panel, made.seat.holder].filter(Boolean).join(' · ')}</p>
        <p>{round.name}</p>
        <p>
          {day(round.heldOn)} {round.place}
        </p>
        <p className="lx-quiet">{text.scan}</p>
        <p className="lx-quiet">{text.until(moment(made.until))}</p>
      </div>
    </li>
  )
}

function Cards({ round, seats }: { readonly round: Round; readonly seats: readonly Seat[] }) {
  const text = useWords(words)
  const [which, setWhich] = useState<'fresh' | 'all'>('fresh')
  const [made, setMade] = useState<readonly Made[]>([])
  const [going, setGoing] = useState(0)
  const invite = useVerb(rounds, 'inviteSeat')
  const alive = seats.filter(({ state }) => state !== 'revoked')
  // Which seats were chosen stays while their states change under the making.
  const chosen = alive.filter(({ state }) => which === 'all' || state !== 'open')
  const make = async () => {
    setMade([])
    setGoing(chosen.length)
    for (const seat of chosen) {
      const answer = await invite.run({ params: { ...at(round), seat: seat.id } })
      if (answer === undefined) return undefined
      setMade((before) => [...before, { seat, ...answer }])
    }
    return true
  }
  return (
    <>
      <div className="lx-scope rounds-screen-only">
        <Radio.Group
          aria-label={text.which}
          value={which}
          options={(['fresh', 'all'] as const).map((value) => ({ value, label: text[value] }))}
          onChange={(event) => setWhich(event.target.value === 'all' ? 'all' : 'fresh')}
        />
        <Act
          label={text.make(chosen.length)}
          primary={made.length === 0}
          disabled={chosen.length === 0}
          explain={text.makeExplain}
          verb={invite}
          run={make}
        />
        {made.length === 0 ? null : (
          <>
            <span role="status">{text.making(made.length, going)}</span>
            <Button type="primary" disabled={made.length < going} onClick={() => window.print()}>
              {text.print}
            </Button>
          </>
        )}
      </div>
      {alive.length === 0 ? <p className="lx-quiet">{text.noSeats}</p> : null}
      <ul className="rounds-cards">
        {made.map((each) => (
          <Card key={each.seat.id} round={round} made={each} />
        ))}
      </ul>
    </>
  )
}

export default function LinksPage() {
  const text = useWords(words)
  const { unit = '', id = '' } = usePageParams()
  const asked = useAnswer(rounds, 'get', { params: { unit, id } })
  const seats = useAnswer(rounds, 'seats', { params: { unit, id } })
  const round = asked.data
  return (
    <PageFrame
      title={text.linksTitle}
      lead={round?.name}
      unit={false}
      period={false}
      actions={<PageLink to={addressOfRound({ unit, id }, 'seats')}>{text.back}</PageLink>}
    >
      <p className="lx-quiet rounds-screen-only">{text.linksLead}</p>
      <ProblemNotice problem={asked.error ?? seats.error} />
      {round === undefined || seats.data === undefined ? null : <Cards round={round} seats={seats.data.seats} />}
    </PageFrame>
  )
}
