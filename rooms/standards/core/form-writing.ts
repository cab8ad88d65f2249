// An edition as the sheets of its workbook, with the meaning of each rule beside it.

import type { Language } from '#ground/kernel/problem.ts'
import { formSheets, formWords, infoItems } from './form-sheets.ts'
import type { SheetKey } from './form-sheets.ts'
import { packFormat } from './pack-reading.ts'
import type { Pack } from './pack-shapes.ts'
import { meaningOf, meaningOfCriterion } from './rule-words.ts'

export interface WrittenSheet {
  readonly sheet: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

type Cells = Readonly<Record<string, string>>

const lines = (items: readonly string[]): string => items.join('\n')

/** The sheets of an edition in one language. */
export function writeForm(pack: Pack, language: Language): WrittenSheet[] {
  const word = (kind: string, value: string): string => formWords[kind]?.[value]?.[language] ?? value
  const yesNo = (value: boolean): string => word('yesNo', value ? 'yes' : 'no')
  const sheet = (key: SheetKey, rows: readonly Cells[]): WrittenSheet => {
    const { title, columns } = formSheets[key]
    return {
      sheet: title[language],
      header: columns.map((column) => column.title[language]),
      rows: rows.map((cells) => columns.map((column) => cells[column.key] ?? '')),
      widths: columns.map(({ width }) => width),
    }
  }
  const { id, title, titleEn, notice, noticeEn, scopes, replaces } = pack
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
  const carried = (['stars', 'criteria'] as const).flatMap((what) =>
    (replaces?.[what] ?? []).map(({ from, to, change }) => ({
      what: word('what', what),
      from,
      to: to ?? '',
      change: word('change', change),
    })),
  )
  return [
    sheet(
      'info',
      Object.entries(infoItems).map(([key, name]) => ({ key: name[language], value: info[key] ?? '' })),
    ),
    sheet(
      'stars',
      pack.stars.map((star) => ({
        ...star,
        scope: word('scope', star.scope),
        rule: star.rule ?? '',
        before: lines(star.prerequisites.stars),
        enabled: yesNo(star.prerequisites.enabled),
        bottomLines: '',
        tasks: '',
        flow: '',
        prerequisites: '',
      })),
    ),
    sheet(
      'bottomLines',
      pack.stars.flatMap((star) =>
        star.bottomLines.map((line) => ({ ...line, star: star.code, meaning: meaningOf(line.rule, { pack, star, language }) })),
      ),
    ),
    sheet(
      'tasks',
      pack.stars.flatMap(({ code, tasks }) => tasks.map(({ criteria: _criteria, ...task }) => ({ star: code, ...task }))),
    ),
    sheet(
      'criteria',
      pack.stars.flatMap((star) =>
        star.tasks.flatMap((task) =>
          task.criteria.map((one) => ({
            ...one,
            task: task.id,
            kind: word('kind', one.kind),
            rule: one.rule ?? '',
            required: yesNo(one.required),
            evidence: lines(one.evidence),
            deadline: one.deadline ?? '',
            meaning: meaningOfCriterion(one, { pack, star, language }),
          })),
        ),
      ),
    ),
    sheet(
      'facts',
      pack.facts.map((fact) => ({
        ...fact,
        nameEn: fact.nameEn ?? '',
        aliases: lines(fact.aliases),
        type: word('type', fact.type),
        measure: fact.measure ?? '',
        choices: lines(fact.choices),
        period: word('period', fact.period),
      })),
    ),
    sheet(
      'caseTypes',
      pack.caseTypes.map((type) => ({ ...type })),
    ),
    sheet(
      'offices',
      pack.offices.map((name) => ({ name })),
    ),
    sheet(
      'stages',
      pack.stages.map((stage) => ({ ...stage })),
    ),
    sheet(
      'ladders',
      pack.ladders.map((one) => ({ ...one, level: word('level', one.level), of: word('of', one.of) })),
    ),
    sheet(
      'flow',
      pack.stars.flatMap(({ code, flow }) => flow.map((step) => ({ star: code, ...step }))),
    ),
    sheet('mapping', carried),
  ]
}
