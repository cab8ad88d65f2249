// Lists of the standards as files: what their screens show, in the reader's language.

import type { Handler } from '#ground/http/handler.ts'
import { ok } from '#ground/kernel/result.ts'
import { listFile } from '#ground/sheets/list-file.ts'
import type { contract } from '../contract.ts'
import { changeNames, fieldNames, listWords as words, originNames, stateOf, whatNames } from '../core/list-words.ts'
import { criterionIn } from '../core/pack-language.ts'
import { listAdditions, listEditions } from '../data/queries.ts'
import { additionsShown } from './additions.ts'
import { compared } from './reading.ts'
import { rowsShown } from './show.ts'

type C = typeof contract

export const exportList: Handler<C['exportList']> = async (request) => {
  const { db, language } = request
  const { id, title, state, owner, code, origin, replaces, draftedOn, issuedOn, retiredOn, uses, digest } = words
  return ok({
    file: listFile(
      request,
      words.editions,
      [id, title, state, owner, code, origin, replaces, draftedOn, issuedOn, retiredOn, uses, digest],
      (await rowsShown(request, await listEditions(db))).map((row) => [
        row.id,
        language === 'zh' ? row.title : row.titleEn,
        stateOf(row)[language],
        row.owner.name,
        row.owner.code,
        originNames[row.origin][language],
        row.replaces ?? '',
        row.draftedOn,
        row.issuedOn ?? '',
        row.retiredOn ?? '',
        row.uses,
        row.digest,
      ]),
    ),
  })
}

/** A line for each thing that differs, so that before and after stand side by side. */
export const exportCompare: Handler<C['exportCompare']> = async (request) => {
  const { language } = request
  const found = await compared(request)
  if (!found.ok) return found
  const { what, before, after, text, change, field, was, becomes } = words
  return ok({
    file: listFile(
      request,
      words.comparison,
      [what, before, after, text, change, field, was, becomes],
      found.value.rows.flatMap((row) => {
        const head = [whatNames[row.what][language], row.from ?? '', row.to ?? '', row.text, changeNames[row.change][language]]
        if (row.differs.length === 0) return [[...head, '', '', '']]
        return row.differs.map((one) => [...head, fieldNames[one.field]?.[language] ?? one.field, one.before, one.after])
      }),
    ),
  })
}

export const exportAdditions: Handler<C['exportAdditions']> = async (request) => {
  const { db, query, language } = request
  const rows = await additionsShown(request, await listAdditions(db, query.id))
  const { owner, code, star, criterion, text, standard, requirement, from, to } = words
  return ok({
    file: listFile(
      request,
      words.additions,
      [owner, code, star, criterion, text, standard, requirement, from, to],
      rows.map((row) => {
        const asked = criterionIn(row.criterion, language)
        return [row.unit.name, row.unit.code, row.star, asked.id, asked.text, asked.standard, asked.requirement, row.from, row.to ?? '']
      }),
    ),
  })
}
