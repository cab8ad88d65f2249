// Beginning a bulletin: by a person on the desk, or by another room from its data, in whoever's transaction it is.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Content } from '../core/content.ts'
import { contentDigest, missingFigures, picturesOf } from '../core/content.ts'
import { maskedWritten } from '../core/personal.ts'
import type { Audience, BulletinRow } from '../data/queries.ts'
import { addBulletin } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { inWordsOf } from './wordings.ts'

/** The transaction it is done in; a `RoomRequest` is one. */
export type Drafter = Pick<RoomRequest, 'db' | 'clock' | 'dice' | 'today' | 'actor' | 'act' | 'wordings'>

export interface DraftWanted extends Content {
  readonly id?: Id
  /** The unit in whose name it is; the acting post must be able to write there. */
  readonly unit: Code
  readonly audience?: Audience
  /** The kind of record it was drafted from: put into the words that the unit keeps for it. */
  readonly about?: string
  /** The published bulletin that this one corrects. */
  readonly corrects?: Id | null
}

/** Adds a draft with its act. */
export async function draftFrom(drafter: Drafter, given: DraftWanted): Promise<Result<BulletinRow>> {
  const wanted = given.about === undefined ? given : await inWordsOf(drafter, given.unit, given.about, given)
  const { db, clock, dice, today, actor } = drafter
  const { unit, title, addressee, issuer, blocks, attachments, figures, letterhead = null, audience = 'below', corrects = null } = wanted
  if (!covers(actor.writes, unit)) return refuse(problems.notThisUnit({ unit }))
  const missing = missingFigures(wanted)
  if (missing.length > 0) return refuse(problems.missingFigure({ ids: missing.join(', ') }))
  if (picturesOf(blocks).length > 0) return refuse(problems.noPicture())
  const content = maskedWritten({ title, addressee, issuer, blocks, attachments, figures, letterhead })
  const row: BulletinRow = {
    ...content,
    unit,
    id: wanted.id ?? newId(clock, dice),
    state: 'draft',
    audience,
    number: null,
    digest: contentDigest(content),
    note: '',
    corrects,
    draftedOn: today,
    draftedBy: actor.id,
    editors: actor.id === null ? [] : [actor.id],
    signedOn: null,
    signedBy: null,
    publishedOn: null,
    publishedBy: null,
  }
  await addBulletin(db, row)
  await drafter.act({ verb: 'draft', unit, subject: `bulletin:${row.id}`, payload: { digest: row.digest, audience, corrects } })
  return ok(row)
}
