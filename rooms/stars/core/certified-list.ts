// The list of certified stars of a year as text for a bulletin (命名通报): who holds which star, added up by the units below. Only
// stars that are valid; what lies between a unit and the posts above it (a warning, an order to mend) is not told.

import type { Day } from '#ground/kernel/clock.ts'
import type { Excerpt, Figure, FigureSource, TextBlock, Wording } from '#ground/kernel/excerpt.ts'
import { writtenDay } from '#ground/kernel/written-days.ts'

/** Its words that an office may change. */
export const starsWording: Wording = {
  addressee: '各村（社区）党组织',
  opening: '',
  closing: '星级是否有效，以牌匾查询页当日显示为准；暂停、撤销的不列入本名单。',
  headings: ['总体情况', '分布情况', '名单'],
}

const { addressee, closing, headings } = starsWording
const [whole = '', spread = '', named = ''] = headings

export interface CertifiedLine {
  readonly unit: string
  readonly unitName: string
  /** The unit one level below the one whose list it is; itself when there is none between. */
  readonly part: string
  readonly partName: string
  readonly star: string
  readonly starName: string
  /** By which it was certified (认定); empty when the decision had none. */
  readonly decision: string
  /** Of the list in which it was filed (备案); empty when it was not. */
  readonly filing: string
}

const starId = (star: string): string => `star-${star.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

/** Lines by a key, in the order of the keys. */
const grouped = (lines: readonly CertifiedLine[], keyOf: (line: CertifiedLine) => string): [string, CertifiedLine[]][] =>
  [...Map.groupBy(lines, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))

const units = (lines: readonly CertifiedLine[]): number => new Set(lines.map((line) => line.unit)).size

/** The text: sums as figures, then every unit with its stars, in the order of codes and never by merit. */
export function certifiedList(given: {
  readonly unitName: string
  readonly year: number
  readonly today: Day
  readonly lines: readonly CertifiedLine[]
  /** Codes of the stars as the standard orders them. */
  readonly order: readonly string[]
  readonly source: FigureSource
}): Excerpt {
  const { unitName, year, today, order, source } = given
  const lines = given.lines.toSorted((a, b) => order.indexOf(a.star) - order.indexOf(b.star))
  const figure = (id: string, label: string, value: string | number): Figure => ({
    id,
    label,
    value: String(value),
    query: 'stars.certified',
    source,
  })
  const stars = [...Map.groupBy(lines, (line) => line.star)].map(([star, of]) => ({
    star,
    name: of[0]?.starName ?? star,
    count: of.length,
  }))
  const parts = grouped(lines, (line) => line.part)
  const numbers = (of: 'decision' | 'filing'): string =>
    [...new Set(lines.map((line) => line[of]))]
      .filter((document) => document !== '')
      .toSorted((a, b) => (a < b ? -1 : 1))
      .join('、')
  const [decisions, filings] = [numbers('decision'), numbers('filing')]
  const filed = lines.filter((line) => line.filing !== '').length
  const each = stars.map(({ star, name }) => `${name}[[${starId(star)}]]颗`).join('，')
  const between = parts.length > 1 || parts.some(([part]) => lines.some((line) => line.part === part && line.unit !== part))
  const sums: TextBlock = {
    kind: 'table',
    caption: `${year}年度各地有效星级汇总（按单位代码排列）`,
    columns: [
      { title: '单位', share: 2 },
      { title: '持星单位', align: 'right' },
      ...stars.map(({ name }) => ({ title: name, align: 'right' as const })),
      { title: '合计', align: 'right' },
    ],
    rows: parts.map(([part, of]) => [
      of[0]?.partName ?? part,
      String(units(of)),
      ...stars.map(({ star }) => String(of.filter((line) => line.star === star).length)),
      String(of.length),
    ]),
  }
  const list: TextBlock = {
    kind: 'table',
    caption: `${year}年度有效星级名单（按单位代码排列）`,
    columns: [
      { title: '所属', share: 1.5 },
      { title: '单位', share: 2 },
      { title: '星级', share: 3 },
      { title: '颗数', align: 'right' },
    ],
    rows: grouped(lines, (line) => line.unit).map(([unit, of]) => [
      of[0]?.partName ?? '',
      of[0]?.unitName ?? unit,
      of.map((line) => line.starName).join('、'),
      String(of.length),
    ]),
  }
  return {
    title: `关于${year}年度“五星”支部认定情况的通报`,
    addressee,
    issuer: unitName,
    blocks: [
      { kind: 'heading', level: 1, text: whole },
      {
        kind: 'paragraph',
        text: `截至[[as-of]]，${unitName}${year}年度持有有效星级的村（社区）党组织[[units]]个，共[[stars]]颗。其中：${each}。`,
      },
      {
        kind: 'paragraph',
        text: [
          decisions === '' ? '' : `认定文件：${decisions}。`,
          filings === ''
            ? '以上星级尚未列入备案名单。'
            : `已备案[[filed]]颗，备案文号：${filings}${filed === lines.length ? '' : '；其余尚未备案'}。`,
        ].join(''),
      },
      ...(between ? [{ kind: 'heading', level: 1, text: spread } as const, sums] : []),
      { kind: 'heading', level: 1, text: named },
      list,
      { kind: 'paragraph', text: closing },
    ],
    figures: [
      figure('as-of', '截至日期', writtenDay(today)),
      figure('units', '持星单位', units(lines)),
      figure('stars', '有效星级', lines.length),
      ...stars.map(({ star, name, count }) => figure(starId(star), name, count)),
      ...(filings === '' ? [] : [figure('filed', '已备案', filed)]),
    ],
  }
}
