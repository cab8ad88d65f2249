// Departments and Party organisations of a unit and below, as lines indented under what they belong to.

import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { type Host, hosts, mayBelong, type OrganisationType, organisationTypes } from '../../core/organisation.ts'
import { decisionOf } from './unit-acts.tsx'
import { type Organisation, units, type Unit } from './units.ts'
import { words } from './words.ts'

interface Line {
  readonly organisation: Organisation
  readonly depth: number
}

/** The trees in reading order; what belongs to something not in the list stands at the top. */
function linesOf(all: readonly Organisation[]): Line[] {
  const ids = new Set(all.map((each) => each.id))
  const below = (parent: string | null, depth: number): Line[] =>
    all
      .filter((each) => (parent === null ? each.parent === null || !ids.has(each.parent) : each.parent === parent))
      .flatMap((organisation) => [{ organisation, depth }, ...below(organisation.id, depth + 1)])
  return below(null, 0)
}

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

function Register({ unit, all }: { readonly unit: Unit; readonly all: readonly Organisation[] }) {
  const text = useWords(words)
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
            options={organisationTypes.map((value) => ({ value, label: text.types[value] }))}
          />
        )}
      </Field>
      <Field label={text.host}>
        {(input) => (
          <Select
            {...input}
            value={host}
            onChange={(next: Host) => setHost(next)}
            options={hosts.map((value) => ({ value, label: text.hosts[value] }))}
          />
        )}
      </Field>
      <ParentField type={type} all={all} value={parent} onChange={setParent} />
    </ConfirmVerb>
  )
}

function OrganisationActs({ organisation, all }: { readonly organisation: Organisation; readonly all: readonly Organisation[] }) {
  const text = useWords(words)
  const [name, setName] = useState(organisation.name)
  const [parent, setParent] = useState(organisation.parent ?? '')
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
        run={(given) => move.run({ params, body: { parent: parent === '' ? null : parent, ...decisionOf(given, '') } })}
      >
        <ParentField type={organisation.type} all={all.filter((each) => each.id !== organisation.id)} value={parent} onChange={setParent} />
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

export function OrganisationsTab({ unit, day, own }: { readonly unit: Unit; readonly day: string; readonly own: boolean }) {
  const text = useWords(words)
  const may = useMay()
  const [chosen, setChosen] = useState<string | null>(null)
  const answer = useAnswer(units, 'organisations', { query: { unit: unit.code, asOf: day } })
  // What one may belong to can stand above the unit: the county's committee, the township's.
  const county = useAnswer(units, 'organisations', unit.code.length < 6 ? null : { query: { unit: unit.code.slice(0, 6), asOf: day } })
  const all = answer.data?.organisations ?? []
  const parents = county.data?.organisations ?? all
  const keeps = own && may('units.keepOrganisations')
  return (
    <>
      <ProblemNotice problem={answer.error} retry={() => void answer.refetch()} />
      {keeps ? <Register unit={unit} all={parents} /> : null}
      {answer.data !== undefined && all.length === 0 ? <EmptyState title={text.organisationsEmpty} /> : null}
      <ul>
        {linesOf(all).map(({ organisation, depth }) => (
          <li key={organisation.id} style={{ paddingInlineStart: `${depth * 1.5}em` }}>
            {keeps ? (
              <Button
                type="link"
                size="small"
                aria-expanded={chosen === organisation.id}
                onClick={() => setChosen(chosen === organisation.id ? null : organisation.id)}
              >
                {organisation.name}
              </Button>
            ) : (
              organisation.name
            )}{' '}
            <span className="lx-quiet">
              {text.types[organisation.type]} · {organisation.unitName}
            </span>
            {keeps && chosen === organisation.id ? <OrganisationActs organisation={organisation} all={parents} /> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
