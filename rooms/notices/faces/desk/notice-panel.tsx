// One notice beside the list: what it says, from whom, to whom, where it leads.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { roles } from '#rooms/people/core/roles.ts'
import type { Notice } from './notices.ts'
import { notices } from './notices.ts'
import { words } from './words.ts'

function Withdraw({ notice }: { readonly notice: Notice }) {
  const text = useWords(words)
  const verb = useVerb(notices, 'withdraw')
  const run = ({ reason }: { readonly reason: string }) => verb.run({ params: { unit: notice.unit, id: notice.id }, body: { reason } })
  return (
    <ConfirmVerb
      danger
      label={text.withdraw}
      title={text.withdraw}
      explain={text.withdrawExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={run}
    />
  )
}

function Particulars({ notice }: { readonly notice: Notice }) {
  const text = useWords(words)
  const say = useText()
  const { moment, day } = useFormat()
  const named = notice.roles
    .map((id) => roles.find((role) => role.id === id)?.title)
    .flatMap((title) => (title === undefined ? [] : [say(title)]))
  return (
    <Facts
      items={[
        { label: text.from, value: notice.sender.name },
        {
          label: text.to,
          value: `${notice.to.name} · ${text.reaches[notice.reach]} · ${named.length === 0 ? text.allRoles : named.join('、')}`,
        },
        { label: text.weight, value: text.weights[notice.weight] },
        { label: text.at, value: moment(notice.at) },
        ...(notice.until === null ? [] : [{ label: text.until, value: day(notice.until) }]),
        ...(notice.withdrawnFor === null ? [] : [{ label: text.withdrawnFor, value: notice.withdrawnFor }]),
      ]}
    />
  )
}

interface NoticePanelProps {
  readonly unit: string
  readonly id: string
  readonly onClose: () => void
}

export function NoticePanel({ unit, id, onClose }: NoticePanelProps) {
  const text = useWords(words)
  const say = useText()
  const asked = useAnswer(notices, 'get', { params: { unit, id } })
  const notice = asked.data
  const acts = notice?.may.includes('withdraw') === true ? <Withdraw notice={notice} /> : null
  return (
    <SidePanel title={notice === undefined ? text.title : say(notice.title)} onClose={onClose} actions={acts}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {notice === undefined ? null : (
        <>
          {notice.body === '' ? null : <p style={{ whiteSpace: 'pre-wrap' }}>{notice.body}</p>}
          {notice.path === '' ? null : (
            <p>
              <PageLink to={notice.path}>{text.open}</PageLink>
            </p>
          )}
          <Particulars notice={notice} />
        </>
      )}
    </SidePanel>
  )
}
