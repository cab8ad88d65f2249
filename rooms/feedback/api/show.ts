// How records leave the room: to the handler and to the sender, with the names of units and the days left.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { mayClose, readingOf } from '../core/deadline.ts'
import { allows } from '../core/state.ts'
import type { CaseRow } from '../data/queries.ts'
import type { StepRow } from '../data/steps.ts'
import { stepsByCode, stepsOf } from '../data/steps.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'

type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
type Asking = Pick<RoomRequest, 'db' | 'today'>

const excerptLength = 60

function deadlineOf(row: CaseRow, today: Day): Row['deadline'] {
  const reading = readingOf(row, packCalendar(), today)
  return reading === null ? null : { state: reading.state, due: reading.due, left: reading.left }
}

function named(code: Code | null, names: ReadonlyMap<Code, string>): { code: Code; name: string } | null {
  return code === null ? null : { code, name: names.get(code) ?? code }
}

const subjectsOf = (rows: readonly CaseRow[]): Code[] => [...new Set(rows.flatMap((row) => (row.subject === null ? [] : [row.subject])))]

const stepShown = ({ at, verb, satisfied, text }: StepRow) => ({ at: at.toISOString(), verb, satisfied, text })

function rowShown(row: CaseRow, names: ReadonlyMap<Code, string>, today: Day): Row {
  const letters = [...row.text.replace(/\s+/g, ' ')]
  return {
    unit: row.unit,
    id: row.id,
    kind: row.kind,
    state: row.state,
    subject: named(row.subject, names),
    excerpt: letters.length > excerptLength ? `${letters.slice(0, excerptLength).join('')}…` : letters.join(''),
    filedOn: chinaDay(row.filedAt.getTime()),
    deadline: deadlineOf(row, today),
  }
}

/** Lines of the handler's list. */
export async function rowsShown({ db, today }: Asking, rows: readonly CaseRow[]): Promise<Row[]> {
  const names = await namesOf(db, subjectsOf(rows))
  return rows.map((row) => rowShown(row, names, today))
}

/** The whole record for its handler. */
export async function recordShown({ db, today }: Asking, row: CaseRow): Promise<AnswerOf<(typeof contract)['get']>> {
  const names = await namesOf(db, subjectsOf([row]))
  const steps = await stepsOf(db, row)
  return {
    ...rowShown(row, names, today),
    text: row.text,
    hasContact: row.contact !== null,
    rated: row.rated,
    mayClose: allows(row, 'close') && mayClose(row, packCalendar(), today),
    steps: steps.map(stepShown),
  }
}

/** What the sender reads, over all counties that had it. */
export async function trackShown({ db, today }: Asking, row: CaseRow): Promise<AnswerOf<(typeof contract)['track']>> {
  const names = await namesOf(db, subjectsOf([row]))
  const steps = await stepsByCode(db, row.code)
  return {
    kind: row.kind,
    state: row.state,
    text: row.text,
    subject: named(row.subject, names),
    filedOn: chinaDay(row.filedAt.getTime()),
    deadline: deadlineOf(row, today),
    hasContact: row.contact !== null,
    mayRate: allows(row, 'rate'),
    steps: steps.map(stepShown),
  }
}
