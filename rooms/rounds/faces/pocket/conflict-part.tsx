// A sheet that was changed here and on another device of the seat: both side by side, and the judge's choice.

import { useWords } from '#ground/ui/words.ts'
import type { LocalSheet, SheetContent } from '../../core/pocket.ts'
import { totalOf } from '../../core/stepping.ts'
import './conflict.css'
import { words } from './conflict-words.ts'
import type { Mine } from './seat-client.ts'

interface Props {
  readonly criteria: readonly Mine['round']['rules']['sheets'][string][number][]
  readonly here: LocalSheet
  readonly other: SheetContent
  onChoose(which: 'here' | 'other'): void
}

export default function ConflictPart({ criteria, here, other, onChoose }: Props) {
  const text = useWords(words)
  const rows = [
    ...criteria.map(({ id, title }) => ({ id, title, mine: here.points[id], theirs: other.points[id] })),
    { id: '+', title: text.total, mine: totalOf(here.points), theirs: totalOf(other.points) },
    ...(here.note === other.note ? [] : [{ id: 'note', title: text.note, mine: here.note, theirs: other.note }]),
  ]
  return (
    <section className="card conflict" role="alert">
      <h2>▲ {text.title}</h2>
      <p>{text.lead}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.criterion}</th>
            <th scope="col">{text.here}</th>
            <th scope="col">{text.other}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, mine, theirs }) => (
            <tr key={id} className={mine === theirs ? undefined : 'differs'}>
              <th scope="row">{title}</th>
              <td>{mine === undefined || mine === '' ? text.none : mine}</td>
              <td>{theirs === undefined || theirs === '' ? text.none : theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="both">
        <button type="button" onClick={() => onChoose('here')}>
          {text.useHere}
        </button>
        <button type="button" onClick={() => onChoose('other')}>
          {text.useOther}
        </button>
      </div>
    </section>
  )
}
