// Awards as a sheet: what goes out is what comes in again. A row names a unit by its code and a kind by either of its names.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { isDay } from '#ground/kernel/days.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { awardKinds, awardNames } from './award.ts'
import type { AwardKind } from './award.ts'
import type { BadLine } from './quota-sheet.ts'

/** A row as the sheet has it. */
export interface AwardLine {
  readonly line: number
  readonly subject: string
  readonly title: string
  readonly kind: string
  readonly basis: string
  readonly document: string
  readonly on: string
  /** Filled where the row was withdrawn: such a row is only carried along. */
  readonly withdrawnOn: string
}

/** What a row asks to record. */
export interface AwardRead {
  readonly line: number
  readonly subject: Code
  readonly title: string
  readonly kind: AwardKind
  readonly basis: string
  readonly document: string
  readonly on: Day
}

export interface AwardsKnown {
  /** The unit that records. */
  readonly below: Code
  readonly units: ReadonlySet<Code>
  readonly today: Day
  /** What stands already, by `awardKey`. */
  readonly there: ReadonlySet<string>
}

/** Two rows that say this are one award. */
export const awardKey = (award: Pick<AwardRead, 'subject' | 'kind' | 'title' | 'on'>): string =>
  JSON.stringify([award.subject, award.kind, award.title, award.on])

const longest = { title: 100, basis: 1000, document: 80 } as const

function faultsOf(row: AwardLine, known: AwardsKnown): Text[] {
  const faults: Text[] = []
  if (!row.subject.startsWith(known.below) || !known.units.has(row.subject))
    faults.push({ zh: `没有下级单位 ${row.subject}`, en: `there is no unit ${row.subject} below` })
  if (kindOf(row.kind) === undefined) {
    const names = awardKinds.map((kind) => awardNames[kind])
    faults.push({
      zh: `种类填${names.map(({ zh }) => `“${zh}”`).join('、')}之一`,
      en: `the kind is one of ${names.map(({ en }) => en).join(', ')}`,
    })
  }
  if (row.title === '') faults.push({ zh: '没有填名称', en: 'the award has no name' })
  if (row.basis === '') faults.push({ zh: '没有填依据', en: 'the basis is missing' })
  for (const name of ['title', 'basis', 'document'] as const)
    if (row[name].length > longest[name])
      faults.push({ zh: `有一格超过 ${longest[name]} 字`, en: `a cell has more than ${longest[name]} characters` })
  if (!isDay(row.on)) faults.push({ zh: '日期写成 2026-09-08 的样子', en: 'write the day like 2026-09-08' })
  else if (row.on > known.today) faults.push({ zh: `${row.on} 还没有到`, en: `${row.on} has not come yet` })
  return faults
}

function kindOf(cell: string): AwardKind | undefined {
  const word = cell.normalize('NFKC').toLowerCase()
  return awardKinds.find((kind) => [kind, awardNames[kind].zh, awardNames[kind].en.toLowerCase()].includes(word))
}

/** The awards of a sheet that are new, how many stand already, and every fault of every other row. */
export function readAwards(
  lines: readonly AwardLine[],
  known: AwardsKnown,
): { readonly awards: AwardRead[]; readonly unchanged: number; readonly errors: BadLine[] } {
  const awards: AwardRead[] = []
  const errors: BadLine[] = []
  const seen = new Map<string, number>()
  let unchanged = 0
  for (const line of lines) {
    const faults = faultsOf(line, known)
    const kind = kindOf(line.kind)
    if (faults.length > 0 || kind === undefined) {
      errors.push(...faults.map((detail) => ({ line: line.line, detail })))
      continue
    }
    const { line: at, subject, title, basis, document, on } = line
    const award = { line: at, subject, title, kind, basis, document, on }
    const key = awardKey(award)
    const above = seen.get(key)
    seen.set(key, above ?? at)
    if (line.withdrawnOn !== '' || known.there.has(key)) unchanged += 1
    else if (above !== undefined)
      errors.push({ line: at, detail: { zh: `与第 ${above} 行是同一条表彰`, en: `it is the award of line ${above}` } })
    else awards.push(award)
  }
  return { awards, unchanged, errors }
}
