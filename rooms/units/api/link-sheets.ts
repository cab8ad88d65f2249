// Who is responsible for which unit (包联), in and out as sheets. Names come from the room that knows them, as far as the
// acting post may see them; ids are always there.

import type { Directory, Handler } from '#ground/http/handler.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { readRecords, templateColumns } from '#ground/sheets/sheet-columns.ts'
import { sheetFile, templateFile } from '#ground/sheets/sheet-file.ts'
import type { contract } from '../contract.ts'
import { readLinks } from '../core/import-links.ts'
import type { LinkRow } from '../core/import-links.ts'
import { addLinks, eachLink, livingLinks } from '../data/linked-officers.ts'
import { namesOn } from '../data/names.ts'
import { problems } from '../problems.ts'
import { refuseLines } from './import-list.ts'
import { linkColumns, sheetNames, shownColumns } from './organisation-columns.ts'
import { sheetLimits } from './organisation-sheets.ts'
import { recordRows } from './row-acts.ts'
import { unitsOnDays } from './units-on-days.ts'

type Units = typeof contract

export const linksTemplate: Handler<Units['linksTemplate']> = async ({ language, query }) => {
  const columns = templateColumns(linkColumns, language)
  return ok({ file: await templateFile(query.format, sheetNames.linksTemplate[language], columns, language) })
}

async function* exportRows(
  db: Parameters<typeof eachLink>[0],
  directory: Directory,
  unit: string,
  day: string,
): AsyncGenerator<readonly (string | null)[], void, undefined> {
  for await (const page of eachLink(db, unit, day)) {
    const units = await namesOn(
      db,
      page.map((link) => link.unit),
      day,
    )
    const people = await directory.named(page.map((link) => link.person))
    for (const link of page) {
      const name = people.get(link.person)?.name ?? ''
      yield [link.unit, name, link.role, link.from, link.person, units.get(link.unit) ?? '', link.to]
    }
  }
}

export const exportLinks: Handler<Units['exportLinks']> = async ({ db, directory, query, today, language }) => {
  const day = query.asOf ?? today
  const header = [...Object.values(linkColumns).map(({ title }) => title), shownColumns.unitName, shownColumns.to]
  const sheet = sheetNames.links[language]
  const rows = exportRows(db, directory, query.unit, day)
  const content = { sheet, header: header.map((title) => title[language]), rows, widths: [16, 16, 16, 12, 38, 24, 12] }
  return ok({ file: sheetFile(query.format, `${sheet} ${query.unit} ${day}`, content) })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Accounts by what the rows call them; a login name wins over a name. */
async function accountsOf(directory: Directory, rows: readonly LinkRow[]): Promise<Map<string, readonly Id[]>> {
  const ids = rows.map((row) => row.id.toLowerCase()).filter((id) => uuid.test(id))
  const texts = [...new Set(rows.flatMap((row) => (row.id === '' && row.person !== '' ? [row.person] : [])))]
  const found = await directory.called(texts)
  const byLogin = new Map(found.flatMap((account) => (account.login === null ? [] : [[account.login, account.id] as const])))
  const byName = Map.groupBy(found, (account) => account.name)
  const accounts = new Map<string, readonly Id[]>()
  for (const id of (await directory.named(ids)).keys()) accounts.set(id, [id])
  for (const text of texts) {
    const login = byLogin.get(text.toLowerCase())
    accounts.set(text, login === undefined ? (byName.get(text) ?? []).map((account) => account.id) : [login])
  }
  return accounts
}

export const importLinks: Handler<Units['importLinks']> = async (request) => {
  const { actor, body, clock, db, dice, directory, today, upload } = request
  if (upload === null) return refuse(problems.noFile())
  const sheet = await readRecords(upload.bytes, linkColumns, sheetLimits)
  if (!sheet.ok) return sheet
  const rows = sheet.value.records
  const effective = body.effective ?? today
  const units = rows.map((row) => row.unit).filter((unit) => /^\d{6,12}$/.test(unit))
  const standing = await livingLinks(db, units, '0001-01-01')
  const accounts = await accountsOf(directory, rows)
  // Whoever is responsible already is known by id, wherever at home.
  for (const { person } of standing) if (!accounts.has(person)) accounts.set(person, [person])
  const read = readLinks(rows, {
    writes: actor.writes,
    effective,
    accounts,
    standing,
    unitLives: await unitsOnDays(db, rows, effective),
    newId: () => newId(clock, dice),
  })
  if (read.bad.length > 0) return refuseLines(read.bad, read.bad.length)
  const counts = { ...read.counts, errors: [] }
  if (body.dryRun) return ok(counts)
  await recordRows((draft) => request.act(draft), read.links, {
    verb: 'importLinks',
    import: newId(clock, dice),
    payload: {},
    unitOf: (link) => link.unit,
    recorded: ({ id, unit, person, post, role, from }) => ({ id, unit, person, post, role, from }),
    write: async (some, act) => {
      await addLinks(db, some, act)
      return null
    },
  })
  return ok(counts)
}
