// People in and out as sheets: template, import with a dry run, export with masked phone numbers.

import type { Handlers } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { readRecords } from '#ground/sheets/sheet-columns.ts'
import { sheetFile, templateFile } from '#ground/sheets/sheet-file.ts'
import { getUnits } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { readRows } from '../core/import-rows.ts'
import { foldLogin, foldPhone } from '../core/contact.ts'
import { takenLogins, takenPhones } from '../data/door.ts'
import { listPeople } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { storeAccount } from './accounts.ts'
import { showPeople } from './list.ts'
import { phoneIndex } from './phones.ts'
import { storePost } from './posts.ts'
import { columnsFor, exportWords, sheetColumns } from './sheet-words.ts'

type Room = Handlers<typeof contract>

const mostRows = 5_000

export const template: Room['template'] = async ({ actor, language, query }) => {
  const name = exportWords.template[language]
  return ok({ file: await templateFile(query.format, name, columnsFor(language, actor.role), language) })
}

const importPeople: Room['import'] = async (request) => {
  const { actor, body, clock, db, dice, language, today, upload, vault } = request
  // Each row is checked against the acting post below (core/import-rows.ts), and by row policies when written.
  request.permit()
  const limits = { maxRows: mostRows, maxColumns: 40, maxExpandedBytes: 64 * 1_048_576 }
  const sheet = await readRecords(upload?.bytes ?? new Uint8Array(), sheetColumns, limits)
  if (!sheet.ok) return sheet
  const rows = sheet.value.records
  const units = await getUnits(db, [...new Set(rows.map((row) => row.unit))], today)
  const indexes = new Map(rows.flatMap((row) => foldPhone(row.phone) ?? []).map((phone) => [phone, phoneIndex(vault, phone)]))
  const { logins, phones } = await request.gate(async (gate) => ({
    logins: await takenLogins(
      gate,
      rows.map((row) => foldLogin(row.login)),
    ),
    phones: await takenPhones(gate, [...indexes.values()]),
  }))
  const known = { units: new Set(units.keys()), logins, isPhoneTaken: (phone: string) => phones.has(indexes.get(phone) ?? '') }
  const { drafts, errors } = readRows(rows, actor, known)
  const shown = errors.map(({ line, detail }) => ({ line, detail: detail[language] }))
  if (body.dryRun) return ok({ added: drafts.length, errors: shown })
  if (errors.length > 0 && !body.goodRowsOnly) {
    return refuse(
      problems.badRows(
        undefined,
        errors.map(({ line, detail }): FieldError => ({ path: `line ${line}`, detail, more: { line } })),
      ),
    )
  }
  for (const draft of drafts) {
    const id = newId(clock, dice)
    const account = await storeAccount(request, { ...draft, id, hash: null, mustChange: false })
    if (!account.ok) return account
    if (draft.role === null) continue
    const post = await storePost(request, id, {
      unit: draft.unit,
      role: draft.role as never,
      ...(draft.from === null ? {} : { from: draft.from }),
    })
    if (!post.ok) return post
  }
  return ok({ added: drafts.length, errors: shown })
}
export { importPeople as import }

const exportPeople: Room['export'] = async (request) => {
  const { query, language, today } = request
  const people = await showPeople(request, await listPeople(request.db, { unit: query.unit, day: today }, 100_000, null))
  const words = exportWords
  const rows = people.map((person) => [
    person.name,
    person.unit,
    person.unitName,
    person.posts.map((post) => `${post.unitName} ${post.roleTitle}`).join('；'),
    person.login,
    person.phone,
    words.states[person.state][language],
  ])
  const header = words.columns.map((column) => column[language])
  return ok({
    file: sheetFile(query.format, `${words.list[language]} ${query.unit} ${today}`, { sheet: words.list[language], header, rows }),
  })
}
export { exportPeople as export }
