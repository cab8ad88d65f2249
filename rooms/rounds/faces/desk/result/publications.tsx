// What was published: result, method, coverage, spread, digests; older publications stand below the newest.

import { Facts } from '#ground/ui/desk/facts.tsx'
import type { Given } from '#ground/ui/client.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import type { contract } from '../../../contract.ts'
import type { Round } from '../rounds.ts'
import { PlacesTable } from './places-table.tsx'
import { words } from './words.ts'

type Publication = Given<(typeof contract)['published']>['publications'][number]

function One({ round, publication }: { readonly round: Round; readonly publication: Publication }) {
  const text = useWords(words)
  const { moment } = useFormat()
  const { coverage, signatures } = publication
  const titles = new Map(round.rules.components.map(({ id, title }) => [id, title]))
  const title = text.published(publication.number, moment(publication.at))
  return (
    <section className="rounds-box">
      <h2>{title}</h2>
      {publication.places.length === 0 ? (
        <p>{publication.form === 'bands' ? text.noAdvanced : text.noneRanked}</p>
      ) : (
        <PlacesTable round={round} places={publication.places} caption={title} />
      )}
      {publication.withheld.length === 0 ? null : <p className="lx-quiet">{text.withheld(publication.withheld.map(({ name }) => name))}</p>}
      <h3>{text.method}</h3>
      <Facts
        items={[
          { label: text.form, value: text.forms[publication.form] },
          ...(publication.reason === '' ? [] : [{ label: text.reason, value: publication.reason }]),
          {
            label: text.method,
            value: (
              <span className="rounds-lines">
                {[
                  text.coverage(coverage.units, coverage.scored, coverage.notDrawn),
                  text.sheets(coverage.sheets, coverage.withdrawn),
                  ...publication.spread.map(({ component, middle, widest }) =>
                    text.spread(titles.get(component) ?? component, middle, widest),
                  ),
                  publication.panels.map(({ title: panel, judges }) => text.panelJudges(panel, judges)).join(' · '),
                ].join('\n')}
              </span>
            ),
          },
          {
            label: text.progress,
            value: publication.progress.length === 0 ? text.progressNone : text.list(publication.progress.map(({ name }) => name)),
          },
          {
            label: text.signatures,
            value: text.signed(text.signedBy[signatures.teller ?? 'unknown'], text.signedBy[signatures.supervisor ?? 'unknown']),
          },
          { label: text.methodDigest, value: <code>{publication.methodDigest}</code> },
          { label: text.inputDigest, value: <code>{publication.inputDigest}</code> },
        ]}
      />
    </section>
  )
}

export function Publications({ round, publications }: { readonly round: Round; readonly publications: readonly Publication[] }) {
  return (
    <>
      {publications.map((publication) => (
        <One key={publication.id} round={round} publication={publication} />
      ))}
    </>
  )
}
