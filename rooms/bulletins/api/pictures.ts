// A picture of cited evidence taken into a bulletin. Whoever puts it in confirms that it shows nobody who may not be shown; the
// view is taken over, so that readers see it whether or not they may see the evidence. Before it goes out the evidence is asked
// again; afterwards it stays whatever becomes of the evidence, until somebody decides to take it down, which stands in its place.

import { createHash } from 'node:crypto'

import { holdFile } from '#ground/files/leaving.ts'
import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import { maskedText } from '#ground/kernel/mask.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { pictureSize } from '#rooms/evidence/core/picture-size.ts'
import { citable as citableItems, cite, showableOf, viewOf, withdrawCited } from '#rooms/evidence/offers.ts'
import type { contract } from '../contract.ts'
import { contentDigest, picturesOf } from '../core/content.ts'
import { maskedWritten } from '../core/personal.ts'
import { addPicture, picturesIn, takeOut } from '../data/pictures.ts'
import type { PictureRow } from '../data/pictures.ts'
import type { BulletinRow } from '../data/queries.ts'
import { findBulletin } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { change, unsigned, whyNot, withEditor } from './changing.ts'
import { recordShown } from './show.ts'

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
    // The evidence stores the same bytes; held, so that its leaving and this picture's coming are one after the other.
    await holdFile(db, createHash('sha256').update(view).digest('hex'))
    const stored = await files.put([view])
    if (!stored.ok) return stored
    await addPicture(db, row, { id: body.id, file: stored.value.hash, ...size, item: body.item })
    const written = maskedWritten({
      ...row,
      blocks: [...row.blocks, { kind: 'picture', picture: body.id, ...(body.caption === '' ? {} : { caption: body.caption }) }],
    })
    return ok({
      row: { ...written, ...unsigned, editors: withEditor(row, actor.id), note: '', digest: contentDigest(written) },
      payload: { picture: body.id, evidence: body.item.id, confirmed: true },
    })
  })

/** Pictures of the text that may not go out, as the reader finds them: their evidence is masked, erased or out of the actor's sight. */
export async function withdrawnIn(db: RoomRequest['db'], row: BulletinRow): Promise<{ at: number; caption: string }[]> {
  const shown = row.blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []))
  if (shown.length === 0) return []
  const items = new Map((await picturesIn(db, row)).map(({ id, item }) => [id, item]))
  const showable = await showableOf(
    db,
    [...items.values()].filter((item) => item !== null),
  )
  return shown.flatMap(({ picture, caption = '' }, index) =>
    showable.has(items.get(picture)?.id ?? '') ? [] : [{ at: index + 1, caption }],
  )
}

type Letting = Pick<RoomRequest, 'db' | 'actor' | 'clock' | 'act'>

/** Pictures of a draft that its text shows no more lose their bytes: what was taken out is kept nowhere. */
export async function dropUnshown(request: Letting & Pick<RoomRequest, 'today' | 'job'>, row: BulletinRow): Promise<void> {
  const kept = new Set(picturesOf(row.blocks))
  const left = (await picturesIn(request.db, row)).filter(({ id, file }) => file !== null && !kept.has(id))
  if (
    (await takeOut(
      request.db,
      row,
      left.map(({ id }) => id),
      { on: request.today, why: '' },
    )) > 0
  )
    await request.job('bulletins.drop', { files: left.map(({ file }) => file) })
  await citeNoMore(request, row, left)
}

/**
 * Evidence that no picture of the bulletin is of any more is not cited by it: else it would be kept for ever, for nothing. Where
 * the actor may not withdraw it, or does not see the evidence, the citation stays.
 */
async function citeNoMore(request: Letting, row: BulletinRow, left: readonly PictureRow[]): Promise<void> {
  const shown = new Set((await picturesIn(request.db, row)).flatMap(({ item, gone }) => (item === null || gone !== null ? [] : [item.id])))
  const items = new Map(left.flatMap(({ item }) => (item === null || shown.has(item.id) ? [] : [[item.id, item] as const])))
  for (const item of items.values()) await withdrawCited(request, item, `bulletin:${row.id}`)
}

export const takeDown: Handler<C['takeDown']> = async (request) => {
  const { db, params, body, today } = request
  const row = await findBulletin(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchBulletin())
  const refusal = whyNot(row, 'takeDown', request)
  if (refusal !== null) return refuse(refusal)
  const picture = (await picturesIn(db, row)).find(({ id, file }) => id === params.picture && file !== null)
  if (picture === undefined || !picturesOf(row.blocks).includes(picture.id)) return refuse(problems.noPicture())
  const why = maskedText(body.reason)
  // Somebody else took it down a moment ago.
  if ((await takeOut(db, row, [picture.id], { on: today, why })) === 0) return refuse(problems.noPicture())
  await request.act({
    verb: 'take-down',
    unit: row.unit,
    subject: `bulletin:${row.id}`,
    payload: { picture: picture.id, digest: row.digest },
    reason: why,
  })
  await request.job('bulletins.drop', { files: [picture.file] })
  await citeNoMore(request, row, [picture])
  return ok(await recordShown(request, row))
}
