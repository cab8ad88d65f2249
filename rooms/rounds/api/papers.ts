// What a round leaves behind: ledger entries from remarks and findings, the draft of the bulletin, workbooks.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { districtOf } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { writeWorkbook } from '#ground/sheets/xlsx-book.ts'
import { bulletinsOn, draftFrom } from '#rooms/bulletins/offers.ts'
import { entriesOf, openEntry } from '#rooms/ledger/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { papersContract } from '../contract-papers.ts'
import { linkEntry, remarksOf } from '../data/remarks.ts'
import { partsOf } from '../data/rounds.ts'
import { publicationsOf, talliesOf } from '../data/tallies.ts'
import { problems } from '../problems.ts'
import { bulletinOf } from './bulletin-draft.ts'
import type { Published } from './bulletin-draft.ts'
import { moved, roundFor, roundSeen } from './convening.ts'
import { countedOf } from './counting.ts'
import { tellerFor } from './seated.ts'
import { countedBook, publishedBook } from './workbook.ts'

type C = typeof papersContract

const toLedger: Handler<C['toLedger']> = async (request) => {
  const { db, body, params } = request
  const round = await roundFor(request, params, 'toLedger')
  if (!round.ok) return round
  const remarks = new Map((await remarksOf(db, round.value)).map((remark) => [remark.id, remark]))
  const wanted = body.entries.map((entry) => ({ entry, remark: remarks.get(entry.remark) }))
  if (wanted.some(({ remark }) => remark === undefined)) return refuse(problems.noSuchRemark())
  if (wanted.some(({ remark }) => remark?.entry != null)) return refuse(problems.entryAlready())
  const opened = []
  for (const { entry, remark } of wanted) {
    if (remark === undefined) continue
    const { measure, responsible, supervisor, days } = entry
    const made = await openEntry(request, {
      unit: round.value.unit,
      subject: remark.subject,
      problem: remark.text,
      sourceKind: remark.kind,
      source: `round:${round.value.id}`,
      measure,
      responsible,
      supervisor,
      days,
    })
    if (!made.ok) return made
    await linkEntry(db, round.value, remark.id, made.value.id)
    opened.push({ remark: remark.id, entry: made.value.id })
  }
  await moved(request, round.value, 'toLedger', { payload: { entries: opened } })
  return ok({ entries: opened })
}

const draftBulletin: Handler<C['draftBulletin']> = async (request) => {
  const { db, body, params, today } = request
  const round = await roundFor(request, params, 'draftBulletin')
  if (!round.ok) return round
  const [publication] = await publicationsOf(db, round.value)
  if (publication === undefined) return refuse(problems.wrongState({ state: round.value.state }))
  const names = await namesOf(db, [params.unit])
  const content = bulletinOf({
    round: round.value,
    unitName: names.get(params.unit) ?? params.unit,
    publication,
    published: publication.content as Published,
    entries: await entriesOf({ db, today }, { district: districtOf(params.unit), source: `round:${params.id}` }),
  })
  const drafted = await draftFrom(request, { ...content, id: body.id, unit: params.unit, about: 'round' })
  if (!drafted.ok) return drafted
  await moved(request, round.value, 'draftBulletin', { payload: { bulletin: body.id, publication: publication.id } })
  return ok({ id: drafted.value.id })
}

const bulletins: Handler<C['bulletins']> = async (request) => {
  const round = await roundSeen(request, request.params)
  if (!round.ok) return round
  return ok({ bulletins: await bulletinsOn(request, round.value.unit, { kind: 'round', id: round.value.id }) })
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const workbook: Handler<C['workbook']> = async (request) => {
  const { db, params, language } = request
  const round = await roundSeen(request, params)
  if (!round.ok) return round
  const sheets = publishedBook(round.value, await partsOf(db, params.unit, params.id), await publicationsOf(db, round.value), language)
  return ok({ file: { name: `${round.value.name}.xlsx`, type: xlsx, body: await writeWorkbook(sheets) } })
}

const countWorkbook: Handler<C['countWorkbook']> = async (request) => {
  const { db, body, language, act } = request
  const found = await tellerFor(request, body.seat, 'look', 'either')
  if (!found.ok) return found
  const { seat, round } = found.value
  const { counted, parts } = await countedOf(request, round)
  const sheets = countedBook({ round, parts, counted, tallies: await talliesOf(db, round) }, language)
  await act({ verb: 'countWorkbook', unit: round.unit, subject: `round:${round.id}`, payload: { seat: seat.id } })
  return ok({ file: { name: `${round.name}-计票.xlsx`, type: xlsx, body: await writeWorkbook(sheets) } })
}

export const papersHandlers = { toLedger, draftBulletin, bulletins, workbook, countWorkbook } satisfies Handlers<C>
