// What anybody may read.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { publicContract } from '../contract-public.ts'
import { noticesOf } from '../data/notices.ts'
import { findRound, fixedAt, listAnnounced, partsOf } from '../data/rounds.ts'
import { awardsOf } from '../data/remarks.ts'
import { publicationsOf } from '../data/tallies.ts'
import { problems } from '../problems.ts'
import { mutable, noticeShown, rowShown } from './shown.ts'

type C = typeof publicContract

const announced: Handler<C['announced']> = async ({ db, query }) => {
  const rounds = await listAnnounced(db, query.below)
  const names = await namesOf(
    db,
    rounds.map(({ unit }) => unit),
  )
  return ok({ rows: rounds.map((round) => rowShown(round, names)) })
}

const published: Handler<C['published']> = async ({ db, params }) => {
  const round = await findRound(db, params.unit, params.id)
  if (round === undefined || !round.announced) return refuse(problems.noSuchRound())
  const names = await namesOf(db, [round.unit])
  const parts = await partsOf(db, round.unit, round.id)
  const publications = await publicationsOf(db, round)
  return ok({
    unit: round.unit,
    unitName: names.get(round.unit) ?? round.unit,
    id: round.id,
    name: round.name,
    quarter: round.quarter,
    theme: round.theme,
    heldOn: round.heldOn,
    state: round.state,
    rules: mutable(round.rules),
    rulesDigest: round.rulesDigest,
    fixedAt: (await fixedAt(db, round))?.toISOString() ?? null,
    parts: parts.map(({ subject, name, drawn }) => ({ subject, name, drawn })),
    notices: (await noticesOf(db, round)).map(noticeShown),
    awards: (await awardsOf(db, round)).map(({ subject, name, basis, document }) => ({
      subject,
      name: parts.find((part) => part.subject === subject)?.name ?? subject,
      award: name,
      basis,
      document,
    })),
    publications: publications.map(({ id, number, form, reason, content, at }) => ({
      id,
      number,
      form,
      reason,
      at: at.toISOString(),
      ...(content as Content),
      // Publications from before said nothing of it.
      withheld: (content as Partial<Content>).withheld ?? [],
      signatures: (content as Partial<Content>).signatures ?? { teller: null, supervisor: null },
    })),
  })
}

type Content = Omit<Answer['publications'][number], 'id' | 'number' | 'form' | 'reason' | 'at'>
type Answer = Extract<Awaited<ReturnType<Handler<C['published']>>>, { ok: true }>['value']

export const publishingHandlers = { announced, published } satisfies Handlers<C>
