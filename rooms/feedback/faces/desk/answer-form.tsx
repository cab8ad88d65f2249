// The answer, kept as typed until it is sent.

import { useVerb } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input } from 'antd'
import { feedback, type FeedbackRecord } from './feedback.ts'
import { words } from './words.ts'

export function AnswerForm({ record }: { readonly record: FeedbackRecord }) {
  const text = useWords(words)
  const draft = useDraft(`feedback.answer.${record.id}`, { answer: '' }, { personal: true })
  const answer = useVerb(feedback, 'answer', { onDone: () => draft.clear() })
  const typed = draft.value.answer.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void answer.run({ params: { unit: record.unit, id: record.id }, body: { text: typed } })
      }}
    >
      <Field label={text.answerLabel} hint={text.answerHint} error={answer.errorAt('body.text')} required>
        {(input) => (
          <Input.TextArea
            {...input}
            rows={6}
            maxLength={2000}
            showCount
            value={draft.value.answer}
            onChange={(event) => draft.set({ answer: event.target.value })}
          />
        )}
      </Field>
      <ProblemNotice problem={answer.problem} />
      <Button type="primary" htmlType="submit" loading={answer.pending} disabled={typed === ''}>
        {text.answer}
      </Button>
    </form>
  )
}
