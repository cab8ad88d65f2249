// 挂星立标: which stars a unit aims for this quarter, and the five questions behind it; and from here it begins to stand for one.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { FormPage } from '#ground/ui/desk/form-page.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { quarterOf } from '../../core/cycle.ts'
import { BeginStars } from './begin-star.tsx'
import { CycleChoice } from './cycle-choice.tsx'
import { stars, useCycle, useQuarter } from './stars.ts'
import type { Cycle } from './stars.ts'
import { TargetSums } from './target-sums.tsx'
import { words } from './words.ts'
import './stars.css'

const questions = ['strengths', 'met', 'gaps', 'goal', 'measures'] as const
type Question = (typeof questions)[number]
/** Null: not touched on this device, what was kept before stands. */
type Answers = Readonly<Record<Question, string | null>> & { readonly stars: readonly string[] | null }
const empty: Answers = { strengths: null, met: null, gaps: null, goal: null, measures: null, stars: null }

function TargetForm({ cycle, quarter, unit }: { readonly cycle: Cycle; readonly quarter: string; readonly unit: string }) {
  const text = useWords(words)
  const before = useAnswer(stars, 'targets', { params: { unit: cycle.unit, id: cycle.id }, query: { below: unit, quarter } })
  const draft = useDraft(`stars.target.${cycle.id}.${quarter}`, empty, { personal: true })
  const set = useVerb(stars, 'setTarget', { onDone: draft.clear })
  const own = before.data?.rows.find((row) => row.unit === unit)
  const chosen = draft.value.stars ?? own?.stars ?? []
  const answer = (question: Question): string => draft.value[question] ?? own?.plan?.[question] ?? ''
  const labels: Readonly<Record<Question, string>> = {
    strengths: text.strengths,
    met: text.metQuestion,
    gaps: text.gaps,
    goal: text.goal,
    measures: text.measures,
  }
  const plan = {
    strengths: answer('strengths'),
    met: answer('met'),
    gaps: answer('gaps'),
    goal: answer('goal'),
    measures: answer('measures'),
  }
  return (
    <FormPage
      draft={draft}
      problem={set.problem ?? before.error}
      submit={{
        label: text.setTarget,
        run: () => set.run({ params: { unit }, body: { cycle: cycle.id, quarter, stars: [...chosen], plan } }),
        pending: set.pending,
      }}
      secondary={set.answer === undefined ? null : <span role="status">{text.targetKept}</span>}
      sections={[
        {
          key: 'stars',
          title: text.targetOf(text.quarter(quarter)),
          done: chosen.length > 0,
          children: (
            <>
              <fieldset className="stars-plain">
                <legend>{text.stars}</legend>
                {cycle.stars.map((star) => (
                  <p key={star.code}>
                    <Checkbox
                      checked={chosen.includes(star.code)}
                      onChange={(event) =>
                        draft.set({ stars: event.target.checked ? [...chosen, star.code] : chosen.filter((code) => code !== star.code) })
                      }
                    >
                      {star.name} <span className="lx-quiet">{star.lead}</span>
                    </Checkbox>
                  </p>
                ))}
              </fieldset>
              <TargetSums cycle={cycle} quarter={quarter} unit={unit} chosen={chosen} />
            </>
          ),
        },
        {
          key: 'plan',
          title: text.planTitle,
          done: questions.every((question) => answer(question).trim() !== ''),
          children: questions.map((question) => (
            <Field key={question} label={labels[question]}>
              {(input) => (
                <Input.TextArea
                  {...input}
                  rows={3}
                  maxLength={2000}
                  value={answer(question)}
                  onChange={(event) => draft.set({ [question]: event.target.value })}
                />
              )}
            </Field>
          )),
        },
      ]}
    />
  )
}

export default function TargetPage() {
  const text = useWords(words)
  const { acting } = useMe()
  const unit = acting?.unit ?? ''
  const { rows, chosen, asked, choose } = useCycle()
  const cycle = useAnswer(stars, 'cycle', chosen === undefined ? null : { params: { unit: chosen.unit, id: chosen.id } })
  const [today] = useState(() => quarterOf(chinaDay(Date.now())))
  const quarter = useQuarter() ?? today
  const open = cycle.data?.state === 'open' ? cycle.data : undefined
  return (
    <PageFrame title={text.target} lead={text.targetLead}>
      <ProblemNotice problem={asked.error ?? cycle.error} />
      <CycleChoice rows={rows} value={chosen?.id} onChange={choose} />
      {rows !== undefined && chosen === undefined ? <EmptyState title={text.noCycle} next={<p>{text.noCycleWait}</p>} /> : null}
      {open === undefined ? null : <BeginStars cycle={open} unit={unit} />}
      {cycle.data === undefined ? null : (
        <TargetForm key={`${cycle.data.id}.${quarter}`} cycle={cycle.data} quarter={quarter} unit={unit} />
      )}
    </PageFrame>
  )
}
