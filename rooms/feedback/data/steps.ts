// SQL of the steps of a record; they go where the record goes.

import type { Kysely } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Desk } from '../core/desk.ts'
import type { Verb } from '../core/state.ts'
import type { CaseRow } from './queries.ts'

type Db = Kysely<Database>

export interface StepRow {
  readonly id: Id
  readonly at: Date
  readonly verb: Verb
  readonly satisfied: boolean | null
  readonly text: string
}

/** Adds the step that made the record what it is now. */
export async function addStep(db: Db, of: Pick<CaseRow, 'unit' | 'id' | 'code' | 'desk' | 'steps'>, step: StepRow): Promise<void> {
  await db
    .insertInto('feedback_steps')
    .values({
      district: districtOf(of.unit),
      unit: of.unit,
      id: step.id,
      record: of.id,
      code: of.code,
      desk: of.desk,
      seq: of.steps,
      at: step.at,
      verb: step.verb,
      satisfied: step.satisfied,
      text: step.text,
    })
    .execute()
}

/** Moves a record's steps to the operator's desk or back, with the record itself. */
export async function moveSteps(db: Db, of: Pick<CaseRow, 'unit' | 'id'>, desk: Desk): Promise<void> {
  await db.updateTable('feedback_steps').set({ desk }).where('district', '=', districtOf(of.unit)).where('record', '=', of.id).execute()
}

const stepColumns = ['id', 'at', 'verb', 'satisfied', 'text'] as const

/** The steps of one record, oldest first. */
export async function stepsOf(db: Db, of: Pick<CaseRow, 'unit' | 'id'>): Promise<StepRow[]> {
  const rows = await db
    .selectFrom('feedback_steps')
    .select(stepColumns)
    .where('district', '=', districtOf(of.unit))
    .where('record', '=', of.id)
    .orderBy('seq')
    .execute()
  return rows as StepRow[]
}

/** All steps under the code that was entered, in whichever counties, oldest first. */
export async function stepsByCode(db: Db, code: string): Promise<StepRow[]> {
  const rows = await db.selectFrom('feedback_steps').select(stepColumns).where('code', '=', code).orderBy('seq').execute()
  return rows as StepRow[]
}
