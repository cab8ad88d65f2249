// One page of paper: head, boxes to write in, a QR code a unit, foot with signature and page number.

import type { ReactNode } from 'react'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { paperAddress } from '../../../core/paper-address.ts'
import QrCode from '#ground/ui/desk/qr-code.tsx'
import type { Part, Round } from '../rounds.ts'
import type { Layout, PaperPage } from './paper-pages.ts'
import { words } from './words.ts'

interface Props {
  readonly round: Round
  readonly paper: PaperPage
  readonly layout: Layout
  /** When it is printed. */
  readonly now: number
}

function Code({ round, paper, unit }: { readonly round: Round; readonly paper: PaperPage; readonly unit: Part }) {
  const text = useWords(words)
  const sheet = { round: round.id, seat: paper.seat.id, subject: unit.subject, component: paper.component.id }
  return <QrCode value={paperAddress(location.origin, sheet)} label={text.qrOf(`${paper.seat.label} ${unit.name}`)} />
}

function UnitRows({ round, paper }: Pick<Props, 'round' | 'paper'>) {
  const text = useWords(words)
  return (
    <table className="rounds-paper-table">
      <thead>
        <tr>
          <th scope="col">{text.number}</th>
          <th scope="col">{text.unit}</th>
          {paper.criteria.map(({ id, title, max }) => (
            <th key={id} scope="col">
              {title}
              <br />
              {text.max(max)}
            </th>
          ))}
          <th scope="col">{text.total}</th>
          <th scope="col">{text.code}</th>
        </tr>
      </thead>
      <tbody>
        {paper.units.map((unit) => (
          <tr key={unit.subject}>
            <td>{unit.number}</td>
            <th scope="row">{unit.name}</th>
            {paper.criteria.map(({ id }) => (
              <td key={id} />
            ))}
            <td />
            <td className="rounds-paper-code">
              <Code round={round} paper={paper} unit={unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CriterionRows({ round, paper, unit }: Pick<Props, 'round' | 'paper'> & { readonly unit: Part }) {
  const text = useWords(words)
  return (
    <>
      <div className="rounds-paper-unit">
        <strong>
          {unit.number} {unit.name}
        </strong>
        <Code round={round} paper={paper} unit={unit} />
      </div>
      <table className="rounds-paper-table rounds-paper-single">
        <thead>
          <tr>
            <th scope="col">{text.criterion}</th>
            <th scope="col">{text.hint}</th>
            <th scope="col">{text.maxHead}</th>
            <th scope="col">{text.points}</th>
          </tr>
        </thead>
        <tbody>
          {paper.criteria.map(({ id, title, hint, max, step }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{hint}</td>
              <td>
                {max}
                <br />
                {text.stepNote(step)}
              </td>
              <td />
            </tr>
          ))}
          <tr>
            <th scope="row">{text.total}</th>
            <td />
            <td />
            <td />
          </tr>
        </tbody>
      </table>
    </>
  )
}

export function PaperSheet({ round, paper, layout, now }: Props) {
  const text = useWords(words)
  const { day, moment } = useFormat()
  const { seat, component } = paper
  const panel = round.rules.panels.find(({ id }) => id === seat.panel)?.title
  const [first] = paper.units
  const steps = [...new Set(paper.criteria.map(({ step }) => step))].map(text.stepNote).join(' · ')
  const body: ReactNode =
    layout === 'list' ? (
      <UnitRows round={round} paper={paper} />
    ) : first === undefined ? null : (
      <CriterionRows round={round} paper={paper} unit={first} />
    )
  return (
    <section className="rounds-paper">
      <header>
        <h2>
          {round.name} {text.sheet}
        </h2>
        <p>{[component.title, `${text.judge} ${seat.label}`, panel, seat.holder].filter(Boolean).join(' · ')}</p>
        <p>{[day(round.heldOn), round.place, round.theme, steps].filter(Boolean).join(' · ')}</p>
      </header>
      {body}
      <footer>
        <span className="rounds-paper-line">{text.signed}</span>
        <span className="rounds-paper-line">{text.day}</span>
        <span>{text.printedAt(moment(now))}</span>
        <span>{text.pageOf(paper.page, paper.pages)}</span>
      </footer>
    </section>
  )
}
