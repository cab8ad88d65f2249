// Stating facts, one or a whole sheet: the same questions are asked of each, in a few queries for all of them together.

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Language, Problem } from '#ground/kernel/problem.ts'
import { departmentOf } from '#rooms/people/offers.ts'
import { getUnits, organisationName } from '#rooms/units/offers.ts'
import { sameBody } from '../core/case-rule.ts'
import type { HeldDefinition } from '../core/held-definition.ts'
import { periodNames, periodText } from '../core/period.ts'
import type { Span } from '../core/period.ts'
import { fittingValue, sameStated, statedText, takesNothing } from '../core/value.ts'
import type { Stated } from '../core/value.ts'
import type { FactRow, NewFact } from '../data/facts.ts'
import { addFacts, livingAt } from '../data/facts.ts'
import { problems } from '../problems.ts'
import type { Recorder } from './recording.ts'
import { stampOf } from './recording.ts'

export interface FactWanted {
  readonly id: Id
  readonly unit: Code
  readonly definition: HeldDefinition
  /** Null: what was given names no period of the definition. */
  readonly span: Span | null
  /** Null: what was given is no value of it. */
  readonly stated: Stated | null
  readonly voucher: string
}

/** A fact to be added, one that stands there already just so, or why it may not be stated. */
export type FactPrepared =
  | { readonly kind: 'new'; readonly fact: NewFact }
  | { readonly kind: 'unchanged'; readonly fact: FactRow }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** What a value of the definition should be, in the reader's language. */
export function wantedValue({ type, measure, choices, choicesEn = choices }: HeldDefinition, language: Language): string {
  const zh = type === 'number' ? `数（${measure ?? ''}），例如 12.5` : type === 'yes-no' ? '“是”或“否”' : choices.join('、')
  const en =
    type === 'number' ? `a number (${measure ?? ''}) such as 12.5` : type === 'yes-no' ? 'yes or no' : `one of ${choicesEn.join(', ')}`
  return language === 'zh' ? zh : en
}

/** The department that the acting post serves, by its name; null when it serves none. */
export async function officeOf({ db, actor, today }: Recorder): Promise<string | null> {
  const department = actor.post === null ? null : await departmentOf(db, actor.post)
  return department === null ? null : organisationName(db, department, today)
}

/** Whether the acting post states values of it: a department's post those of which it is the source. */
export function mayState(
  { may }: Pick<Recorder, 'may'>,
  { statedBy, source }: Pick<HeldDefinition, 'statedBy' | 'source'>,
  office: string | null,
): boolean {
  if (may('facts.state')) return office === null || sameBody(office, source)
  return statedBy === 'unit' && may('facts.stateOwn')
}

/** The value as it fits, or why not. */
export function checkStated(definition: HeldDefinition, stated: Stated | null, language: Language): Stated | Problem {
  const { name } = definition
  const unfit = problems.valueUnfit({ name, wanted: wantedValue(definition, language) })
  if (stated === null) return unfit
  if (stated.state === 'nothing') return takesNothing(definition) ? stated : problems.noNothing()
  if (stated.state === 'withdrawn') return stated
  const value = fittingValue(definition, stated.value)
  return value === null ? unfit : { state: 'value', value }
}

const isProblem = (given: Stated | Problem): given is Problem => 'code' in given

function refusedAsStated(definition: HeldDefinition, row: FactRow, language: Language): Problem {
  return problems.stated({
    name: definition.name,
    period: periodText(definition.period, row.from)[language],
    value: statedText(row.stated, definition)[language],
    source: row.source,
  })
}

/** Asks of each wanted fact whether it may be stated, in their order. */
export async function prepareFacts(
  recorder: Recorder & { readonly language: Language },
  wanted: readonly FactWanted[],
): Promise<FactPrepared[]> {
  const { db, today, actor, language } = recorder
  const units = await getUnits(db, [...new Set(wanted.map(({ unit }) => unit))], today)
  const living = await livingAt(
    db,
    wanted.map(({ unit }) => unit),
    wanted.map(({ definition }) => definition.id),
  )
  const placed = new Map<string, FactRow>(living.map((row) => [`${row.unit} ${row.definition} ${row.from}`, row]))
  const stamp = stampOf(recorder)
  const office = await officeOf(recorder)
  return wanted.map(({ id, unit, definition, span, stated, voucher }): FactPrepared => {
    const no = (problem: Problem): FactPrepared => ({ kind: 'refused', problem })
    const { name, source, statedBy, period } = definition
    if (!units.has(unit) || !actor.writes.some((scope) => unit.startsWith(scope))) return no(problems.unknownUnit({ unit }))
    if (!mayState(recorder, definition, office)) return no(problems.notYourDatum({ name, source }))
    const value = checkStated(definition, stated, language)
    if (isProblem(value)) return no(value)
    if (span === null || span.from > today) return no(problems.periodUnfit({ name, wanted: periodNames[period][language] }))
    const place = `${unit} ${definition.id} ${span.from}`
    const there = placed.get(place)
    if (there !== undefined)
      return sameStated(there.stated, value) ? { kind: 'unchanged', fact: there } : no(refusedAsStated(definition, there, language))
    const fact = {
      ...stamp,
      id,
      unit,
      definition: definition.id,
      ...span,
      stated: value,
      statedBy,
      source,
      voucher,
      reason: '',
      corrects: null,
    }
    placed.set(place, { ...fact, supersededBy: null })
    return { kind: 'new', fact: { ...fact, type: definition.type } }
  })
}

/** Adds what was prepared, each with its act. */
export async function storeFacts(recorder: Recorder, facts: readonly NewFact[]): Promise<void> {
  await addFacts(recorder.db, facts)
  for (const { id, unit, definition, from, to, stated, corrects, reason } of facts) {
    await recorder.act({
      verb: corrects === null ? 'state' : 'correct',
      unit,
      subject: `fact:${id}`,
      payload: { definition, from, to, ...stated, corrects },
      ...(reason === '' ? {} : { reason }),
    })
  }
}
