// What may be done to organisations: register one; rename, move or end it.

import { Input, Select } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { type Host, hosts, hostTitles, mayBelong, type OrganisationType, organisationTypes, typeTitles } from '../../core/organisation.ts'
import { decisionOf } from './unit-acts.tsx'
import { type Organisation, units, type Unit } from './units.ts'
import { words } from './words.ts'

function ParentField({
  type,
  all,
  value,
  onChange,
}: {
  readonly type: OrganisationType
  readonly all: readonly Organisation[]
  readonly value: string
  readonly onChange: (id: string) => void
}) {
  const text = useWords(words)
  const fitting = all.filter((each) => mayBelong(type, each.type))
  return (
    <Field label={text.belongsTo}>
      {(input) => (
        <Select
          {...input}
          value={value}
          onChange={onChange}
          options={[{ value: '', label: text.noParent }, ...fitting.map((each) => ({ value: each.id, label: each.name }))]}
        />
      )}
    </Field>
  )
}

export function Register({ unit, all }: { readonly unit: Unit; readonly all: readonly Organisation[] }) {
  const text = useWords(words)
  const say = useText()
  const [name, setName] = useState('')
  const [type, setType] = useState<OrganisationType>('branch')
  const [host, setHost] = useState<Host>(unit.kind ?? 'office')
  const [parent, setParent] = useState('')
  const register = useVerb(units, 'createOrganisation', { onDone: () => setName('') })
  return (
    <ConfirmVerb
      label={text.createOrganisation}
      title={text.createOrganisation}
      explain={text.createOrganisationExplain}
      asks={{ effective: true, reason: 'optional' }}
      problem={register.problem}
      run={(given) =>
        register.run({ body: { unit: unit.code, type, host, name, parent: parent === '' ? null : parent, ...decisionOf(given, '') } })
      }
    >
      <Field label={text.name} required error={register.errorAt('body.name')}>
        {(input) => <Input {...input} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={text.type}>
        {(input) => (
          <Select
            {...input}
            value={type}
            onChange={(next: OrganisationType) => {
              setType(next)
              setParent('')
            }}
            options={organisationTypes.map((value) => ({ value, label: say(typeTitles[value]) }))}
          />
        )}
      </Field>
      <Field label={text.host}>
        {(input) => (
          <Select
            {...input}
            value={host}
            onChange={(next: Host) => setHost(next)}
            options={hosts.map((value) => ({ value, label: say(hostTitles[value]) }))}
          />
        )}
      </Field>
      <ParentField type={type} all={all} value={parent} onChange={setParent} />
    </ConfirmVerb>
  )
}

export function OrganisationActs({ organisation, all }: { readonly organisation: Organisation; readonly all: readonly Organisation[] }) {
  const text = useWords(words)
  const [name, setName] = useState(organisation.name)
  const [parent, setParent] = useState(organisation.parent ?? '')
  const [unit, setUnit] = useState(organisation.unit)
  const params = { id: organisation.id }
  const rename = useVerb(units, 'renameOrganisation')
  const move = useVerb(units, 'moveOrganisation')
  const end = useVerb(units, 'endOrganisation')
  return (
    <div className="lx-page-acts">
      <ConfirmVerb
        label={text.rename}
        title={text.renameOrganisation}
        explain={organisation.name}
        asks={{ effective: true, reason: 'optional' }}
        problem={rename.problem}
        run={(given) => rename.run({ params, body: { name, ...decisionOf(given, '') } })}
      >
        <Field label={text.newName} required error={rename.errorAt('body.name')}>
          {(input) => <Input {...input} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </ConfirmVerb>
      <ConfirmVerb
        label={text.moveOrganisation}
        title={text.moveOrganisation}
        explain={organisation.name}
        asks={{ effective: true, reason: 'optional' }}
        problem={move.problem}
        run={(given) => move.run({ params, body: { parent: parent === '' ? null : parent, unit: unit.trim(), ...decisionOf(given, '') } })}
      >
        <ParentField type={organisation.type} all={all.filter((each) => each.id !== organisation.id)} value={parent} onChange={setParent} />
        <Field label={text.servedUnit} hint={text.servedUnitHint} error={move.errorAt('body.unit')}>
          {(input) => (
            <Input {...input} inputMode="numeric" maxLength={12} value={unit} onChange={(event) => setUnit(event.target.value)} />
          )}
        </Field>
      </ConfirmVerb>
      <ConfirmVerb
        label={text.endOrganisation}
        title={text.endOrganisation}
        explain={text.endOrganisationExplain(organisation.name)}
        asks={{ effective: true, reason: 'required' }}
        danger
        problem={end.problem}
        run={(given) => end.run({ params, body: { effective: given.effective, reason: given.reason } })}
      />
    </div>
  )
}
