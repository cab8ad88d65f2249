// A new round: as little as is needed to begin; the rest is done on the round's own page.

import { Select } from 'antd'
import { useState } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useGo } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { readDay } from '#ground/ui/day.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { FormPage } from '#ground/ui/desk/form-page.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { addressOfRound, rounds } from '../rounds.ts'
import { bodyOf, HowFields, type Plan, WhatFields } from './plan-fields.tsx'
import { words } from './words.ts'

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

interface NewPlan extends Plan {
  readonly id: string
  readonly template: string
}

export default function PlanPage() {
  const text = useWords(words)
  const go = useGo()
  const { code } = useUnit()
  const [first] = useState((): NewPlan => {
    const today = chinaDay(Date.now())
    const quarter = quarterOf(today)
    const open = { theme: '', place: '', mode: 'field', ballots: 'named', spotCheck: false, agenda: '' } as const
    return { ...open, id: newKey(), name: text.defaultName(quarter), quarter, heldOn: today, template: 'T1' }
  })
  const draft = useDraft('rounds-plan', first)
  const { template, id, ...plan } = draft.value
  const templates = useAnswer(rounds, 'templates')
  const make = useVerb(rounds, 'plan', {
    onDone: (round) => {
      draft.clear()
      go(addressOfRound(round))
    },
  })
  const set = (changes: Partial<Plan>): void => {
    const named = plan.name === text.defaultName(plan.quarter) && changes.quarter !== undefined
    draft.set({ ...changes, ...(named && changes.quarter !== undefined ? { name: text.defaultName(changes.quarter) } : {}) })
  }
  const fields = { plan, set, errorAt: make.errorAt }
  const chosen = templates.data?.templates.find((each) => each.id === template)
  return (
    <PageFrame title={text.planTitle} lead={text.planLead} period={false}>
      <FormPage
        draft={draft}
        problem={make.problem}
        sections={[
          {
            key: 'what',
            title: text.what,
            done: plan.name.trim() !== '' && readDay(plan.heldOn) !== null,
            children: <WhatFields {...fields} />,
          },
          {
            key: 'how',
            title: text.how,
            done: true,
            children: (
              <>
                <Field label={text.template} hint={chosen?.note ?? text.templateHint} error={make.errorAt('body.template')}>
                  {(input) => (
                    <Select
                      {...input}
                      value={template}
                      options={(templates.data?.templates ?? []).map((each) => ({ value: each.id, label: each.title }))}
                      onChange={(next) => draft.set({ template: next })}
                    />
                  )}
                </Field>
                <HowFields {...fields} />
              </>
            ),
          },
        ]}
        submit={{
          label: text.make,
          run: () => void make.run({ params: { unit: code }, body: { ...bodyOf(plan), id, template } }),
          pending: make.pending,
          disabled: code === '',
        }}
      />
    </PageFrame>
  )
}
