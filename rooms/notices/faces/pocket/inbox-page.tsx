// The notices of one's post on the phone: what is new stands out, each opens where it stands, and one act puts all away.

import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { Outside } from '#ground/ui/pocket/outside.tsx'
import { useWords } from '#ground/ui/words.ts'
import { useInbox } from './inbox.ts'
import type { InboxState, Notice } from './inbox.ts'
import './notices.css'
import { words } from './words.ts'

const isNew = (notice: Notice, mark: string | null): boolean => notice.withdrawnAt === null && (mark === null || notice.at > mark)

function Line({ notice, fresh }: { readonly notice: Notice; readonly fresh: boolean }) {
  const text = useWords(words)
  const say = useText()
  const { moment, day } = useFormat()
  return (
    <details className={fresh ? 'card notice-new' : 'card'}>
      <summary>
        <span className="notice-title">
          {notice.weight === 'urgent' && <strong className="late">■ {text.urgent} </strong>}
          {say(notice.title)}
        </span>
        <span className="quiet">{text.from(notice.sender.name, moment(notice.at))}</span>
        {fresh && <span className="chip attention">{text.isNew}</span>}
        {notice.withdrawnAt !== null && <span className="chip waiting">○ {text.withdrawn}</span>}
      </summary>
      {notice.withdrawnFor !== null && <p>{text.withdrawnFor(notice.withdrawnFor)}</p>}
      {notice.body !== '' && <p className="kept-text">{notice.body}</p>}
      {notice.until !== null && <p className="quiet">{text.until(day(notice.until))}</p>}
      {notice.path !== '' && (
        <p>
          <a href={notice.path}>{text.go}</a>
        </p>
      )}
    </details>
  )
}

function Nothing({ refused, line, refresh }: InboxState) {
  const text = useWords(words)
  return <Outside why={refused ?? (line === 'lost' ? 'lost' : 'loading')} title={text.title} says={text} again={refresh} />
}

export default function InboxPage() {
  const text = useWords(words)
  const { moment } = useFormat()
  const state = useInbox()
  const { held, line, problem } = state
  if (held === null) return <Nothing {...state} />
  const { rows, mark, more } = held.inbox
  const fresh = rows.filter((notice) => isNew(notice, mark)).length
  return (
    <>
      <div className="honest" role="status">
        <span className={fresh === 0 ? 'chip' : 'chip attention'}>{fresh === 0 ? text.noneNew : text.newCount(fresh)}</span>
        {line !== 'unknown' && (
          <span className={line === 'open' ? 'chip done' : 'chip attention'}>{line === 'open' ? text.lineOpen : text.lineLost}</span>
        )}
      </div>
      <main>
        <h1>{text.title}</h1>
        <p className="quiet">{text.lead}</p>
        {line === 'lost' && <p className="attention">{text.asOf(moment(held.at))}</p>}
        {problem instanceof ProblemError && (
          <p className="error" role="alert">
            {problem.detail}
          </p>
        )}
        {rows.length === 0 && (
          <p className="card">
            <strong>{text.empty}</strong> {text.emptyNext}
          </p>
        )}
        {rows.map((notice) => (
          <Line key={notice.id} notice={notice} fresh={isNew(notice, mark)} />
        ))}
        {more && (
          <button type="button" className="plain" disabled={line !== 'open'} onClick={state.earlier}>
            {text.earlier}
          </button>
        )}
        {fresh > 0 && (
          <div className="total">
            <button type="button" className="main-act" disabled={line !== 'open'} onClick={state.putAway}>
              {text.putAway}
            </button>
            <p className="quiet">{text.putAwayHint}</p>
          </div>
        )}
      </main>
    </>
  )
}
