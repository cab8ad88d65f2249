// One person beside the list: what is on record, the posts over time, and what may be done.

import { useAnswer } from '#ground/ui/answers.ts'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { MaskedValue } from '#ground/ui/desk/masked-value.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { people, type Person } from './people.ts'
import { PersonActs } from './person-acts.tsx'
import { PostLines } from './post-lines.tsx'
import { StateTag } from './state-tag.tsx'
import { words } from './words.ts'

function Phone({ person }: { readonly person: Person }) {
  const text = useWords(words)
  const may = useMay()
  if (person.phone === null) return text.noPhone
  if (!may('people.reveal')) return <span className="lx-figures">{person.phone}</span>
  const reveal = async (reason: string): Promise<string> => (await people.reveal({ params: { id: person.id }, body: { reason } })).phone
  return <MaskedValue masked={person.phone} label={text.phone} asksReason reveal={reveal} />
}

function Particulars({ person }: { readonly person: Person }) {
  const text = useWords(words)
  const { moment, shortDay } = useFormat()
  const notes = [
    person.pausedUntil === null ? null : text.pausedUntil(moment(person.pausedUntil)),
    person.invited === null ? null : text.invitedUntil(shortDay(person.invited)),
  ].filter((note) => note !== null)
  return (
    <Facts
      items={[
        {
          label: text.state,
          value: (
            <>
              <StateTag state={person.state} /> {notes.join('；')}
            </>
          ),
        },
        { label: text.homeUnit, value: `${person.unitName} ${person.unit}` },
        { label: text.phone, value: <Phone person={person} /> },
        ...(person.mayManage ? [{ label: text.login, value: person.login ?? text.noLogin }] : []),
        ...(person.identities.length === 0
          ? []
          : [{ label: text.identities, value: person.identities.map((one) => one.subject).join('、') }]),
      ]}
    />
  )
}

export function PersonPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const text = useWords(words)
  const asked = useAnswer(people, 'find', { params: { id } })
  const person = asked.data
  return (
    <SidePanel
      title={person?.name ?? text.title}
      onClose={onClose}
      actions={person === undefined || !person.mayManage ? null : <PersonActs person={person} />}
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {person === undefined ? null : (
        <>
          <Particulars person={person} />
          <h3>{text.postsOverTime}</h3>
          <PostLines posts={person.posts} mayEnd={person.mayManage} />
        </>
      )}
    </SidePanel>
  )
}
