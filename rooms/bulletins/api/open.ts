// Reading for everybody. Row policies show nothing else to somebody without an account; who is signed in gets no more here.

import type { Handler } from '#ground/http/handler.ts'
import { numbered } from '#ground/documents/numbering.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { filled } from '../core/content.ts'
import { isOpen } from '../core/state.ts'
import type { BulletinRow } from '../data/queries.ts'
import { findBulletin, listOpen } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { paper, shownPicture } from './papers.ts'
import { copied, correctionsShown, goneShown, numberOf } from './show.ts'

type C = typeof contract

const most = 100

const lineOf = (row: BulletinRow, names: ReadonlyMap<string, string>) => ({
  unit: row.unit,
  id: row.id,
  unitName: names.get(row.unit) ?? row.unit,
  number: numberOf(row) ?? '',
  title: row.title.replace(/\s+/g, ''),
  publishedOn: row.publishedOn ?? '',
})

export const openList: Handler<C['openList']> = async ({ db, query }) => {
  const found = await listOpen(db, query.below ?? null, most + 1)
  const rows = found.slice(0, most)
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  return ok({ rows: rows.map((row) => lineOf(row, names)), more: found.length > most })
}

export const openGet: Handler<C['openGet']> = async ({ db, params }) => {
  const row = await findBulletin(db, params.unit, params.id)
  if (row === undefined || !isOpen(row)) return refuse(problems.noSuchBulletin())
  const { addressee, issuer, attachments, figures, digest } = row
  const { correctedBy, correcting } = await correctionsShown(db, row, isOpen)
  return ok({
    ...lineOf(row, await namesOf(db, [row.unit])),
    addressee,
    issuer,
    digest,
    blocks: numbered(filled(row)).map(copied),
    attachments: [...attachments],
    figures: figures.map((figure) => ({ ...figure })),
    gone: await goneShown(db, row),
    correctedBy,
    correcting,
  })
}

export const openPdf: Handler<C['openPdf']> = paper('pdf', isOpen)
export const openPicture: Handler<C['openPicture']> = shownPicture(isOpen)
