// Merge, split and recode on one page: what changes, on what basis, the mapping of every unit to check, then the act.

import { Input, Radio } from 'antd'
import { useState } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useVerb } from '#ground/ui/answers.ts'
import { readDay } from '#ground/ui/day.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { FormPage } from '#ground/ui/desk/form-page.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Mapping } from './mapping.tsx'
import { type Draft, emptyDraft, mergeBody, recodeBody, splitBody, type TransferVerb } from './transfer-draft.ts'
import { TransferFields } from './transfer-fields.tsx'
import { units } from './units.ts'
import { words } from './words.ts'

export default function TransferPage() {
  const text = useWords(words)
  const format = useFormat()
  const { code } = useUnit()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(code, chinaDay(Date.now())))
  const [checked, setChecked] = useState('')
  const merge = useVerb(units, 'merge')
  const split = useVerb(units, 'split')
  const recode = useVerb(units, 'recode')
  const verb = { merge, split, recode }[draft.verb]
  const change = (changes: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changes }))
  const key = JSON.stringify(draft)
  const plan = checked === key ? verb.answer : undefined

  const send = async (dryRun: boolean): Promise<void> => {
    const params = { code: draft.code.trim() }
    const answer =
      draft.verb === 'merge'
        ? await merge.run({ body: mergeBody(draft, dryRun) })
        : draft.verb === 'split'
          ? await split.run({ params, body: splitBody(draft, dryRun) })
          : await recode.run({ params, body: recodeBody(draft, dryRun) })
    if (answer !== undefined) setChecked(key)
  }

  const ready = plan !== undefined && !plan.applied
  const filled =
    draft.verb === 'merge'
      ? draft.sources.trim() !== '' && draft.target.trim() !== ''
      : draft.verb === 'recode'
        ? draft.target.trim() !== ''
        : draft.parts.every((part) => part.code.trim() !== '')
  const sections = [
    {
      key: 'what',
      title: text.what,
      done: true,
      children: (
        <>
          <Radio.Group
            aria-label={text.what}
            value={draft.verb}
            onChange={(event) => change({ verb: event.target.value as TransferVerb })}
            options={(['merge', 'split', 'recode'] as const).map((value) => ({ value, label: text.verbs[value] }))}
          />
          <p className="lx-hint">{text.verbHints[draft.verb]}</p>
        </>
      ),
    },
    { key: 'which', title: text.which, done: filled, children: <TransferFields draft={draft} change={change} errorAt={verb.errorAt} /> },
    {
      key: 'basis',
      title: text.basis,
      done: readDay(draft.effective) !== null && draft.reason.trim().length > 1,
      children: (
        <>
          <Field label={text.effective} required error={verb.errorAt('body.effective')}>
            {(input) => <DayInput input={input} value={draft.effective} onChange={(effective) => change({ effective })} />}
          </Field>
          <Field label={text.document} hint={text.documentHint}>
            {(input) => (
              <Input {...input} maxLength={100} value={draft.document} onChange={(event) => change({ document: event.target.value })} />
            )}
          </Field>
          <Field label={text.reason} required error={verb.errorAt('body.reason')}>
            {(input) => (
              <Input.TextArea
                {...input}
                rows={2}
                maxLength={500}
                value={draft.reason}
                onChange={(event) => change({ reason: event.target.value })}
              />
            )}
          </Field>
        </>
      ),
    },
    {
      key: 'mapping',
      title: text.mapping,
      done: plan !== undefined,
      children:
        plan === undefined ? (
          <p className="lx-quiet">{text.checkFirst}</p>
        ) : (
          <Mapping plan={plan} fixed={draft.mapping} onFix={(from, to) => change({ mapping: { ...draft.mapping, [from]: to } })} />
        ),
    },
  ]
  return (
    <PageFrame
      title={text.transferTitle}
      lead={text.transferLead}
      period={false}
      actions={<PageLink to="/desk/units">{text.back}</PageLink>}
    >
      {plan?.applied === true ? (
        <p role="status">
          <StatusTag state="done">{text.carriedOut(format.count(plan.moves.length))}</StatusTag>
        </p>
      ) : null}
      <FormPage
        sections={sections}
        problem={verb.problem}
        submit={{
          label: ready ? text.carryOut[draft.verb] : text.check,
          run: () => void send(!ready),
          pending: verb.pending,
          disabled: !filled || plan?.applied === true,
        }}
      />
    </PageFrame>
  )
}
