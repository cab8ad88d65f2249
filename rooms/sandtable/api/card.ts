// The card of a unit: its stars, what it promised, what it has to mend, its latest spots before and after. Each is asked of
// the room that keeps it, in the reader's own transaction: what the post may not read is not there.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { levelOf } from '#ground/kernel/code.ts'
import { ok } from '#ground/kernel/result.ts'
import { spotsBy } from '#rooms/evidence/offers.ts'
import { entrySumsOn, openEntriesOn } from '#rooms/ledger/offers.ts'
import { commitmentsIn, promisesIn } from '#rooms/rounds/offers.ts'
import { starsNamed } from '#rooms/stars/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { isWithinCounty } from '../core/levels.ts'
import { asRounds, firstDay } from '../core/time.ts'
import { askedOf } from './asked.ts'
import type { Asked } from './asked.ts'
import { spotsShown } from './spots.ts'
import { ofUnit, villagesOf } from './standing.ts'

type Card = AnswerOf<(typeof contract)['card']>
type Asking = Pick<RoomRequest, 'db' | 'clock' | 'today' | 'may' | 'language'>

const village = 5
/** A stage pages through them; the desk shows the first few. */
const mostSpots = 60

/** Those who read rounds, and whoever promises: their own. */
export const readsPromises = (may: Asking['may']): boolean => may('rounds.read') || may('rounds.promise')

async function starsOf(asking: Asking, asked: Asked): Promise<Card['stars']> {
  const [found, named] = await Promise.all([ofUnit(asking, asked), starsNamed(asking.db, asked.unit, asking.language)])
  const known = named.map(({ code, name }) => {
    const { certified = 0, aimed = 0 } = found.find((one) => one.code === code) ?? {}
    return { code, name, certified, aimed }
  })
  const unnamed = found.filter(({ code }) => !named.some((one) => one.code === code)).map((one) => ({ ...one, name: one.code }))
  return [...known, ...unnamed]
}

async function commitmentsOf({ db, may }: Asking, { unit, quarter, asOf }: Asked): Promise<Card['commitments']> {
  if (!readsPromises(may)) return null
  const [sums, rows] = await Promise.all([
    promisesIn(db, unit, asRounds(quarter), asOf),
    levelOf(unit) === village ? commitmentsIn(db, unit, asRounds(quarter)) : [],
  ])
  // Nothing was promised by the end of that day: what came later is not there.
  const then = sums.all === 0 ? [] : rows
  return { ...sums, rows: then.map(({ number, text, now, confirmed, last }) => ({ number, text, now, confirmed, last })) }
}

async function entriesOf({ db, today, may }: Asking, { unit, quarter, asOf }: Asked): Promise<Card['entries']> {
  if (!may('ledger.read')) return null
  const [{ open, rows }, { late, closed }] = await Promise.all([
    openEntriesOn({ db, today }, unit, asOf),
    entrySumsOn({ db, today }, unit, { from: firstDay(quarter), to: asOf }),
  ])
  const names = await namesOf(
    db,
    rows.map(({ subject }) => subject),
  )
  return {
    open,
    late,
    closed,
    rows: rows.map((row) => ({
      unit: row.unit,
      id: row.id,
      subjectName: names.get(row.subject) ?? row.subject,
      problem: row.problem,
      assignedOn: row.assignedOn,
      due: asOf === today ? row.due : null,
    })),
  }
}

async function spotsOf({ db, may }: Asking, { unit, asOf }: Asked): Promise<Card['spots']> {
  if (!may('evidence.read')) return null
  const { all, spots } = await spotsBy(db, unit, asOf, mostSpots)
  return { all, rows: await spotsShown(db, spots) }
}

export const card: Handler<(typeof contract)['card']> = async (request) => {
  const found = await askedOf(request)
  if (!found.ok) return found
  const asked = found.value
  const { treeDay: _tree, ...head } = asked
  const narrow = isWithinCounty(asked.unit)
  // Said in one turn, they travel in one message.
  const [villages, stars, commitments, entries, spots] = await Promise.all([
    villagesOf(request, asked),
    starsOf(request, asked),
    narrow ? commitmentsOf(request, asked) : null,
    narrow ? entriesOf(request, asked) : null,
    narrow ? spotsOf(request, asked) : null,
  ])
  return ok({ ...head, villages, stars, commitments, entries, spots })
}
