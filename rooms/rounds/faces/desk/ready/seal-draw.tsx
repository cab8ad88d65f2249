// Seals a draw: what, from which pool, how many, by which sources of chance; or seals one again, with its reason.

import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { at, type Draw, type Round, rounds } from '../rounds.ts'
import { words } from './words.ts'

const kinds = ['speaking', 'route', 'units', 'households', 'questions'] as const
const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

interface Form {
  readonly id: string
  readonly kind: Draw['kind']
  readonly title: string
  readonly pool: string
  readonly take: string
  readonly sources: string
  readonly oneByOne: boolean
}

function firstOf(round: Round, before: Draw | null, kind: Draw['kind'], title: string): Form {
  const id = newKey()
  if (before === null)
    return {
      id,
      kind,
      title,
      pool: '',
      take: kind === 'questions' ? '1' : String(round.parts.length),
      sources: '',
      oneByOne: kind === 'questions',
    }
  const { oneByOne } = before
  return { id, kind: before.kind, title: before.title, pool: before.pool.join('\n'), take: String(before.take), sources: '', oneByOne }
}

function Bank({ round, take }: { readonly round: Round; readonly take: (lines: string) => void }) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'templates')
  const template = asked.data?.templates.find(({ id }) => id === round.rules.template?.id)
  if (template === undefined || template.questions.length === 0) return null
  return (
    <Button size="small" onClick={() => take(template.questions.join('\n'))}>
      {text.fromBank}
    </Button>
  )
}

interface Given {
  readonly round: Round
  /** The draw that this one replaces. */
  readonly repeats: Draw | null
  /** What is proposed first. */
  readonly first?: Draw['kind']
}

export function SealDraw({ round, repeats, first = 'speaking' }: Given) {
  const text = useWords(words)
  const [form, setForm] = useState(() => firstOf(round, repeats, first, text.kinds[first]))
  const seal = useVerb(rounds, 'sealDraw')
  const set = (changes: Partial<Form>): void => setForm((before) => ({ ...before, ...changes }))
  const ofUnits = form.kind === 'speaking' || form.kind === 'route' || form.kind === 'units'
  const all = form.kind === 'speaking' || form.kind === 'route'
  const byTurns = form.kind === 'questions' && form.oneByOne
  const run = async (reason: string) => {
    const { id, kind, title } = form
    const lines = linesOf(form.pool)
    const answer = await seal.run({
      params: at(round),
      body: {
        id,
        kind,
        title: title.trim(),
        pool: ofUnits ? null : lines,
        take: all
          ? round.parts.filter(({ drawn }) => drawn !== false).length
          : byTurns
            ? Math.max(1, lines.length)
            : Number(form.take) || 1,
        sources: linesOf(form.sources),
        repeats: repeats?.id ?? null,
        reason,
        oneByOne: byTurns,
      },
    })
    if (answer !== undefined) setForm(firstOf(round, null, first, text.kinds[first]))
    return answer
  }
  return (
    <Act
      label={repeats === null ? (first === 'questions' ? text.sealQuestions : text.seal) : text.repeat}
      explain={repeats === null ? text.sealExplain : text.repeatExplain}
      {...(repeats === null ? {} : { asks: { reason: 'required' } as const })}
      verb={seal}
      run={({ reason }) => run(reason)}
    >
      {repeats === null ? (
        <Field label={text.kind}>
          {(input) => (
            <Select
              {...input}
              value={form.kind}
              options={kinds.map((value) => ({ value, label: text.kinds[value] }))}
              onChange={(kind) =>
                set({ kind, title: text.kinds[kind], take: kind === 'questions' ? '1' : form.take, oneByOne: kind === 'questions' })
              }
            />
          )}
        </Field>
      ) : null}
      <Field label={text.drawTitle} required error={seal.errorAt('body.title')}>
        {(input) => <Input {...input} maxLength={100} value={form.title} onChange={(event) => set({ title: event.target.value })} />}
      </Field>
      {ofUnits ? (
        <Field label={text.pool}>{(input) => <Input {...input} readOnly value={text.poolUnits} />}</Field>
      ) : (
        <Field
          label={text.pool}
          hint={form.kind === 'questions' ? text.questionsHint : text.poolHint}
          required
          error={seal.errorAt('body.pool')}
        >
          {(input) => (
            <>
              <Input.TextArea
                {...input}
                autoSize={{ minRows: 4, maxRows: 10 }}
                value={form.pool}
                onChange={(event) => set({ pool: event.target.value })}
              />
              {form.kind === 'questions' ? <Bank round={round} take={(pool) => set({ pool })} /> : null}
            </>
          )}
        </Field>
      )}
      {form.kind === 'questions' && repeats === null ? (
        <Field label={text.way}>
          {(input) => (
            <Radio.Group
              {...input}
              value={form.oneByOne}
              options={[
                { value: true, label: text.ways.oneByOne },
                { value: false, label: text.ways.atOnce },
              ]}
              onChange={(event) => set({ oneByOne: event.target.value === true })}
            />
          )}
        </Field>
      ) : null}
      {all || byTurns ? null : (
        <Field label={text.take} required error={seal.errorAt('body.take')}>
          {(input) => (
            <Input
              {...input}
              className="rounds-number"
              inputMode="numeric"
              value={form.take}
              onChange={(event) => set({ take: event.target.value.replaceAll(/\D/g, '') })}
            />
          )}
        </Field>
      )}
      <Field label={text.sources} hint={text.sourcesHint} required error={seal.errorAt('body.sources')}>
        {(input) => (
          <Input.TextArea
            {...input}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={form.sources}
            onChange={(event) => set({ sources: event.target.value })}
          />
        )}
      </Field>
    </Act>
  )
}
