// Posts over time; those that still hold may be ended where the acting post manages the person.

import { useState } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { people, type Post } from './people.ts'
import { words } from './words.ts'

function EndPost({ post }: { readonly post: Post }) {
  const text = useWords(words)
  const [last, setLast] = useState(() => chinaDay(Date.now()))
  const end = useVerb(people, 'endPost')
  return (
    <ConfirmVerb
      label={text.endPost}
      title={text.endPost}
      explain={text.endPostExplain(text.post(post.roleTitle, post.unitName))}
      asks={{ reason: 'optional' }}
      danger
      problem={end.problem}
      run={({ reason }) => end.run({ params: { id: post.id }, body: { last, ...(reason === '' ? {} : { reason }) } })}
    >
      <Field label={text.until} required error={end.errorAt('body.last')}>
        {(input) => <DayInput input={input} value={last} onChange={setLast} />}
      </Field>
    </ConfirmVerb>
  )
}

export function PostLines({ posts, mayEnd }: { readonly posts: readonly Post[]; readonly mayEnd: boolean }) {
  const text = useWords(words)
  const [today] = useState(() => chinaDay(Date.now()))
  if (posts.length === 0) return <p className="lx-quiet">{text.noPosts}</p>
  return (
    <ul>
      {posts.toReversed().map((post) => (
        <li key={post.id}>
          {text.post(post.roleTitle, post.unitName)} <span className="lx-quiet">{text.period(post.from, post.to)}</span>{' '}
          {mayEnd && (post.to === null || post.to >= today) ? <EndPost post={post} /> : null}
        </li>
      ))}
    </ul>
  )
}
