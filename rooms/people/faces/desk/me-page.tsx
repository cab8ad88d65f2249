// One's own account: everything on record about oneself, the password, the sessions, who looked at the number.

import { Radio } from 'antd'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useLanguage } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { PasswordForm } from './password-form.tsx'
import { people } from './people.ts'
import { Sessions } from './sessions.tsx'
import { words } from './words.ts'

function Reveals() {
  const text = useWords(words)
  const { moment } = useFormat()
  const asked = useAnswer(people, 'myReveals')
  const reveals = asked.data?.reveals
  return (
    <section>
      <h2>{text.reveals}</h2>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {reveals?.length === 0 ? <p className="lx-quiet">{text.noReveals}</p> : null}
      <ul>
        {reveals?.map((one) => (
          <li key={`${one.at} ${one.viewer}`}>
            <span className="lx-quiet">{moment(one.at)}</span> {text.revealedBy(one.viewer, one.roleTitle, one.unitName)}：{one.reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Language() {
  const text = useWords(words)
  const [language, setLanguage] = useLanguage()
  const store = useVerb(people, 'setLanguage')
  return (
    <section>
      <h2>{text.language}</h2>
      <Radio.Group
        aria-label={text.language}
        value={language}
        options={(['zh', 'en'] as const).map((value) => ({ value, label: text.languages[value] }))}
        onChange={(event) => {
          const next = event.target.value === 'en' ? 'en' : 'zh'
          setLanguage(next)
          void store.run({ body: { language: next } })
        }}
      />
    </section>
  )
}

export default function MePage() {
  const text = useWords(words)
  const asked = useAnswer(people, 'me')
  const me = asked.data
  return (
    <PageFrame title={text.myTitle} lead={text.myLead} unit={false} period={false}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {me === undefined ? null : (
        <>
          {me.mustChangePassword ? <StatusTag state="attention">{text.mustChange}</StatusTag> : null}
          <section>
            <h2>{text.mine}</h2>
            <Facts
              items={[
                { label: text.name, value: me.person.name },
                { label: text.login, value: me.person.login ?? text.noLogin },
                { label: text.phone, value: me.person.phone ?? text.noPhone },
              ]}
            />
          </section>
          <section>
            <h2>{text.myPosts}</h2>
            {me.posts.length === 0 ? <p className="lx-quiet">{text.noMyPosts}</p> : null}
            <ul>
              {me.posts.map((post) => (
                <li key={post.id}>
                  {text.post(post.roleTitle, post.unitName)} <span className="lx-quiet">{text.period(post.from, post.to)}</span>{' '}
                  {post.id === me.acting?.id ? <StatusTag state="done">{text.acting}</StatusTag> : null}
                </li>
              ))}
            </ul>
          </section>
          <PasswordForm />
          <Sessions />
          <Reveals />
          <Language />
        </>
      )}
    </PageFrame>
  )
}
