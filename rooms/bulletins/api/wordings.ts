// How a unit words its drafts from data: what the rooms say by themselves, and what it or a unit above it has put in its place.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Excerpt } from '#ground/kernel/excerpt.ts'
import { maskedText } from '#ground/kernel/mask.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import type { Block } from '../core/content.ts'
import { worded } from '../core/worded.ts'
import { keepWording as keep, wordingsFor } from '../data/wordings.ts'
import { problems } from '../problems.ts'

type C = typeof contract

/** The draft in the words that count for the unit. */
export async function inWordsOf<T extends Pick<Excerpt, 'addressee'> & { readonly blocks: readonly Block[] }>(
  { db, wordings }: Pick<RoomRequest, 'db' | 'wordings'>,
  unit: string,
  kind: string,
  draft: T,
): Promise<T> {
  const given = wordings.get(kind)
  return given === undefined ? draft : worded(draft, given, (await wordingsFor(db, unit)).get(kind))
}

export const wordings: Handler<C['wordings']> = async ({ db, query, wordings: given }) => {
  const kept = await wordingsFor(db, query.unit)
  const rows = [...given].map(([kind, { headings, ...rest }]) => {
    const found = kept.get(kind)
    return {
      kind,
      given: { ...rest, headings: [...headings] },
      kept: found === undefined ? null : { unit: found.unit, ...pick(found) },
    }
  })
  return ok({ rows: rows.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)) })
}

const pick = ({ addressee, opening, closing, headings }: Parameters<typeof keep>[1]) => ({
  addressee,
  opening,
  closing,
  headings: [...headings],
})

export const keepWording: Handler<C['keepWording']> = async ({ db, body, act, wordings: given }) => {
  const of = given.get(body.kind)
  if (of === undefined || of.headings.length !== body.headings.length) return refuse(problems.noSuchWording())
  const { unit, kind } = body
  // As in a bulletin: no whole number is kept, here or in the act.
  const said = {
    addressee: maskedText(body.addressee),
    opening: maskedText(body.opening),
    closing: maskedText(body.closing),
    headings: body.headings.map(maskedText),
  }
  await keep(db, { unit, kind, ...said })
  await act({ verb: 'keepWording', unit, subject: `bulletin-wording:${kind}`, payload: said })
  return ok({ unit, kind, ...said })
}
