// The count, its signatures, and everything needed to recompute it.

import { useState } from 'react'
import { newKey, save } from '#ground/ui/client.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { allows } from '../../core/state.ts'
import { Act, ActWithReason } from './act.tsx'
import type { TableProps } from './count-data.ts'
import { ResultTable } from './count-result-table.tsx'
import { words } from './count-words.ts'
import { rounds } from './seat-client.ts'
import type { Mine, Tally } from './seat-client.ts'

function Signing({ count, run, tally }: TableProps & { readonly tally: Tally }) {
  const text = useWords(words)
  const supervisor = count.seat.kind === 'supervisor'
  if (tally.state !== 'counted' || !allows(count.round.state, 'sign')) return null
  if (supervisor && tally.tellerAt === null) return <p className="quiet">{text.tellerFirst}</p>
  if (!supervisor && tally.tellerAt !== null) return <p className="quiet">{text.signedAlready}</p>
  return (
    <Act
      main
      label={text.signNow}
      run={() => run(() => rounds.sign({ body: { seat: count.seat.id, tally: tally.id, inputDigest: tally.inputDigest } }))}
    />
  )
}

function TallyPart({ count, run, tally }: TableProps & { readonly tally: Tally }) {
  const text = useWords(words)
  const format = useFormat()
  const seat = count.seat.id
  const voidable = count.seat.kind === 'teller' && tally.state !== 'void' && allows(count.round.state, 'voidTally')
  return (
    <section>
      <h2>
        {text.tallyOf(tally.number, format.moment(tally.countedAt))} <span className="quiet">{text.tallyStates[tally.state]}</span>
      </h2>
      {tally.reason !== '' && <p>{text.voidReason(tally.reason)}</p>}
      {tally.tellerAt !== null && <p className="done">● {text.tellerSigned(format.moment(tally.tellerAt))}</p>}
      {tally.supervisorAt !== null && <p className="done">● {text.supervisorSigned(format.moment(tally.supervisorAt))}</p>}
      <ResultTable rules={count.round.rules} tally={tally} />
      <p className="digest">
        {text.methodDigest} <code>{tally.methodDigest}</code>
      </p>
      <p className="digest">
        {text.inputDigest} <code>{tally.inputDigest}</code>
      </p>
      <Signing count={count} run={run} tally={tally} />
      <Download count={count} run={run} tally={tally.id} />
      {voidable && (
        <ActWithReason label={text.voidTally} run={(reason) => run(() => rounds.voidTally({ body: { seat, tally: tally.id, reason } }))} />
      )}
    </section>
  )
}

function Download({ count, run, tally }: TableProps & { readonly tally: string | null }) {
  const text = useWords(words)
  const fetchInput = async (): Promise<void> => {
    const input = await rounds.tallyInput({ body: { seat: count.seat.id, tally } })
    save({ name: `tally-${count.round.id}.json`, blob: new Blob([JSON.stringify(input, null, 2)], { type: 'application/json' }) })
  }
  return <Act label={tally === null ? text.downloadNow : text.download} run={() => run(fetchInput)} />
}

type Counts = Readonly<Record<string, Readonly<Partial<Record<'good' | 'fairly-good' | 'fair' | 'poor', number>>>>>

function VotePart({ count, run, vote }: TableProps & { readonly vote: string }) {
  const text = useWords(words)
  const [counts, setCounts] = useState<Counts | null>(null)
  const close = async (): Promise<void> => {
    const answer = await rounds.closeVote({ body: { seat: count.seat.id, vote } })
    setCounts(answer.counts)
  }
  const choices = ['good', 'fairly-good', 'fair', 'poor'] as const
  return (
    <section className="card">
      <h2>{text.vote}</h2>
      {counts === null ? (
        <>
          <p>{text.voteOpen}</p>
          {count.seat.kind === 'teller' && <Act label={text.closeVote} run={() => run(close)} />}
        </>
      ) : (
        <ul>
          {count.round.parts.map(({ subject, name }) => (
            <li key={subject}>
              {name}：{choices.map((choice) => `${text.choices[choice]} ${counts[subject]?.[choice] ?? 0}`).join('，')}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function ResultPart({ count, run, vote }: TableProps & { readonly vote: Mine['vote'] }) {
  const text = useWords(words)
  const [voting] = useState(vote)
  const tallies = [...count.tallies].reverse()
  const [last, ...earlier] = tallies
  const seat = count.seat.id
  const open = vote?.state === 'open' ? vote : voting
  return (
    <>
      {count.seat.kind === 'teller' && allows(count.round.state, 'tally') && (
        <Act main label={text.tally} run={() => run(() => rounds.tally({ body: { seat, id: newKey() } }))} />
      )}
      {last === undefined && (
        <>
          <p className="quiet">
            {text.noTally} {text.tallyHint}
          </p>
          <Download count={count} run={run} tally={null} />
        </>
      )}
      {last !== undefined && <TallyPart key={last.id} count={count} run={run} tally={last} />}
      {open?.state === 'open' && <VotePart count={count} run={run} vote={open.id} />}
      {earlier.length > 0 && (
        <details className="act">
          <summary>{text.earlier}</summary>
          {earlier.map((tally) => (
            <TallyPart key={tally.id} count={count} run={run} tally={tally} />
          ))}
        </details>
      )}
    </>
  )
}
