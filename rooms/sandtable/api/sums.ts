// What a prefecture or a province promised, has to mend and shows, as sums and the latest pairs of pictures. Asked apart from
// the card, which does not wait for it; each part of the room that keeps it, in the reader's own transaction, and kept for that
// reader alone.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { ok } from '#ground/kernel/result.ts'
import { latestSpots } from '#rooms/evidence/offers.ts'
import { entrySumsOn } from '#rooms/ledger/offers.ts'
import { promisesIn } from '#rooms/rounds/offers.ts'
import type { contract } from '../contract.ts'
import { asRounds, firstDay } from '../core/time.ts'
import { askedOf } from './asked.ts'
import type { Asked } from './asked.ts'
import { readsPromises } from './card.ts'
import { hourMs, keptFor, minuteMs, readerOf } from './kept.ts'
import { spotsShown } from './spots.ts'

type Sums = AnswerOf<(typeof contract)['sums']>
type Asking = Pick<RoomRequest, 'db' | 'clock' | 'today' | 'may' | 'actor'>

const mostSpots = 12

async function figuresOf({ db, today, may }: Asking, { unit, quarter, asOf }: Asked): Promise<Pick<Sums, 'commitments' | 'entries'>> {
  const time = { from: firstDay(quarter), to: asOf }
  return {
    commitments: readsPromises(may) ? await promisesIn(db, unit, asRounds(quarter), asOf) : null,
    entries: may('ledger.read') ? await entrySumsOn({ db, today }, unit, time) : null,
  }
}

export const sums: Handler<(typeof contract)['sums']> = async (request) => {
  const found = await askedOf(request)
  if (!found.ok) return found
  const asked = found.value
  const { unit, quarter, asOf } = asked
  const { db, today, may } = request
  const key = `${unit} ${asOf} ${quarter} ${readerOf(request)}`
  const figures = await keptFor(request, `sums ${key}`, asOf < today ? hourMs : minuteMs, () => figuresOf(request, asked))
  // A picture that was taken away or covered since is not named for longer than a minute.
  const spots = may('evidence.read')
    ? await keptFor(request, `spots ${key}`, minuteMs, async () => spotsShown(db, await latestSpots(db, unit, asOf, mostSpots)))
    : null
  return ok({ unit, quarter, asOf, ...figures, spots })
}
