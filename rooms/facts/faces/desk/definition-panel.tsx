// One definition: registering it, saying who states it, retiring it.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Radio, Select } from 'antd'
import { periods, valueTypes } from '../../core/definition.ts'
import type { Period, ValueType } from '../../core/definition.ts'
import { staters } from '../../core/held-definition.ts'
import type { Stater } from '../../core/held-definition.ts'
import { periodNames } from '../../core/period.ts'
import { choiceText } from '../../core/value.ts'
import type { Definition } from './facts-client.ts'
import { facts } from './facts-client.ts'
import { linesOf, TextField } from './text-field.tsx'
import { words } from './words.ts'

interface FormProps {
  readonly onClose: () => void
  readonly onDone: (definition: Definition) => void
}

const empty = {
  id: '',
  name: '',
  nameEn: '',
  aliases: '',
  type: 'number',
  measure: '',
  choices: '',
  choicesEn: '',
  period: 'year',
  source: '',
  statedBy: 'office',
}

function bodyOf({ nameEn, aliases, choices, choicesEn, measure, ...typed }: typeof empty) {
  const type = typed.type as ValueType
  return {
    ...typed,
    type,
    period: typed.period as Period,
    statedBy: typed.statedBy as Stater,
    aliases: linesOf(aliases),
    choices: type === 'choice' ? linesOf(choices) : [],
    ...(type === 'choice' && linesOf(choicesEn).length > 0 ? { choicesEn: linesOf(choicesEn) } : {}),
    measure: type === 'number' && measure.trim() !== '' ? measure : null,
    ...(nameEn.trim() === '' ? {} : { nameEn }),
  }
}

export function DefinitionForm({ onClose, onDone }: FormProps) {
  const text = useWords(words)
  const say = useText()
  const draft = useDraft('facts.define', empty)
  const add = useVerb(facts, 'addDefinition', {
    onDone: (made) => {
      draft.clear()
      onDone(made)
    },
  })
  const typed = draft.value
  const field = (key: 'id' | 'name' | 'nameEn' | 'measure' | 'source', hint?: string, required = true) => (
    <TextField
      label={text[key]}
      required={required}
      value={typed[key]}
      onChange={(next) => draft.set({ [key]: next })}
      error={add.errorAt(`body.${key}`)}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  const radio = (key: 'type' | 'statedBy', label: string, options: readonly { value: string; label: string }[]) => (
    <Field label={label} required>
      {() => (
        <Radio.Group
          aria-label={label}
          value={typed[key]}
          options={[...options]}
          onChange={(event) => draft.set({ [key]: String(event.target.value) })}
        />
      )}
    </Field>
  )
  return (
    <SidePanel title={text.define} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void add.run({ body: bodyOf(typed) })
        }}
      >
        {field('name')}
        {field('id', text.idHint)}
        {radio(
          'type',
          text.valueType,
          valueTypes.map((type) => ({ value: type, label: text.types[type] })),
        )}
        {typed.type === 'number' ? field('measure', text.measureHint) : null}
        {typed.type === 'choice' ? (
          <TextField
            label={text.choices}
            hint={text.choicesHint}
            required
            rows={3}
            most={2000}
            value={typed.choices}
            onChange={(choices) => draft.set({ choices })}
            error={add.errorAt('body.choices')}
          />
        ) : null}
        {typed.type === 'choice' ? (
          <TextField
            label={text.choicesEn}
            hint={text.choicesEnHint}
            rows={3}
            most={2000}
            value={typed.choicesEn}
            onChange={(choicesEn) => draft.set({ choicesEn })}
            error={add.errorAt('body.choicesEn')}
          />
        ) : null}
        <Field label={text.how} required>
          {(input) => (
            <Select
              {...input}
              value={typed.period}
              options={periods.map((period) => ({ value: period as string, label: say(periodNames[period]) }))}
              onChange={(period: string) => draft.set({ period })}
            />
          )}
        </Field>
        {field('source')}
        {radio(
          'statedBy',
          text.statedBy,
          staters.map((stater) => ({ value: stater, label: text.staters[stater] })),
        )}
        <TextField
          label={text.aliases}
          hint={text.aliasesHint}
          rows={3}
          most={2000}
          value={typed.aliases}
          onChange={(aliases) => draft.set({ aliases })}
          error={add.errorAt('body.aliases')}
        />
        {field('nameEn', undefined, false)}
        <div className="lx-scope">
          <ProblemNotice problem={add.problem} />
          <Button
            type="primary"
            htmlType="submit"
            loading={add.pending}
            disabled={[typed.id, typed.name, typed.source].some((one) => one.trim() === '')}
          >
            {text.define}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}

function Verbs({ definition }: { readonly definition: Definition }) {
  const text = useWords(words)
  const entrust = useVerb(facts, 'entrustDefinition')
  const retire = useVerb(facts, 'retireDefinition')
  const params = { id: definition.id }
  const next = definition.statedBy === 'office' ? 'unit' : 'office'
  return (
    <>
      <ConfirmVerb
        label={text.entrust[next]}
        title={text.entrust[next]}
        explain={text.entrustExplain[next]}
        problem={entrust.problem}
        run={() => entrust.run({ params, body: { statedBy: next } })}
      />
      <ConfirmVerb
        danger
        label={text.retire}
        title={text.retire}
        explain={text.retireExplain}
        asks={{ reason: 'required' }}
        problem={retire.problem}
        run={({ reason }) => retire.run({ params, body: { reason } })}
      />
    </>
  )
}

export function DefinitionPanel({ definition, onClose }: { readonly definition: Definition; readonly onClose: () => void }) {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const { name, id, aliases, type, measure, choices, period, source, statedBy, retiredOn, addedOn } = definition
  return (
    <SidePanel
      title={name}
      onClose={onClose}
      actions={may('facts.define') && retiredOn === null ? <Verbs definition={definition} /> : null}
    >
      <Facts
        items={[
          { label: text.id, value: id },
          { label: text.aliases, value: aliases.join('、') || text.noReason },
          { label: text.valueType, value: [text.types[type], measure].filter((part) => part !== null).join(' · ') },
          ...(choices.length === 0
            ? []
            : [{ label: text.choices, value: choices.map((choice) => say(choiceText(definition, choice))).join('、') }]),
          { label: text.how, value: say(periodNames[period]) },
          { label: text.source, value: source },
          { label: text.statedBy, value: text.staters[statedBy] },
          { label: text.statedOn, value: addedOn },
          ...(retiredOn === null ? [] : [{ label: text.standing, value: text.retired(retiredOn) }]),
        ]}
      />
    </SidePanel>
  )
}
