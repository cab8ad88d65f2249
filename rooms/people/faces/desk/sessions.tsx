// The browsers that are signed in with this account.

import { Button } from 'antd'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { people } from './people.ts'
import { words } from './words.ts'

export function Sessions() {
  const text = useWords(words)
  const { moment } = useFormat()
  const asked = useAnswer(people, 'mySessions')
  const revoke = useVerb(people, 'revokeSession')
  return (
    <section>
      <h2>{text.sessions}</h2>
      <p className="lx-quiet">{text.sessionsLead}</p>
      <ProblemNotice problem={asked.error ?? revoke.problem} retry={() => void asked.refetch()} />
      <ul>
        {asked.data?.sessions.map((session) => (
          <li key={session.id}>
            {session.agent === '' ? text.unknownAgent : session.agent} · {text.means[session.means]}{' '}
            <span className="lx-quiet">
              {text.began(moment(session.created))}，{text.ends(moment(session.expires))}
            </span>{' '}
            {session.current ? (
              <StatusTag state="done">{text.thisOne}</StatusTag>
            ) : (
              <Button size="small" onClick={() => void revoke.run({ params: { id: session.id } })}>
                {text.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
