// The first page: which unit and level, what waits, where to go. No greeting, no figures for their own sake.

import { levelOf } from '#ground/kernel/code.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useMe } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { useEntries } from './entries.ts'
import { words } from './words.ts'

export default function HomePage() {
  const text = useWords(words)
  const format = useFormat()
  const me = useMe()
  const { code, name } = useUnit()
  const entries = useEntries()
  const queues = me.queues.filter((queue) => queue.count > 0)
  return (
    <PageFrame
      title={code === '' ? text.homeTitle : name}
      lead={code === '' ? undefined : `${text.level(levelOf(code))} · ${text.code(code)}`}
      period={false}
    >
      {me.acting === null ? <p className="lx-notice">{text.noPostLead}</p> : null}
      <section>
        <h2>{text.homeWaiting}</h2>
        {queues.length === 0 ? (
          <EmptyState title={text.homeNothing} />
        ) : (
          <ul className="lx-queues">
            {queues.map((queue) => (
              <li key={`${queue.room} ${queue.path} ${queue.title}`}>
                <PageLink to={queue.path}>{queue.title}</PageLink>
                <StatusTag state="attention">{text.waiting(format.count(queue.count))}</StatusTag>
              </li>
            ))}
          </ul>
        )}
      </section>
      {entries.length === 0 ? null : (
        <section>
          <h2>{text.homeEntries}</h2>
          <ul className="lx-entries">
            {entries.map((entry) => (
              <li key={entry.path}>
                <PageLink to={entry.path}>{entry.title}</PageLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PageFrame>
  )
}
