// Departments and Party organisations in and out as sheets: what goes out as of today comes in again unchanged.

import type { Handler } from '#ground/http/handler.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { readRecords, templateColumns } from '#ground/sheets/sheet-columns.ts'
import { sheetFile, templateFile } from '#ground/sheets/sheet-file.ts'
import type { contract } from '../contract.ts'
import { readOrganisations } from '../core/import-organisations.ts'
import { hostTitles, organisationTypes, hosts, typeTitles } from '../core/organisation.ts'
import type { Organisation } from '../core/organisation.ts'
import { togetherOrganisations } from '../core/organisation-changes.ts'
import type { OrganisationChanges } from '../core/organisation-changes.ts'
import { eachOrganisation, organisationNames, versionsNear, writeOrganisations } from '../data/organisations.ts'
import type { OrganisationsAsked } from '../data/organisations.ts'
import { namesOn } from '../data/names.ts'
import { problems } from '../problems.ts'
import { refuseLines } from './import-list.ts'
import { organisationColumns, sheetNames, shownColumns } from './organisation-columns.ts'
import { recordRows } from './row-acts.ts'
import { unitsOnDays } from './units-on-days.ts'

type Units = typeof contract

export const sheetLimits = { maxRows: 20_000, maxColumns: 40, maxExpandedBytes: 64 * 1_048_576 }

export const organisationsTemplate: Handler<Units['organisationsTemplate']> = async ({ language, query }) => {
  const choices = {
    type: organisationTypes.map((type) => typeTitles[type][language]),
    host: hosts.map((host) => hostTitles[host][language]),
  }
  const columns = templateColumns(organisationColumns, language, choices)
  return ok({ file: await templateFile(query.format, sheetNames.organisationsTemplate[language], columns, language) })
}

async function* exportRows(
  db: Parameters<typeof eachOrganisation>[0],
  asked: OrganisationsAsked,
  language: Language,
): AsyncGenerator<readonly (string | null)[], void, undefined> {
  for await (const page of eachOrganisation(db, asked)) {
    const units = await namesOn(
      db,
      page.map((each) => each.unit),
      asked.day,
    )
    const parents = await organisationNames(
      db,
      page.flatMap((each) => each.parent ?? []),
      asked.day,
    )
    for (const { id, name, type, host, unit, parent, from, to } of page) {
      const above = parent === null ? '' : (parents.get(parent) ?? parent)
      yield [name, typeTitles[type][language], hostTitles[host][language], unit, above, from, id, units.get(unit) ?? '', to]
    }
  }
}

export const exportOrganisations: Handler<Units['exportOrganisations']> = async ({ db, query, today, language }) => {
  const day = query.asOf ?? today
  const asked = { unit: query.unit, below: query.below === 'true', type: query.type ?? null, day }
  const header = [...Object.values(organisationColumns).map(({ title }) => title), shownColumns.unitName, shownColumns.to]
  const sheet = sheetNames.organisations[language]
  const content = { sheet, header: header.map((title) => title[language]), rows: exportRows(db, asked, language) }
  const widths = [40, 18, 12, 16, 40, 12, 38, 24, 12]
  return ok({ file: sheetFile(query.format, `${sheet} ${query.unit} ${day}`, { ...content, widths }) })
}

/** The state that the changes of one row leave. */
const stateOf = ({ revised, opened }: OrganisationChanges): readonly Organisation[] => [...revised, ...opened]

export const importOrganisations: Handler<Units['importOrganisations']> = async (request) => {
  const { actor, body, clock, db, dice, today, upload } = request
  if (upload === null) return refuse(problems.noFile())
  const sheet = await readRecords(upload.bytes, organisationColumns, sheetLimits)
  if (!sheet.ok) return sheet
  const { records, has } = sheet.value
  const rows = records.map((record) => ({ ...record, parent: has('parent') ? record.parent : undefined }))
  const effective = body.effective ?? today
  const near = await versionsNear(
    db,
    rows.map((row) => row.unit).filter((unit) => /^\d{2,12}$/.test(unit)),
    effective,
  )
  const read = readOrganisations(rows, {
    writes: actor.writes,
    effective,
    versions: Map.groupBy(near, (version) => version.id),
    unitLives: await unitsOnDays(db, rows, effective),
    newId: () => newId(clock, dice),
  })
  if (read.bad.length > 0) return refuseLines(read.bad, read.bad.length)
  const counts = { ...read.counts, errors: [] }
  if (body.dryRun) return ok(counts)
  const lost = await recordRows((draft) => request.act(draft), read.changes, {
    verb: 'importOrganisations',
    import: newId(clock, dice),
    payload: { effective },
    unitOf: (changes) => stateOf(changes)[0]?.unit ?? '',
    recorded: (changes) => {
      const [{ id, unit, type, host, name, parent, from }] = stateOf(changes) as [Organisation]
      return { id, unit, type, host, name, parent, from }
    },
    write: (some, act) => writeOrganisations(db, togetherOrganisations(some), act),
  })
  return lost === null ? ok(counts) : refuse(problems.organisationChangedMeanwhile({ id: lost }))
}
