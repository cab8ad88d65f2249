// The first page: which unit this is and what lies below it, what waits, where to go. No greeting, no figures for their own sake.

import { useQuery } from '@tanstack/react-query'
import { levelOf } from '#ground/kernel/code.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useMe } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { unitSummary } from '#ground/ui/units.ts'
import { useWords } from '#ground/ui/words.ts'
import { useEntries } from './entries.ts'
import { words } from './words.ts'

const unitsPath = '/desk/units'

function UnitCard({ code }: { readonly code: string }) {
  const text = useWords(words)
  const format = useFormat()
  const entries = useEntries()
  const asked = useQuery({ queryKey: ['units', 'summary', code], queryFn: ({ signal }) => unitSummary(code, signal), staleTime: 60_000 })
  const unit = asked.data
  const below = unit?.below.map((each) => text.belowCount(format.count(each.count), text.level(each.level))) ?? []
  return (
    <section className="lx-card" aria-labelledby="unit-card">
      <h2 id="unit-card">{text.homeUnit}</h2>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      <Facts
        items={[
          { label: text.levelLabel, value: text.level(levelOf(code)) },
          { label: text.codeLabel, value: <span className="lx-figures">{code}</span> },
          ...(unit === undefined
            ? []
            : [
                { label: text.pathLabel, value: unit.path.map((each) => each.name).join(' › ') || text.top },
                { label: text.belowLabel, value: below.join(text.listed) || text.noneBelow },
              ]),
        ]}
      />
      {below.length > 0 && entries.some((entry) => entry.path === unitsPath) ? (
        <p>
          <PageLink to={`${unitsPath}?unit=${code}`}>{text.unitLink}</PageLink>
        </p>
      ) : null}
    </section>
  )
}

function Queues() {
  const text = useWords(words)
  const format = useFormat()
  const { queues } = useMe()
  const waiting = queues.filter((queue) => queue.count > 0)
  return (
    <section>
      <h2>{text.homeWaiting}</h2>
      {waiting.length === 0 ? (
        <EmptyState title={text.homeNothing} />
      ) : (
        <ul className="lx-queues">
          {waiting.map((queue) => (
            <li key={`${queue.room} ${queue.path} ${queue.title}`}>
              <PageLink to={queue.path}>{queue.title}</PageLink>
              <StatusTag state="attention">{text.waiting(format.count(queue.count))}</StatusTag>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export default function HomePage() {
  const text = useWords(words)
  const me = useMe()
  const { code, name } = useUnit()
  const entries = useEntries()
  return (
    <PageFrame title={code === '' ? text.homeTitle : name} period="today">
      {me.acting === null ? <p className="lx-notice">{text.noPostLead}</p> : null}
      <div className="lx-home">
        <Queues />
        {code === '' ? null : <UnitCard key={code} code={code} />}
      </div>
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
