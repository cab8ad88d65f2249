// What a row asks, and what the system knows of it: the same for who answers and for who reviews.

import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

interface Asked {
  readonly row: string
  readonly kind: 'bottom-line' | 'criterion' | 'addition'
  readonly text: string
  readonly standard: string
  readonly requirement: string
  readonly required: boolean
  readonly evidence: readonly string[]
  readonly met: boolean | null
  readonly because: string
  readonly known: readonly string[]
}

const looks = { true: 'done', false: 'late', null: 'waiting' } as const

export function RowAsked({ row }: { readonly row: Asked }) {
  const text = useWords(words)
  const met = String(row.met) as 'true' | 'false' | 'null'
  return (
    <>
      <p className="asked">{row.text}</p>
      <dl className="asked-more">
        {row.standard !== '' && (
          <div>
            <dt>{text.standard}</dt>
            <dd>{row.standard}</dd>
          </div>
        )}
        {row.requirement !== '' && (
          <div>
            <dt>{text.requirement}</dt>
            <dd>{row.requirement}</dd>
          </div>
        )}
        {row.evidence.length > 0 && (
          <div>
            <dt>{text.kinds}</dt>
            <dd>{row.evidence.join('、')}</dd>
          </div>
        )}
      </dl>
      {(row.because !== '' || row.known.length > 0) && (
        <div className="card known">
          {row.because !== '' && (
            <>
              <p className={looks[met]}>{text.met[met]}</p>
              <p>{row.because}</p>
            </>
          )}
          {row.known.length > 0 && (
            <>
              <p>
                <strong>{text.known}</strong> <span className="quiet">{text.knownHint}</span>
              </p>
              <ul>
                {row.known.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </>
  )
}

/** On to the row before and after, or back to all of them; under the thumb. */
export function RowSteps({ rows, row, done }: { readonly rows: readonly string[]; readonly row: string; readonly done: boolean }) {
  const text = useWords(words)
  const at = rows.indexOf(row)
  const [before, after] = [rows[at - 1], rows[at + 1]]
  const go = (to: string): void => {
    // In the place of this one: the way back leads to the list, not through every row.
    location.replace(`#${encodeURIComponent(to)}`)
  }
  return (
    <div className="total steps">
      <button type="button" disabled={before === undefined} onClick={() => go(before ?? '')}>
        {text.previous}
      </button>
      {after === undefined ? (
        <button type="button" className="main-act" onClick={() => go('')}>
          {text.toList}
        </button>
      ) : (
        <button type="button" className={done ? 'main-act' : undefined} onClick={() => go(after)}>
          {text.next}
        </button>
      )}
    </div>
  )
}
