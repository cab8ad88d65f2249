// An edition as the sheets of its workbook, with the meaning of each rule beside it.

import type { Language } from '#ground/kernel/problem.ts'
import { formSheets, formWords, infoItems } from './form-sheets.ts'
import type { SheetKey } from './form-sheets.ts'
import { packFormat } from './pack-reading.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Criterion, Pack, Star } from './pack-shapes.ts'
import { meaningOf, meaningOfCriterion } from './rule-words.ts'

export interface WrittenSheet {
  readonly sheet: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

/** A record by its columns. */
export type Cells = Readonly<Record<string, string>>

const lines = (items: readonly string[]): string => items.join('\n')

/** The records of every sheet by column, as a screen edits them and a workbook shows them. */
export type Book = Readonly<Record<SheetKey, readonly Cells[]>>

/** A fixed value as it stands in a cell. */
type Word = (kind: string, value: string) => string

const asItIs: Word = (_kind, value) => value

const texts = (record: object, ...besides: string[]): Cells =>
  Object.fromEntries(Object.entries(record).filter(([key, value]) => typeof value === 'string' && !besides.includes(key)))

function starCells(star: Star, word: Word): Cells {
  return {
    ...texts(star),
    scope: word('scope', star.scope),
    rule: star.rule ?? '',
    before: lines(star.prerequisites.stars),
    enabled: word('yesNo', star.prerequisites.enabled ? 'yes' : 'no'),
  }
}

function criterionCells(one: Criterion, task: string, word: Word): Cells {
  return {
    ...texts(one),
    task,
    kind: word('kind', one.kind),
    rule: one.rule ?? '',
    required: word('yesNo', one.required ? 'yes' : 'no'),
    evidence: lines(one.evidence),
    evidenceEn: lines(one.evidenceEn ?? []),
    deadline: one.deadline ?? '',
  }
}

function infoCells({ id, title, titleEn, notice, noticeEn, scopes, replaces }: Pack, word: Word): Cells[] {
  const info: Cells = {
    format: packFormat,
    id,
    title,
    titleEn,
    notice,
    noticeEn,
    scopes: lines(scopes.map((scope) => word('scope', scope))),
    replaces: replaces?.edition ?? '',
  }
  return Object.keys(infoItems).map((key) => ({ key, value: info[key] ?? '' }))
}

/** An edition as records; fixed values stand under their codes unless words are given. */
export function bookOf(pack: Pack, word: Word = asItIs): Book {
  const carried = (['stars', 'criteria'] as const).flatMap((what) =>
    (pack.replaces?.[what] ?? []).map(({ from, to, change }) => ({
      what: word('what', what),
      from,
      to: to ?? '',
      change: word('change', change),
    })),
  )
  return {
    info: infoCells(pack, word),
    stars: pack.stars.map((star) => starCells(star, word)),
    bottomLines: pack.stars.flatMap(({ code, bottomLines }) => bottomLines.map((line) => ({ ...texts(line), star: code }))),
    tasks: pack.stars.flatMap(({ code, tasks }) => tasks.map((task) => ({ ...texts(task), star: code }))),
    criteria: pack.stars.flatMap(({ tasks }) => tasks.flatMap((task) => task.criteria.map((one) => criterionCells(one, task.id, word)))),
    facts: pack.facts.map((fact) => ({
      ...texts(fact),
      aliases: lines(fact.aliases),
      type: word('type', fact.type),
      measure: fact.measure ?? '',
      choices: lines(fact.choices),
      choicesEn: lines(fact.choicesEn ?? []),
      period: word('period', fact.period),
    })),
    caseTypes: pack.caseTypes.map((type) => texts(type)),
    offices: pack.offices.map((office) => texts(office)),
    certificates: pack.certificates.map((one) => texts(one)),
    stages: pack.stages.map((stage) => texts(stage)),
    ladders: pack.ladders.map((one) => ({ ...texts(one), level: word('level', one.level), of: word('of', one.of) })),
    flow: pack.stars.flatMap(({ code, flow }) => flow.map((step) => ({ ...texts(step), star: code }))),
    mapping: carried,
  }
}

/** What the rules of a sheet mean, in the order of its rows. */
function meaningsOf(key: SheetKey, pack: Pack, language: Language): readonly string[] {
  const about = (star: Star) => ({ pack, star, language })
  if (key === 'bottomLines') return pack.stars.flatMap((star) => star.bottomLines.map((line) => meaningOf(line.rule, about(star))))
  if (key !== 'criteria') return []
  return pack.stars.flatMap((star) => criteriaOf(star).map((one) => meaningOfCriterion(one, about(star))))
}

/** The sheets of an edition in one language. */
export function writeForm(pack: Pack, language: Language): WrittenSheet[] {
  const book = bookOf(pack, (kind, value) => formWords[kind]?.[value]?.[language] ?? value)
  return (Object.keys(formSheets) as SheetKey[]).map((key) => {
    const { title, columns } = formSheets[key]
    const meanings = meaningsOf(key, pack, language)
    const cellOf = (cells: Cells, column: string, index: number): string => {
      if (column === 'meaning') return meanings[index] ?? ''
      const cell = cells[column] ?? ''
      return key === 'info' && column === 'key' ? (infoItems[cell]?.[language] ?? cell) : cell
    }
    return {
      sheet: title[language],
      header: columns.map((column) => column.title[language]),
      rows: book[key].map((cells, index) => columns.map((column) => cellOf(cells, column.key, index))),
      widths: columns.map(({ width }) => width),
    }
  })
}
