// How records leave the room.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { calledIn } from '#rooms/standards/core/pack-language.ts'
import type { Star } from '#rooms/standards/core/pack-shapes.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { cycleText } from '../core/cycle.ts'
import { starNamer, starsIn } from '../core/star-name.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { findCycle } from '../data/cycles.ts'
import type { CycleRow } from '../data/cycles.ts'
import type { HonourRow } from '../data/honours.ts'
import { editionOf } from './edition.ts'

type Db = RoomRequest['db']
/** A transaction and who reads what it finds. */
type Reading = Pick<RoomRequest, 'db' | 'language'>
export type CycleShown = AnswerOf<(typeof contract)['cycle']>
export type RowShown = AnswerOf<(typeof contract)['candidacies']>['rows'][number]
export type HonourShown = AnswerOf<(typeof contract)['plaque']>

const named = (names: ReadonlyMap<Code, string>, code: Code): string => names.get(code) ?? code

export function cycleRowShown(
  cycle: CycleRow,
  names: ReadonlyMap<Code, string>,
  language: Language,
): AnswerOf<(typeof contract)['cycles']>['rows'][number] {
  const { unit, id, year, edition, state, version } = cycle
  return { unit, unitName: named(names, unit), id, year, name: cycleText(cycle)[language], edition, state, version }
}

/** Stages and offices of a cycle in the reader's language: the county typed them, its edition may know them in English. */
export async function cycleWords(db: Db, cycle: CycleRow, language: Language): Promise<Pick<CycleShown, 'stageNames' | 'officeNames'>> {
  const pack = language === 'zh' ? undefined : (await editionOf(db, cycle.edition))?.pack
  const [stage, office] = [calledIn(pack?.stages ?? [], language), calledIn(pack?.offices ?? [], language)]
  const force = calledIn(taskForces(pack?.stars ?? []), language)
  return {
    stageNames: cycle.calendar.map(({ name }) => stage(name)),
    officeNames: Object.fromEntries(cycle.stars.map(({ code, lead }) => [code, force(office(cycle.offices[code] ?? lead))])),
  }
}

/** The task forces of some stars, as names. */
const taskForces = (stars: readonly Star[]): { readonly name: string; readonly nameEn?: string }[] =>
  stars.map(({ taskForce, taskForceEn }) => ({ name: taskForce, ...(taskForceEn === undefined ? {} : { nameEn: taskForceEn }) }))

export async function cycleShown(db: Db, cycle: CycleRow, language: Language): Promise<CycleShown> {
  const names = await namesOf(db, [cycle.unit])
  const edition = await editionOf(db, cycle.edition)
  const leads = cycle.stars.map((star) => star.lead)
  return {
    ...cycleRowShown(cycle, names, language),
    names: { zh: cycle.name, en: cycle.nameEn },
    officeChoices: [...new Set([...(edition?.pack.offices ?? []).map(({ name }) => name), ...leads])],
    calendar: cycle.calendar.map((stage) => ({ ...stage })),
    parameters: { ...cycle.parameters },
    offices: { ...cycle.offices },
    stars: starsIn(cycle.stars, language),
    ...(await cycleWords(db, cycle, language)),
  }
}

/** Lines of a list. */
export async function rowsShown(db: Db, rows: readonly CandidacyRow[]): Promise<RowShown[]> {
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  return rows.map((row) => {
    const { unit, id, cycle, star, batch, state, back, due, drawn, publicUntil, changedAt } = row
    return {
      unit,
      unitName: named(names, unit),
      id,
      cycle,
      star,
      batch,
      state,
      back,
      due,
      drawn,
      publicUntil,
      changedAt: changedAt.toISOString(),
    }
  })
}

export async function rowShown(db: Db, row: CandidacyRow): Promise<RowShown> {
  const [shown] = await rowsShown(db, [row])
  if (shown === undefined) throw new Error('a row shows as a row')
  return shown
}

export interface CycleNames {
  readonly cycle: string
  readonly starName: (code: string) => string
  /** In the order of its edition. */
  readonly stars: readonly string[]
}

/** Names of several cycles and of their stars, in the reader's language. */
export async function cycleNames(db: Db, cycles: readonly string[], language: Language): Promise<Map<string, CycleNames>> {
  const names = new Map<string, CycleNames>()
  for (const id of new Set(cycles)) {
    const cycle = await findCycle(db, id)
    const stars = cycle?.stars ?? []
    names.set(id, {
      cycle: cycle === undefined ? '' : cycleText(cycle)[language],
      starName: starNamer(stars, language),
      stars: stars.map((star) => star.code),
    })
  }
  return names
}

/** Stars that are held. */
export async function honoursShown({ db, language }: Reading, rows: readonly HonourRow[]): Promise<HonourShown[]> {
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  const of = await cycleNames(
    db,
    rows.map((row) => row.cycle),
    language,
  )
  return rows.map(({ unit, id, cycle, year, star, plaque, state, due, from, to }) => ({
    unit,
    unitName: named(names, unit),
    id,
    cycle,
    year,
    star,
    starName: of.get(cycle)?.starName(star) ?? star,
    plaque,
    state,
    due,
    from,
    to,
  }))
}

export async function honourShown(reading: Reading, row: HonourRow): Promise<HonourShown> {
  const [shown] = await honoursShown(reading, [row])
  if (shown === undefined) throw new Error('a star shows as a star')
  return shown
}
