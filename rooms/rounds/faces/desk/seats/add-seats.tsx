// Adds seats: a whole panel by number or from a list of names, or one for an account.

import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { kindNames, seatKinds } from '../../../core/seat.ts'
import { Act } from '../act.tsx'
import { at, type Round, rounds } from '../rounds.ts'
import { PersonChoice } from './person-choice.tsx'
import { type Form, type Wanted, wantedOf } from './wanted.ts'
import { words } from './words.ts'

interface Part {
  readonly round: Round
  readonly form: Form
  readonly set: (changes: Partial<Form>) => void
}

function Who({ round, form, set }: Part) {
  const text = useWords(words)
  const say = useText()
  return (
    <>
      <Field label={text.kind}>
        {(input) => (
          <Select
            {...input}
            value={form.kind}
            options={seatKinds.map((value) => ({ value, label: say(kindNames[value]) }))}
            onChange={(kind) => set({ kind })}
          />
        )}
      </Field>
      {form.kind === 'judge' ? (
        <Field label={text.panel}>
          {(input) => (
            <Select
              {...input}
              value={form.panel}
              options={round.rules.panels.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(panel) => set({ panel })}
            />
          )}
        </Field>
      ) : null}
      <Field label={text.way}>
        {(input) => (
          <Radio.Group
            {...input}
            value={form.way}
            options={(['number', 'names', 'account'] as const).map((value) => ({ value, label: text.ways[value] }))}
            onChange={(event) => set({ way: event.target.value as Form['way'] })}
          />
        )}
      </Field>
    </>
  )
}

function Which({ round, form, set, unknown }: Part & { readonly unknown: readonly string[] }) {
  const text = useWords(words)
  if (form.way === 'number')
    return (
      <Field label={text.count} required>
        {(input) => (
          <Input
            {...input}
            className="rounds-number"
            inputMode="numeric"
            value={form.count}
            onChange={(event) => set({ count: event.target.value.replaceAll(/\D/g, '').slice(0, 3) })}
          />
        )}
      </Field>
    )
  if (form.way === 'names')
    return (
      <Field label={text.names} hint={text.namesHint} required error={unknown.length === 0 ? undefined : text.badHome(unknown.join('、'))}>
        {(input) => (
          <Input.TextArea
            {...input}
            autoSize={{ minRows: 4, maxRows: 12 }}
            value={form.names}
            onChange={(event) => set({ names: event.target.value })}
          />
        )}
      </Field>
    )
  return (
    <>
      <Field label={text.account} required>
        {(input) => <PersonChoice input={input} onChange={(person) => set({ person })} />}
      </Field>
      <Field label={text.home}>
        {(input) => (
          <Select
            {...input}
            value={form.home}
            options={[{ value: '', label: text.homeNone }, ...round.parts.map(({ subject, name }) => ({ value: subject, label: name }))]}
            onChange={(home) => set({ home })}
          />
        )}
      </Field>
    </>
  )
}

/** Asks for seats under ids that stay the same while the same seats are asked for, so that a lost reply adds none twice. */
export function useAddSeats(round: Round) {
  const add = useVerb(rounds, 'addSeats')
  const [ids, setIds] = useState<readonly string[]>([])
  const run = async (seats: readonly Wanted[]) => {
    const known = seats.map((_, index) => ids[index] ?? newKey())
    setIds(known)
    const answer = await add.run({
      params: at(round),
      body: { seats: seats.map((seat, index) => ({ ...seat, id: known[index] ?? newKey() })) },
    })
    if (answer !== undefined) setIds([])
    return answer
  }
  return { run, problem: add.problem, pending: add.pending }
}

export function AddSeats({ round, primary }: { readonly round: Round; readonly primary: boolean }) {
  const text = useWords(words)
  const first: Form = {
    kind: 'judge',
    panel: round.rules.panels[0]?.id ?? '',
    way: 'number',
    count: '5',
    names: '',
    person: null,
    home: '',
  }
  const [form, setForm] = useState(first)
  const add = useAddSeats(round)
  const set = (changes: Partial<Form>): void => setForm((before) => ({ ...before, ...changes }))
  const { seats, unknown } = wantedOf(form, round.parts)
  return (
    <Act
      label={text.add}
      title={text.addTitle}
      explain={text.addExplain}
      primary={primary}
      verb={add}
      run={async () => {
        if (seats.length === 0 || unknown.length > 0) return undefined
        const answer = await add.run(seats)
        if (answer !== undefined) setForm({ ...first, panel: form.panel })
        return answer
      }}
    >
      <Who round={round} form={form} set={set} />
      <Which round={round} form={form} set={set} unknown={unknown} />
    </Act>
  )
}
