// The own mail about notices: begun, changed and stopped by the person alone.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { notices } from './notices.ts'
import { words } from './words.ts'

export function MailPanel({ onClose }: { readonly onClose: () => void }) {
  const text = useWords(words)
  const asked = useAnswer(notices, 'mail')
  const [typed, setTyped] = useState('')
  const verb = useVerb(notices, 'setMail', { onDone: () => setTyped('') })
  const { offered = false, address = null } = asked.data ?? {}
  return (
    <SidePanel title={text.mail} onClose={onClose}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      <p className="lx-hint">{asked.data !== undefined && !offered ? text.mailNone : text.mailLead}</p>
      {address === null ? null : (
        <p>
          {text.mailNow(address)}{' '}
          <Button loading={verb.pending} onClick={() => void verb.run({ body: { address: null } })}>
            {text.mailStop}
          </Button>
        </p>
      )}
      {offered ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void verb.run({ body: { address: typed.trim() } })
          }}
        >
          <Field label={text.address} required error={verb.errorAt('body.address')}>
            {(input) => (
              <Input
                {...input}
                type="email"
                autoComplete="email"
                maxLength={200}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <Button type="primary" htmlType="submit" loading={verb.pending} disabled={typed.trim() === ''}>
            {text.mailKeep}
          </Button>
        </form>
      ) : null}
      <ProblemNotice problem={verb.problem} />
    </SidePanel>
  )
}
