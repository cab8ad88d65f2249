// One sheet on the tellers' table: its points, where it comes from, and what may be done with it now.

import { useWords } from '#ground/ui/words.ts'
import { allows } from '../../core/state.ts'
import { ActWithReason } from './act.tsx'
import { sheetAt } from './count-cell.ts'
import type { Cell } from './count-cell.ts'
import type { TableProps } from './count-data.ts'
import { PaperForm } from './count-paper.tsx'
import { words } from './count-words.ts'
import { SheetPhotos } from './count-photos.tsx'
import { rounds } from './seat-client.ts'

interface Props extends TableProps {
  readonly cell: Cell
  onClose(): void
}

export function SheetPanel({ count, run, cell, onClose }: Props) {
  const text = useWords(words)
  const { judge, subject, component } = cell
  const { rules, parts, state } = count.round
  const seat = count.seat.id
  const teller = count.seat.kind === 'teller'
  const sheet = sheetAt(count, cell)
  const criteria = rules.sheets[component] ?? []
  const unconfirmed = sheet?.state === 'unconfirmed'
  const mayEnter = teller && allows(state, 'enterPaper') && sheet?.state !== 'kept'
  const title = text.sheetOf(
    count.judges.find((one) => one.seat === judge)?.label ?? '',
    parts.find((part) => part.subject === subject)?.name ?? subject,
    rules.components.find(({ id }) => id === component)?.title ?? component,
  )
  return (
    <div className="card">
      <h3>{title}</h3>
      {sheet === undefined && <p>{text.noSheet}</p>}
      {unconfirmed && <p>{text.blind}</p>}
      {sheet !== undefined && !unconfirmed && (
        <>
          <dl className="pairs">
            {criteria.map(({ id, title: criterion }) => (
              <div key={id}>
                <dt>{criterion}</dt>
                <dd>{sheet.points[id] ?? text.cell.none}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">{sheet.state === 'withdrawn' ? text.cell.withdrawn : text.sources[sheet.source]}</p>
          {sheet.note !== '' && <p>{text.sheetNote(sheet.note)}</p>}
        </>
      )}
      <SheetPhotos
        seat={seat}
        photos={count.photos.filter((one) => one.seat === judge && one.subject === subject && one.component === component)}
      />
      {unconfirmed && allows(state, 'confirmPaper') && (
        <PaperForm
          title={text.confirmPaper}
          label={text.submitConfirm}
          criteria={criteria}
          run={(points) =>
            run(() => rounds.confirmPaper({ body: { seat, judge, sheet: { subject, component, revision: 1, points, note: '' } } }))
          }
        />
      )}
      {mayEnter && (
        <PaperForm
          title={text.enterPaper}
          label={text.submitPaper}
          criteria={criteria}
          run={(points) =>
            run(() => rounds.enterPaper({ body: { seat, judge, sheet: { subject, component, revision: 1, points, note: '' } } }))
          }
        />
      )}
      {teller && sheet !== undefined && sheet.state !== 'withdrawn' && allows(state, 'withdrawSheet') && (
        <ActWithReason
          label={text.withdraw}
          run={(reason) => run(() => rounds.withdrawSheet({ body: { seat, judge, subject, component, reason } }))}
        />
      )}
      <button type="button" className="plain" onClick={onClose}>
        {text.close}
      </button>
    </div>
  )
}
