// Entering a problem, in whoever's transaction it is: a person's on the desk, or another room's that turns a remark or a
// finding into an entry.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { unitExists } from '#rooms/units/offers.ts'
import type { SourceKind } from '../core/lists.ts'
import { keptParticulars } from '../core/register.ts'
import type { Particulars } from '../core/register.ts'
import { assigned } from '../core/state.ts'
import type { Step } from '../core/state.ts'
import type { EntryRow } from '../data/queries.ts'
import { addEntry, addStep } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { citeAll } from './exhibits.ts'
import type { ItemAt } from './exhibits.ts'
import { checkListing } from './listed.ts'
import type { TermGiven } from './term.ts'
import { readTerm } from './term.ts'

/** The transaction it is done in; a `RoomRequest` is one. */
export type Opener = Pick<RoomRequest, 'db' | 'clock' | 'dice' | 'today' | 'actor' | 'act'>

export interface EntryWanted extends TermGiven {
  readonly id?: Id
  /** The unit that assigns and closes out; the acting post must be able to write there. */
  readonly unit: Code
  /** The unit that must mend it, at or below `unit`. */
  readonly subject: Code
  readonly problem: string
  readonly sourceKind: SourceKind
  /** `round:ID`, `remark:ID`… */
  readonly source?: string | null
  /** `problem`, or a register of the packs with its fields. */
  readonly kind?: string
  readonly particulars?: Particulars
  readonly star?: string | null
  readonly criterion?: string | null
  readonly measure?: string
  readonly responsible?: string
  readonly responsibleAccount?: Id | null
  readonly supervisor?: string
  /** The entry that relapsed into this one. */
  readonly relapseOf?: Id | null
  /** Evidence of the state before. */
  readonly evidence?: readonly ItemAt[]
}

/** Enters and assigns the problem, with its first step and its act. */
export async function openEntry(opener: Opener, wanted: EntryWanted): Promise<Result<EntryRow>> {
  const { db, clock, dice, today, actor } = opener
  const { unit, subject, problem, sourceKind, source = null, kind = 'problem', star = null, criterion = null } = wanted
  if (!subject.startsWith(unit)) return refuse(problems.notBelow({ unit, subject }))
  if (!(await unitExists(db, subject, today))) return refuse(problems.unknownUnit({ unit: subject }))
  const term = readTerm(wanted, today)
  if (!term.ok) return term
  const particulars = keptParticulars(wanted.particulars ?? {})
  const listed = await checkListing(db, {
    kind,
    subject,
    particulars,
    relapse: wanted.relapseOf !== undefined && wanted.relapseOf !== null,
  })
  if (listed !== null) return refuse(listed)
  const { measure = '', responsible = '', responsibleAccount = null, supervisor = '', relapseOf = null } = wanted
  const plan = { measure, responsible, responsibleAccount, supervisor }
  const step: Step = {
    verb: 'assign',
    on: today,
    by: actor.id,
    text: '',
    ...term.value,
    granted: null,
    plan,
    other: relapseOf,
    level: null,
    told: null,
  }
  const id = wanted.id ?? newId(clock, dice)
  const row: EntryRow = { ...assigned(step), unit, id, subject, kind, sourceKind, source, star, criterion, problem, particulars, steps: 1 }
  await addEntry(db, row)
  const at = new Date(clock.now())
  const cited = await citeAll(opener, id, wanted.evidence ?? [])
  if (!cited.ok) return cited
  await addStep(db, row, { ...step, id: newId(clock, dice), at, byUnit: actor.unit, byRole: actor.role, evidence: cited.value })
  await opener.act({
    verb: 'assign',
    unit,
    about: subject,
    subject: `ledger:${id}`,
    payload: {
      subject,
      kind,
      sourceKind,
      source,
      star,
      criterion,
      ...term.value,
      relapseOf,
      ...(cited.value.length === 0 ? {} : { evidence: cited.value }),
    },
  })
  return ok(row)
}
