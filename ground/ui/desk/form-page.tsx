// A long form is one page with a margin of progress marks, kept as typed, never a wizard that loses its steps.

import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Draft } from '../draft.ts'
import { useFormat } from '../format.ts'
import { useWords } from '../words.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { StatusTag } from './status-tag.tsx'
import { words } from './words.ts'

export interface FormSection {
  readonly key: string
  readonly title: string
  readonly done: boolean
  readonly children: ReactNode
}

export interface FormPageProps {
  readonly sections: readonly FormSection[]
  readonly draft?: Pick<Draft, 'savedAt'>
  readonly problem?: unknown
  readonly submit: { readonly label: string; readonly run: () => unknown; readonly pending?: boolean; readonly disabled?: boolean }
  readonly secondary?: ReactNode
}

export function SavedMark({ draft }: { readonly draft: Pick<Draft, 'savedAt'> }) {
  const text = useWords(words)
  const format = useFormat()
  return (
    <span className="lx-saved" role="status" title={text.savedHere}>
      {draft.savedAt === null ? text.notSaved : text.saved(format.minute(draft.savedAt))}
    </span>
  )
}

export function FormPage({ sections, draft, problem, submit, secondary }: FormPageProps) {
  const text = useWords(words)
  return (
    <form
      className="lx-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (submit.pending !== true && submit.disabled !== true) submit.run()
      }}
    >
      {sections.length < 2 ? null : (
        <nav className="lx-form-margin" aria-label={text.progress}>
          <ol>
            {sections.map((section) => (
              <li key={section.key}>
                <a href={`#section-${section.key}`}>{section.title}</a>
                <StatusTag state={section.done ? 'done' : 'waiting'}>{section.done ? text.done : text.open}</StatusTag>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="lx-form-body">
        {sections.map((section) => (
          <section key={section.key} id={`section-${section.key}`}>
            <h2>{section.title}</h2>
            {section.children}
          </section>
        ))}
        <ProblemNotice problem={problem} />
        <footer className="lx-form-end">
          {draft === undefined ? null : <SavedMark draft={draft} />}
          {secondary}
          <Button type="primary" htmlType="submit" loading={submit.pending === true} disabled={submit.disabled === true}>
            {submit.label}
          </Button>
        </footer>
      </div>
    </form>
  )
}
