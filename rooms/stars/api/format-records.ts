// Records of the four lists that a report format may be made of, each under its field names. Words are Chinese: the file is
// another system's form.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import { batchesOf } from '#ground/sheets/list-file.ts'
import { additionsFor } from '#rooms/standards/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { stateNames } from '../core/candidacy.ts'
import { honourNames } from '../core/honour.ts'
import type { ReportList, ReportRecord } from '../core/report-format.ts'
import { answerNames } from '../core/self-check.ts'
import { candidacyList } from '../data/candidacies.ts'
import type { CycleRow } from '../data/cycles.ts'
import { honourList } from '../data/honours.ts'
import { submittedLines, submittedList } from '../data/report-formats.ts'
import type { SubmittedSheet } from '../data/report-formats.ts'
import { targetList } from '../data/targets.ts'
import { editionOf, rowsOfStar, starOf } from './edition.ts'
import { scopesBelow } from './reviews.ts'

type Asking = Pick<RoomRequest, 'db' | 'actor' | 'today'>

export interface Wanted {
  readonly cycle: CycleRow
  readonly below: Code
  readonly quarter: string
}

const townshipOf = (unit: Code): Code => unit.slice(0, 9)
const countyOf = (unit: Code): Code => unit.slice(0, 6)

/** Records with what every list says of where they stand, numbered through; names are looked up for a batch at a time. */
function placed<R extends { readonly unit: Code }>(
  { db }: Asking,
  { cycle }: Wanted,
  list: LongList<R>,
  more: (row: R) => ReportRecord,
): LongList<ReportRecord> {
  return {
    longerThan: list.longerThan,
    rows: async function* (most) {
      let number = 0
      for await (const rows of batchesOf(list.rows(most))) {
        const units = [...new Set(rows.map((row) => row.unit))]
        const names = await namesOf(db, [...new Set([...units, ...units.map(townshipOf), ...units.map(countyOf)])])
        for (const row of rows) {
          number += 1
          yield {
            number,
            county: names.get(countyOf(row.unit)) ?? '',
            township: names.get(townshipOf(row.unit)) ?? '',
            unit: names.get(row.unit) ?? row.unit,
            code: row.unit,
            cycle: cycle.name,
            year: cycle.year,
            ...more(row),
          }
        }
      }
    },
  }
}

// The form of a system above is Chinese, whoever exports it.
const starNames = ({ stars }: CycleRow): ReadonlyMap<string, string> => new Map(stars.map((star) => [star.code, star.name]))

type Records = (request: Asking, wanted: Wanted) => LongList<ReportRecord>

const candidacies: Records = (request, wanted) => {
  const names = starNames(wanted.cycle)
  const scopes = scopesBelow(request.actor.scopes, wanted.below)
  const list = candidacyList(request.db, { cycle: wanted.cycle.id, state: null, star: null, waiting: null, scopes })
  return placed(request, wanted, list, ({ star, batch, state, due, publicUntil, certifiedOn }) => ({
    star: names.get(star) ?? star,
    starCode: star,
    batch,
    state: stateNames[state].zh,
    due,
    publicUntil,
    certifiedOn,
  }))
}

const targets: Records = (request, wanted) => {
  const names = starNames(wanted.cycle)
  const list = targetList(request.db, wanted.cycle.id, wanted.below, wanted.quarter)
  return placed(request, wanted, list, ({ quarter, stars, plan }) => ({
    quarter,
    stars: stars.map((star) => names.get(star) ?? star).join('、'),
    level: stars.length,
    strengths: plan?.strengths ?? '',
    met: plan?.met ?? '',
    gaps: plan?.gaps ?? '',
    goal: plan?.goal ?? '',
    measures: plan?.measures ?? '',
  }))
}

const held: Records = (request, wanted) => {
  const names = starNames(wanted.cycle)
  const list = honourList(request.db, wanted.below, wanted.cycle.year, wanted.cycle.id)
  return placed(request, wanted, list, ({ star, state, from, to, plaque }) => ({
    star: names.get(star) ?? star,
    starCode: star,
    state: honourNames[state].zh,
    since: from,
    until: to,
    plaque,
  }))
}

/** Texts of the rows of a star for units of one township; sheets come township by township, so one township's are kept. */
function textsOf({ db, today }: Asking, { cycle }: Wanted): (star: string, unit: Code) => Promise<ReadonlyMap<string, string>> {
  const edition = editionOf(db, cycle.edition)
  let township: Code = ''
  let known = new Map<string, ReadonlyMap<string, string>>()
  return async (code, unit) => {
    if (townshipOf(unit) !== township) known = new Map()
    township = townshipOf(unit)
    const there = known.get(code)
    if (there !== undefined) return there
    const found = await edition
    const star = found === undefined ? undefined : starOf(found, code)
    const rows = found === undefined || star === undefined ? [] : rowsOfStar(star, await additionsFor(db, found.id, unit, today), 'zh')
    const texts = new Map(rows.map((row) => [row.row, row.text]))
    known.set(code, texts)
    return texts
  }
}

interface SubmittedLine extends Omit<SubmittedSheet, 'rows'> {
  readonly one: SubmittedSheet['rows'][number]
  readonly text: string
}

async function* lineByLine(request: Asking, wanted: Wanted, sheets: AsyncIterable<SubmittedSheet>): AsyncGenerator<SubmittedLine> {
  const texts = textsOf(request, wanted)
  for await (const { unit, star, on, rows } of sheets) {
    const asked = await texts(star, unit)
    for (const one of rows) yield { unit, star, on, one, text: asked.get(one.row) ?? '' }
  }
}

const submitted: Records = (request, wanted) => {
  const names = starNames(wanted.cycle)
  const list = submittedList(request.db, wanted.cycle.id, wanted.below)
  const lines = {
    longerThan: async (most: number) => (await submittedLines(request.db, wanted.cycle.id, wanted.below)) > most,
    rows: (most?: number) => lineByLine(request, wanted, list.rows(most)),
  }
  return placed(request, wanted, lines, ({ star, on, one, text }) => ({
    star: names.get(star) ?? star,
    starCode: star,
    row: one.row,
    text,
    answer: answerNames[one.answer].zh,
    reason: one.reason,
    known: one.known,
    evidence: one.items.length,
    submittedOn: on,
  }))
}

const lists: Readonly<Record<ReportList, Records>> = { candidacies, targets, held, rows: submitted }

/** Every record of a list below a unit. */
export const recordsOf = (request: Asking, list: ReportList, wanted: Wanted): LongList<ReportRecord> => lists[list](request, wanted)

/** The first records, for a look before the file is made. */
export async function firstRecords(request: Asking, list: ReportList, wanted: Wanted, count: number): Promise<ReportRecord[]> {
  const found: ReportRecord[] = []
  for await (const record of lists[list](request, wanted).rows(count)) if (found.push(record) === count) break
  return found
}
