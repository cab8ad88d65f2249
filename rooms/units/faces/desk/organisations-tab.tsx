// Departments and Party organisations of a unit and below on the chosen day, as lines indented under what they belong to.

import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#ground/ui/answers.ts'
import { addressOf, download } from '#ground/ui/client.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { ExportMenu } from '#ground/ui/desk/export-menu.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { typeTitles } from '../../core/organisation.ts'
import { OrganisationActs, Register } from './organisation-acts.tsx'
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

/** What an organisation was called, where it stood and whom it served, from day to day. */
function OrganisationHistory({ id }: { readonly id: string }) {
  const text = useWords(words)
  const answer = useAnswer(units, 'organisationHistory', { params: { id } })
  if (answer.data === undefined) return <ProblemNotice problem={answer.error} retry={() => void answer.refetch()} />
  return (
    <ol>
      {answer.data.versions.map((version) => (
        <li key={version.from}>
          <span className="lx-figures">{text.fromTo(version.from, version.to)}</span> {version.name}{' '}
          <span className="lx-quiet">{text.versionOf(version.unitName, version.parentName)}</span>
        </li>
      ))}
    </ol>
  )
}

export function OrganisationsTab({ unit, day, own }: { readonly unit: Unit; readonly day: string; readonly own: boolean }) {
  const text = useWords(words)
  const say = useText()
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
      <div className="lx-tab-acts">
        {keeps ? (
          <>
            <Register unit={unit} all={parents} />
            <UploadTable
              label={text.importOrganisations}
              title={text.importOrganisationsTitle}
              accept=".xlsx,.csv"
              counts={text.organisationCounts}
              template={addressOf(units, 'organisationsTemplate')}
              run={(file, { dryRun, onProgress }) => units.importOrganisations({ file, body: { dryRun }, onProgress })}
              onDone={() => void answer.refetch()}
            />
          </>
        ) : null}
        <ExportMenu
          choices={(['xlsx', 'csv'] as const).map((format) => ({
            label: format.toUpperCase(),
            run: () => download(units, 'exportOrganisations', { query: { unit: unit.code, asOf: day, format } }),
          }))}
        />
      </div>
      {answer.data !== undefined && all.length === 0 ? <EmptyState title={text.organisationsEmpty} /> : null}
      <ul>
        {linesOf(all).map(({ organisation, depth }) => (
          <li key={organisation.id} style={{ paddingInlineStart: `${depth * 1.5}em` }}>
            <Button
              type="link"
              size="small"
              aria-expanded={chosen === organisation.id}
              onClick={() => setChosen(chosen === organisation.id ? null : organisation.id)}
            >
              {organisation.name}
            </Button>{' '}
            <span className="lx-quiet">
              {say(typeTitles[organisation.type])} · {organisation.unitName}
            </span>
            {chosen === organisation.id ? <OrganisationHistory id={organisation.id} /> : null}
            {keeps && chosen === organisation.id ? (
              <OrganisationActs key={`${organisation.id} ${organisation.from}`} organisation={organisation} all={parents} />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
