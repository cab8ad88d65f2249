// What is done to editions: install, copy, import, issue, retire. Load and hold, ask core, save, record the act.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { readBook } from '#ground/sheets/table.ts'
import { define } from '#rooms/facts/offers.ts'
import type { contract } from '../contract.ts'
import { sameAs, unmapped } from '../core/carry-over.ts'
import { fits, isSecondPerson, lineOf } from '../core/edition.ts'
import type { EditionVerb } from '../core/edition.ts'
import { errorsOf, refusalOf } from '../core/faults.ts'
import { readForm } from '../core/form-reading.ts'
import { countsOf } from '../core/pack-shapes.ts'
import { readPack } from '../core/read-pack.ts'
import type { Pack } from '../core/pack-shapes.ts'
import { holdDraft, saveDraft } from '../data/drafts.ts'
import { addEdition, findEdition, issueEdition, lastIssued, retireEdition } from '../data/queries.ts'
import type { EditionRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { compiledOf } from './known-packs.ts'
import { packFromShelf } from './shelf.ts'
import type { EditionRecord } from './show.ts'
import { contentOf, recordShown } from './show.ts'

type C = typeof contract
type Asking = Pick<RoomRequest, 'db' | 'actor' | 'today' | 'act'>

/** An edition whole, as it now stands. */
export async function shown(asking: Asking, id: string): Promise<Result<EditionRecord>> {
  const row = await findEdition(asking.db, id)
  return row === undefined ? refuse(problems.noSuchEdition()) : ok(await recordShown(asking, row))
}

async function add(
  asking: Asking,
  verb: 'install' | 'copy' | 'import',
  unit: Code,
  pack: Pack,
  basis: object,
): Promise<Result<EditionRecord>> {
  const { db, actor, today } = asking
  if (unit.length > 6 || !covers(actor.writes, unit)) return refuse(problems.notYours())
  const content = contentOf(pack)
  const origin = verb === 'install' ? 'shipped' : 'own'
  const added = await addEdition(db, { ...content, id: pack.id, unit, origin, on: today, by: actor.id })
  if (!added) return refuse(problems.editionThere({ id: pack.id }))
  // What an issued edition reads is a datum of the house from now on; a draft only proposes.
  const defined = origin === 'shipped' ? await define(asking, pack.facts) : ok()
  if (!defined.ok) return defined
  await asking.act({ verb, unit, subject: `edition:${pack.id}`, payload: { digest: content.digest, counts: countsOf(pack), ...basis } })
  return shown(asking, pack.id)
}

/** The edition, when the acting post may do this to it now. */
export async function found({ db, actor }: Asking, id: string, verb: EditionVerb): Promise<Result<EditionRow>> {
  const row = await findEdition(db, id)
  if (row === undefined) return refuse(problems.noSuchEdition())
  if (!covers(actor.writes, row.unit)) return refuse(problems.notYours())
  if (fits(row.state, verb)) return ok(row)
  return refuse(verb === 'drop' ? problems.issuedStays() : problems.wrongState({ state: row.state }))
}

export const install: Handler<C['install']> = async (request) => {
  const { unit, pack: id } = request.body
  const pack = await packFromShelf(id)
  if (pack === undefined) return refuse(problems.noSuchPack({ pack: id }))
  return add(request, 'install', unit, pack, {})
}

export const copy: Handler<C['copy']> = async (request) => {
  const { unit, from, id, title } = request.body
  const row = await findEdition(request.db, from)
  if (row === undefined) return refuse(problems.noSuchEdition())
  const before = compiledOf(row.digest, row.content).pack
  // Only an issued edition is followed by another; a copied draft begins a line of its own.
  const replaces = row.state === 'draft' ? null : sameAs(before)
  return add(request, 'copy', unit, { ...before, id, title, titleEn: title, replaces }, { from, fromDigest: row.digest })
}

/** Writes what a draft becomes; the digest it then has. With `before`, only over the content that was read. */
async function reviseDraft(request: Asking, pack: Pack, before?: string): Promise<Result<string>> {
  const row = await found(request, pack.id, 'revise')
  if (!row.ok) return row
  const held = await holdDraft(request.db, pack.id)
  if (held === null) return refuse(problems.wrongState({ state: 'issued' }))
  if (before !== undefined && held !== before) return refuse(problems.draftMoved())
  const content = contentOf(pack)
  if (content.digest === held) return ok(held)
  await saveDraft(request.db, pack.id, content, request.actor.id)
  await request.act({
    verb: 'revise',
    unit: row.value.unit,
    subject: `edition:${pack.id}`,
    payload: { before: held, digest: content.digest, counts: countsOf(pack) },
  })
  return ok(content.digest)
}

export const revise: Handler<C['revise']> = async (request) => {
  const { id, before, document } = request.body
  const row = await findEdition(request.db, id)
  if (row === undefined) return refuse(problems.noSuchEdition())
  request.covers(row.unit)
  const read = readPack(document)
  if (!read.ok) return read
  if (read.value.id !== id) return refuse(problems.otherDraft({ id: read.value.id }))
  const written = await reviseDraft(request, read.value, before)
  return written.ok ? ok({ digest: written.value, counts: countsOf(read.value) }) : written
}

async function tryOut({ db, actor }: Asking, unit: Code, pack: Pack, id: string | undefined): Promise<Result<undefined>> {
  if (unit.length > 6 || !covers(actor.writes, unit)) return refuse(problems.notYours())
  const row = await findEdition(db, pack.id)
  if (id === undefined) return row === undefined ? ok() : refuse(problems.editionThere({ id: pack.id }))
  if (row === undefined) return refuse(problems.noSuchEdition())
  return row.state === 'draft' ? ok() : refuse(problems.wrongState({ state: row.state }))
}

/** Faults of a workbook also say their line and cell, as lists of bad rows show them. */
function byCell(problem: Problem): Problem {
  const errors = problem.errors.map((error) => ({
    ...error,
    more: { line: Number(/(\d+)$/.exec(error.path)?.[1] ?? 1), code: error.path },
  }))
  return { ...problem, errors }
}

export const importBook: Handler<C['import']> = async (request) => {
  const { body, upload } = request
  if (upload === null) return refuse(problems.noFile())
  const book = await readBook(upload.bytes, { maxRows: 20_000 })
  if (!book.ok) return book
  const read = readForm(book.value)
  if ('faults' in read) return refuse(byCell(refusalOf(read.faults)))
  const { pack } = read
  if (body.id !== undefined && body.id !== pack.id) return refuse(problems.otherDraft({ id: pack.id }))
  const answer = { id: pack.id, title: pack.title, counts: countsOf(pack) }
  if (body.dryRun) {
    const tried = await tryOut(request, body.unit, pack, body.id)
    return tried.ok ? ok({ ...answer, written: false }) : tried
  }
  const written = body.id === undefined ? await add(request, 'import', body.unit, pack, {}) : await reviseDraft(request, pack)
  return written.ok ? ok({ ...answer, written: true }) : written
}

async function checkMapping({ db }: Asking, pack: Pack): Promise<Result<undefined>> {
  const before = await lastIssued(db, lineOf(pack.id), pack.id)
  if (before === null) return ok()
  const old = pack.replaces === null ? undefined : await findEdition(db, pack.replaces.edition)
  if (pack.replaces === null || old === undefined || old.state === 'draft') return refuse(problems.mappingMissing({ before }))
  const missing = unmapped(compiledOf(old.digest, old.content).pack, pack.replaces)
  if (missing.length === 0) return ok()
  const errors = errorsOf(missing.map((path) => ({ path, problem: problems.notCarried() })))
  return refuse(problems.mappingIncomplete({ count: missing.length }, errors))
}

export const issue: Handler<C['issue']> = async (request) => {
  const { db, actor, today, body } = request
  const row = await found(request, body.id, 'issue')
  if (!row.ok) return row
  request.covers(row.value.unit)
  if (!isSecondPerson(row.value, actor.id)) return refuse(problems.secondPerson())
  // What was read is what is issued, or nothing is.
  const held = await holdDraft(db, body.id)
  if (held === null) return refuse(problems.wrongState({ state: 'issued' }))
  if (held !== row.value.digest || (body.digest !== undefined && body.digest !== held)) return refuse(problems.draftMoved())
  const { pack } = compiledOf(row.value.digest, row.value.content)
  const mapped = await checkMapping(request, pack)
  if (!mapped.ok) return mapped
  const defined = await define(request, pack.facts)
  if (!defined.ok) return defined
  await issueEdition(db, body.id, today, actor.id)
  const { unit, digest, replaces } = row.value
  await request.act({ verb: 'issue', unit, subject: `edition:${body.id}`, payload: { digest, replaces } })
  return shown(request, body.id)
}

export const retire: Handler<C['retire']> = async (request) => {
  const { db, actor, today, body } = request
  const row = await found(request, body.id, 'retire')
  if (!row.ok) return row
  request.covers(row.value.unit)
  await retireEdition(db, body.id, row.value.unit, today, actor.id)
  await request.act({
    verb: 'retire',
    unit: row.value.unit,
    subject: `edition:${body.id}`,
    payload: { digest: row.value.digest },
    reason: body.reason,
  })
  return shown(request, body.id)
}
