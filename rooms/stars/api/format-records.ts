// Records of the four lists that a report format may be made of, each under its field names. Words are Chinese: the file is
// another system's form.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { additionsFor } from '#rooms/standards/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { stateNames } from '../core/candidacy.ts'
import { honourNames } from '../core/honour.ts'
import type { ReportList, ReportRecord } from '../core/report-format.ts'
import { answerNames } from '../core/self-check.ts'
import { listCandidacies } from '../data/candidacies.ts'
import type { CycleRow } from '../data/cycles.ts'
import { honoursBelow } from '../data/honours.ts'
import { sheetsSubmitted } from '../data/report-formats.ts'
import { targetsBelow } from '../data/targets.ts'
import { problems } from '../problems.ts'
import { editionOf, rowsOfStar, starOf } from './edition.ts'
import { scopesBelow } from './reviews.ts'

type Asking = Pick<RoomRequest, 'db' | 'actor' | 'today'>

export interface Wanted {
  readonly cycle: CycleRow
  readonly below: Code
  readonly quarter: string
}

/** A list in one file: more than this is asked for in parts. */
const most = 20_000
const mostSheets = 5000

const townshipOf = (unit: Code): Code => unit.slice(0, 9)
const countyOf = (unit: Code): Code => unit.slice(0, 6)

/** What every list says of where a record stands. */
async function placed<R extends { readonly unit: Code }>(
  { db }: Asking,
  { cycle }: Wanted,
  rows: readonly R[],
  more: (row: R) => ReportRecord,
): Promise<ReportRecord[]> {
  const units = [...new Set(rows.map((row) => row.unit))]
  const names = await namesOf(db, [...new Set([...units, ...units.map(townshipOf), ...units.map(countyOf)])])
  return rows.map((row, index) => ({
    number: index + 1,
    county: names.get(countyOf(row.unit)) ?? '',
    township: names.get(townshipOf(row.unit)) ?? '',
    unit: names.get(row.unit) ?? row.unit,
    code: row.unit,
    cycle: cycle.name,
    year: cycle.year,
    ...more(row),
  }))
}

// The form of a system above is Chinese, whoever exports it.
const starNames = ({ stars }: CycleRow): ReadonlyMap<string, string> => new Map(stars.map((star) => [star.code, star.name]))

async function candidacies(request: Asking, wanted: Wanted, limit: number): Promise<ReportRecord[]> {
  const names = starNames(wanted.cycle)
  const filter = { cycle: wanted.cycle.id, state: null, star: null, waiting: null, after: null, limit }
  const rows = await listCandidacies(request.db, { ...filter, scopes: scopesBelow(request.actor.scopes, wanted.below) })
  return placed(request, wanted, rows, ({ star, batch, state, due, publicUntil, certifiedOn }) => ({
    star: names.get(star) ?? star,
    starCode: star,
    batch,
    state: stateNames[state].zh,
    due,
    publicUntil,
    certifiedOn,
  }))
}

async function targets(request: Asking, wanted: Wanted, limit: number): Promise<ReportRecord[]> {
  const names = starNames(wanted.cycle)
  const rows = await targetsBelow(request.db, wanted.cycle.id, wanted.below, wanted.quarter, limit)
  return placed(request, wanted, rows, ({ quarter, stars, plan }) => ({
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

async function held(request: Asking, wanted: Wanted, limit: number): Promise<ReportRecord[]> {
  const names = starNames(wanted.cycle)
  const rows = await honoursBelow(request.db, wanted.below, wanted.cycle.year, limit)
  const own = rows.filter((row) => row.cycle === wanted.cycle.id)
  return placed(request, wanted, own, ({ star, state, from, to, plaque }) => ({
    star: names.get(star) ?? star,
    starCode: star,
    state: honourNames[state].zh,
    since: from,
    until: to,
    plaque,
  }))
}

/** Texts of the rows of a star for units of one township. */
function textsOf({ db, today }: Asking, { cycle }: Wanted): (star: string, unit: Code) => Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>()
  const read = async (code: string, unit: Code): Promise<ReadonlyMap<string, string>> => {
    const edition = await editionOf(db, cycle.edition)
    const star = edition === undefined ? undefined : starOf(edition, code)
    if (edition === undefined || star === undefined) return new Map()
    return new Map(rowsOfStar(star, await additionsFor(db, edition.id, unit, today), 'zh').map((row) => [row.row, row.text]))
  }
  return (star, unit) => {
    const key = `${star}/${townshipOf(unit)}`
    const there = known.get(key) ?? read(star, unit)
    known.set(key, there)
    return there
  }
}

async function submittedRows(request: Asking, wanted: Wanted, limit: number): Promise<ReportRecord[]> {
  const names = starNames(wanted.cycle)
  const texts = textsOf(request, wanted)
  const sheets = await sheetsSubmitted(request.db, wanted.cycle.id, wanted.below, limit)
  const lines = []
  for (const { unit, star, on, rows: said } of sheets) {
    const asked = await texts(star, unit)
    for (const one of said) lines.push({ unit, star, on, one, text: asked.get(one.row) ?? '' })
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

const lists: Readonly<Record<ReportList, (request: Asking, wanted: Wanted, limit: number) => Promise<ReportRecord[]>>> = {
  candidacies,
  targets,
  held,
  rows: submittedRows,
}

/** Every record of a list below a unit; refused when one file does not hold them. */
export async function recordsOf(request: Asking, list: ReportList, wanted: Wanted): Promise<Result<ReportRecord[]>> {
  const limit = list === 'rows' ? mostSheets : most
  const found = await lists[list](request, wanted, limit + 1)
  const units = list === 'rows' ? new Set(found.map((one) => `${String(one['code'])}/${String(one['starCode'])}`)).size : found.length
  return units > limit ? refuse(problems.fileTooLong({ most: limit })) : ok(found)
}

/** The first records, for a look before the file is made. */
export const firstRecords = (request: Asking, list: ReportList, wanted: Wanted, count: number): Promise<ReportRecord[]> =>
  lists[list](request, wanted, count).then((found) => found.slice(0, count))
