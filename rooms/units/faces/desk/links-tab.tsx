// Who is responsible for a unit and those below (包联); assigning and ending.

import { Select } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { addressOf, download } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { ExportMenu } from '#ground/ui/desk/export-menu.tsx'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { PersonChoice } from './person-choice.tsx'
import { decisionOf } from './unit-acts.tsx'
import { type Link, units, type Unit } from './units.ts'
import { words } from './words.ts'

function LinkLine({ link }: { readonly link: Link }) {
  const text = useWords(words)
  const may = useMay()
  const name = link.personName ?? text.unknownPerson(link.person)
  const unlink = useVerb(units, 'unlinkOfficer')
  return (
    <li>
      {name} · {link.role} · {link.unitName} <span className="lx-quiet lx-figures">{text.fromTo(link.from, link.to)}</span>{' '}
      {may('units.linkOfficers') && link.to === null ? (
        <ConfirmVerb
          label={text.unlink}
          title={text.unlink}
          explain={text.unlinkExplain(name)}
          asks={{ effective: true, reason: 'optional' }}
          problem={unlink.problem}
          run={(given) => unlink.run({ params: { unit: link.unit, id: link.id }, body: decisionOf(given, '') })}
        />
      ) : null}
    </li>
  )
}

function Assign({ unit }: { readonly unit: Unit }) {
  const text = useWords(words)
  const [person, setPerson] = useState('')
  const [role, setRole] = useState(text.linkRoles[0] ?? '')
  const link = useVerb(units, 'linkOfficer')
  return (
    <ConfirmVerb
      label={text.linkOfficer}
      title={text.linkOfficer}
      explain={text.linkExplain(unit.name)}
      asks={{ effective: true, reason: 'optional' }}
      problem={link.problem}
      run={async (given) => (person === '' ? undefined : link.run({ body: { unit: unit.code, person, role, ...decisionOf(given, '') } }))}
    >
      <Field label={text.person} required error={link.errorAt('body.person')}>
        {(input) => <PersonChoice input={input} onChange={setPerson} />}
      </Field>
      <Field label={text.linkRole} required>
        {(input) => (
          <Select {...input} value={role} onChange={setRole} options={text.linkRoles.map((value) => ({ value, label: value }))} />
        )}
      </Field>
    </ConfirmVerb>
  )
}

export function LinksTab({ unit, day }: { readonly unit: Unit; readonly day: string }) {
  const text = useWords(words)
  const may = useMay()
  const answer = useAnswer(units, 'linkedOfficers', { query: { unit: unit.code, asOf: day } })
  const links = answer.data?.links ?? []
  return (
    <>
      <ProblemNotice problem={answer.error} retry={() => void answer.refetch()} />
      <div className="lx-tab-acts">
        {may('units.linkOfficers') ? (
          <>
            {unit.level >= 3 ? <Assign unit={unit} /> : null}
            <UploadTable
              label={text.importLinks}
              title={text.importLinksTitle}
              accept=".xlsx,.csv"
              counts={text.linkCounts}
              template={addressOf(units, 'linksTemplate')}
              run={(file, { dryRun, onProgress }) => units.importLinks({ file, body: { dryRun }, onProgress })}
              onDone={() => void answer.refetch()}
            />
          </>
        ) : null}
        <ExportMenu
          choices={(['xlsx', 'csv'] as const).map((format) => ({
            label: format.toUpperCase(),
            run: () => download(units, 'exportLinks', { query: { unit: unit.code, asOf: day, format } }),
          }))}
        />
      </div>
      {answer.data !== undefined && links.length === 0 ? <EmptyState title={text.linksEmpty} /> : null}
      <ul>
        {links.map((link) => (
          <LinkLine key={link.id} link={link} />
        ))}
      </ul>
    </>
  )
}
