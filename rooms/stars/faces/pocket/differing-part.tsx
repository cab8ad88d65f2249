// A row that was answered here and on another device: both side by side, and the choice.

import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import type { LocalRow, RowContent } from '../../core/pocket-rows.ts'
import { answerNames } from '../../core/self-check.ts'
import { words as checkWords } from './check-more-words.ts'

interface Props {
  readonly here: LocalRow
  readonly other: RowContent
  onChoose(which: 'here' | 'other'): void
}

export function DifferingPart({ here, other, onChoose }: Props) {
  const text = useWords(checkWords).conflict
  const say = useText()
  const shown = ({ answer, reason }: RowContent) => (
    <>
      <strong>{answer === null ? text.none : say(answerNames[answer])}</strong>
      {reason !== '' && <p className="kept-text">{reason}</p>}
    </>
  )
  return (
    <section className="card differing" role="alert">
      <h2>▲ {text.title}</h2>
      <p>{text.lead}</p>
      <div className="both">
        <div>
          <p className="quiet">{text.here}</p>
          {shown(here)}
        </div>
        <div>
          <p className="quiet">{text.other}</p>
          {shown(other)}
        </div>
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
