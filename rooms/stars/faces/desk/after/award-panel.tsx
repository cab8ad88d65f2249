// Recording an award, beside the list; kept as typed until it is sent.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { SavedMark } from '#ground/ui/desk/form-page.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useText } from '#ground/ui/language.ts'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { awardKinds, awardNames } from '../../../core/award.ts'
import type { AwardKind } from '../../../core/award.ts'
import { stars } from '../stars.ts'
import { words } from './words.ts'

interface Award {
  readonly subject: string
  readonly kind: AwardKind
  readonly title: string
  readonly basis: string
  readonly document: string
  readonly on: string
}
const empty: Award = { subject: '', kind: 'red-banner', title: '', basis: '', document: '', on: '' }

export function AwardPanel({ onClose }: { readonly onClose: () => void }) {
  const text = useWords(words)
  const say = useText()
  const { acting } = useMe()
  const unit = acting?.unit ?? ''
  const [id, setId] = useState(newKey)
  const draft = useDraft('stars.award', empty)
  const award = useVerb(stars, 'award', {
    onDone: () => {
      draft.clear()
      setId(newKey())
      onClose()
    },
  })
  const { kind, title, basis, document, on } = draft.value
  const subject = draft.value.subject === '' ? unit : draft.value.subject
  return (
    <SidePanel title={text.record} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void award.run({ params: { unit }, body: { id, subject, kind, title, basis, document, on } })
        }}
      >
        <Field label={text.subject} required error={award.errorAt('body.subject')}>
          {() => <UnitPicker value={subject} onChange={(code) => draft.set({ subject: code })} />}
        </Field>
        <Field label={text.kind} required>
          {(input) => (
            <Select
              {...input}
              value={kind}
              options={awardKinds.map((value) => ({ value, label: say(awardNames[value]) }))}
              onChange={(next: AwardKind) => draft.set({ kind: next })}
            />
          )}
        </Field>
        <Field label={text.title} required error={award.errorAt('body.title')}>
          {(input) => <Input {...input} maxLength={100} value={title} onChange={(event) => draft.set({ title: event.target.value })} />}
        </Field>
        <Field label={text.basis} hint={text.basisHint} required error={award.errorAt('body.basis')}>
          {(input) => (
            <Input.TextArea
              {...input}
              rows={3}
              maxLength={1000}
              value={basis}
              onChange={(event) => draft.set({ basis: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.document} error={award.errorAt('body.document')}>
          {(input) => (
            <Input {...input} maxLength={80} value={document} onChange={(event) => draft.set({ document: event.target.value })} />
          )}
        </Field>
        <Field label={text.on} required error={award.errorAt('body.on')}>
          {(input) => <DayInput input={input} value={on} onChange={(next) => draft.set({ on: next })} />}
        </Field>
        <ProblemNotice problem={award.problem} />
        <footer className="lx-form-end">
          <SavedMark draft={draft} />
          <Button
            type="primary"
            htmlType="submit"
            loading={award.pending}
            disabled={title.trim() === '' || basis.trim() === '' || on === ''}
          >
            {text.record}
          </Button>
        </footer>
      </form>
    </SidePanel>
  )
}
