// A picture of cited evidence taken into a bulletin. Whoever puts it in confirms that it shows nobody who may not be shown; the
// view is taken over, so that readers see it whether or not they may see the evidence.

import type { Handler } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { pictureSize } from '#rooms/evidence/core/picture-size.ts'
import { citable as citableItems, cite, viewOf } from '#rooms/evidence/offers.ts'
import type { contract } from '../contract.ts'
import { contentDigest } from '../core/content.ts'
import { maskedWritten } from '../core/personal.ts'
import { addPicture } from '../data/pictures.ts'
import { problems } from '../problems.ts'
import { change, unsigned, withEditor } from './changing.ts'

type C = typeof contract

/** What there is to choose from: pictures with a view, the latest day first. */
export const citable: Handler<C['citable']> = async ({ db, params }) => {
  const items = await citableItems(db, params.unit)
  const rows = items.filter((item) => item.preview === 'made')
  return ok({ rows: rows.map(({ unit, id, shows, effectiveOn }) => ({ unit, id, shows, effectiveOn })) })
}

export const addPictureTo: Handler<C['addPicture']> = (request) =>
  change(request, 'revise', async (row) => {
    const { db, body, files, clock, dice, actor } = request
    const view = await viewOf(db, files, body.item, 'large')
    const size = view === null ? null : await pictureSize('image/jpeg', async (offset, length) => view.subarray(offset, offset + length))
    if (view === null || size === null) return refuse(problems.noPicture())
    const cited = await cite(request, body.item, { id: newId(clock, dice), target: `bulletin:${row.id}` })
    if (!cited.ok) return cited
    const stored = await files.put([view])
    if (!stored.ok) return stored
    await addPicture(db, row, { id: body.id, file: stored.value.hash, ...size })
    const written = maskedWritten({
      ...row,
      blocks: [...row.blocks, { kind: 'picture', picture: body.id, ...(body.caption === '' ? {} : { caption: body.caption }) }],
    })
    return ok({
      row: { ...written, ...unsigned, editors: withEditor(row, actor.id), note: '', digest: contentDigest(written) },
      payload: { picture: body.id, evidence: body.item.id, confirmed: true },
    })
  })
