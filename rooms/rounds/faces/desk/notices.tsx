// What was changed of a round on record, with its reason: the latest first, as everybody reads it.

import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import type { Round } from './rounds.ts'
import { words } from './words.ts'

type Notice = Round['notices'][number]

const digits = 12

/** `of`: the verbs that concern the step that is open; nothing is shown where nothing was changed. */
export function Notices({ round, of }: { readonly round: Round; readonly of: readonly Notice['verb'][] }) {
  const text = useWords(words)
  const { moment } = useFormat()
  const notices = round.notices.filter(({ verb }) => of.includes(verb))
  if (notices.length === 0) return null
  return (
    <section className="rounds-box">
      <h2>{text.notices}</h2>
      <ul className="rounds-remarks">
        {notices.map(({ verb, reason, before, after, at }) => (
          <li key={`${verb}/${at}`}>
            <strong>{text.noticeVerbs[verb]}</strong> {text.noticeReason(reason)} <span className="lx-quiet">{moment(at)}</span>
            {before === null || after === null ? null : (
              <p className="lx-quiet">
                {text.noticeDigests} <code>{before.slice(0, digits)}</code> → <code>{after.slice(0, digits)}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
