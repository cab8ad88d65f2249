// A round as a workbook: rules, units and what was published for everybody who reads the round; all sheets, adjustments and
// tallies for tellers. Points stay text, so that no spreadsheet rounds them.

import type { Language } from '#ground/kernel/problem.ts'
import type { BookSheet } from '#ground/sheets/xlsx-book.ts'
import { bandOf } from '../core/rules.ts'
import type { Rules } from '../core/rules.ts'
import type { Counted } from '../core/tally-input.ts'
import type { Part, RoundRow } from '../data/rounds.ts'
import type { Publication, TallyRow } from '../data/tallies.ts'
import type { Published } from './bulletin-draft.ts'
import { bookWords } from './workbook-words.ts'

function rulesSheet(rules: Rules, language: Language): BookSheet {
  const text = bookWords(language)
  return {
    sheet: text.rules,
    header: [text.component, text.weight, text.criterion, text.max, text.step],
    rows: rules.components.flatMap(({ id, title, weight }) =>
      (rules.sheets[id] ?? []).map((criterion) => [title, weight, criterion.title, criterion.max, criterion.step]),
    ),
  }
}

function panelsSheet(rules: Rules, language: Language): BookSheet {
  const text = bookWords(language)
  return { sheet: text.panels, header: [text.panel, text.weight], rows: rules.panels.map(({ title, weight }) => [title, weight]) }
}

function unitsSheet(parts: readonly Part[], language: Language): BookSheet {
  const text = bookWords(language)
  return {
    sheet: text.units,
    header: [text.code, text.unit, text.drawn],
    rows: parts.map(({ subject, name, drawn }) => [subject, name, drawn === null ? '' : drawn ? text.yes : text.no]),
  }
}

/** For everybody who reads the round. */
export function publishedBook(
  round: Pick<RoundRow, 'rules'>,
  parts: readonly Part[],
  publications: readonly Publication[],
  language: Language,
): BookSheet[] {
  const text = bookWords(language)
  const published = publications.map(({ number, content }): BookSheet => {
    const { places, withheld = [], methodDigest, inputDigest } = content as Published
    const rows = places.map(({ rank, subject, name, band, total }) => [
      rank === null ? '' : String(rank),
      subject,
      name,
      text.bands[band],
      total ?? '',
    ])
    const closed = withheld.map(({ subject, name }) => ['', subject, name, '', text.fewJudges])
    const digests = [
      ['', '', `${text.digest} (method)`, methodDigest, ''],
      ['', '', `${text.digest} (input)`, inputDigest, ''],
    ]
    return {
      sheet: text.published(number),
      header: [text.rank, text.code, text.unit, text.band, text.total],
      rows: [...rows, ...closed, ...digests],
    }
  })
  return [rulesSheet(round.rules, language), panelsSheet(round.rules, language), unitsSheet(parts, language), ...published]
}

/** For tellers and supervisor: everything that counts. */
export function countedBook(
  given: {
    readonly round: Pick<RoundRow, 'rules'>
    readonly parts: readonly Part[]
    readonly counted: Counted
    readonly tallies: readonly TallyRow[]
  },
  language: Language,
): BookSheet[] {
  const text = bookWords(language)
  const { round, parts, counted, tallies } = given
  const { rules } = round
  const names = new Map(parts.map(({ subject, name }) => [subject, name]))
  const judges = new Map(counted.judges.map((judge) => [judge.id, judge]))
  const panels = new Map(rules.panels.map(({ id, title }) => [id, title]))
  const titles = new Map(rules.components.map(({ id, title }) => [id, title]))
  const sheets: BookSheet = {
    sheet: text.sheets,
    header: [text.unit, text.judge, text.panel, text.component, text.criterion, text.points],
    rows: counted.sheets
      .filter(({ state }) => state === 'kept')
      .flatMap(({ seat, subject, component, points }) =>
        (rules.sheets[component] ?? []).map(({ id, title }) => [
          names.get(subject) ?? subject,
          judges.get(seat)?.label ?? '',
          panels.get(judges.get(seat)?.panel ?? '') ?? '',
          titles.get(component) ?? component,
          title,
          points[id] ?? '',
        ]),
      ),
  }
  const adjustments: BookSheet = {
    sheet: text.adjustments,
    header: [text.unit, text.points, text.reason],
    rows: counted.adjustments
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ subject, points, reason }) => [names.get(subject) ?? subject, points, reason]),
  }
  const results = tallies.map((tally): BookSheet => ({
    sheet: text.tally(tally.number),
    header: [
      text.rank,
      text.unit,
      text.band,
      text.total,
      ...rules.components.map(({ title }) => title),
      text.adjustment,
      text.spread,
      text.marks,
    ],
    rows: tally.result.results.map((line) => [
      String(line.rank),
      names.get(line.unit) ?? line.unit,
      text.bands[bandOf(tally.rules, line.total)],
      line.total,
      ...rules.components.map(({ id }) => line.components[id] ?? ''),
      line.adjustment,
      Object.values(line.spread).join(' / '),
      line.marks.join(' '),
    ]),
  }))
  return [rulesSheet(rules, language), panelsSheet(rules, language), unitsSheet(parts, language), sheets, adjustments, ...results]
}
