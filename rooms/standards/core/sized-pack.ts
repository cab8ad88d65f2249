// An edition of a wanted size with every kind of rule in it, for tests and the bench: how many stars, tasks, criteria and
// bottom lines there are differs from city to city and is nowhere a constant.

import { packFormat } from './pack-reading.ts'

export interface Size {
  readonly tasks: number
  readonly criteria: number
  readonly bottomLines: number
}

const facts = [
  { id: 'income', name: '收入', type: 'number', measure: '万元', period: 'year', source: '农业农村局' },
  { id: 'households', name: '农户', type: 'number', measure: '户', period: 'year', source: '农业农村局' },
  { id: 'share', name: '占比', type: 'number', measure: '%', period: 'year', source: '民政局' },
  { id: 'open', name: '开放', type: 'yes-no', period: 'year', source: '民政局' },
  { id: 'grade', name: '等次', type: 'choice', choices: ['甲', '乙'], period: 'year', source: '组织部' },
]

const rules = (own: string): string[] => [
  'income >= 100000 元',
  'ALL(households >= 30 户, share >= 80 %)',
  'open = YES',
  'grade != "乙"',
  'COUNT resident-request WITHIN 6 MONTHS <= 2',
  `ANY(CERT "示范" AT county, REVIEWED ${own} BY "组织部" ELSE NO)`,
  'AT_LEAST 2 (open = YES, income > 5 万元, NOT(grade = "乙"))',
  'NO merchant-complaint WITHIN 12 MONTHS',
]

/** So many items given out as evenly as they go. */
function shared(total: number, among: number, index: number): number {
  return Math.floor(((index + 1) * total) / among) - Math.floor((index * total) / among)
}

function starsOf(scope: 'village' | 'community', { tasks, criteria, bottomLines }: Size): object[] {
  const letter = scope === 'village' ? 'V' : 'C'
  let task = 0
  return Array.from({ length: 5 }, (_star, index) => {
    const code = `${letter}${index + 1}`
    const reviewed = `${code}-0`
    const own = Array.from({ length: shared(tasks, 5, index) }, () => {
      const nth = task
      task += 1
      return Array.from({ length: shared(criteria, tasks, nth) }, (_criterion, place) => `${code}-${nth}-${place}`)
    })
    const texts = rules(own[0]?.[0] ?? reviewed)
    const criterion = (id: string, place: number): object =>
      id === own[0]?.[0]
        ? { id, text: `审核标准 ${id}`, kind: 'reviewed', required: false }
        : { id, text: `标准 ${id}`, kind: 'quantitative', rule: texts[place % texts.length] }
    return {
      code,
      name: `第${index + 1}星`,
      scope,
      lead: '组织部',
      bottomLines: Array.from({ length: shared(bottomLines, 5, index) }, (_line, place) => ({
        id: `B${place + 1}`,
        text: `底线 ${place + 1}`,
        rule: texts[(place + 3) % texts.length],
      })),
      tasks: own.map((ids, nth) => ({ id: `${code}-T${nth + 1}`, name: `任务 ${nth + 1}`, criteria: ids.map(criterion) })),
    }
  })
}

/** The document of such an edition: one size for villages, one for communities. */
export function sizedPack(village: Size, community: Size): unknown {
  return {
    format: packFormat,
    id: 'trial/sized/2022',
    title: '指定规模的标准',
    scopes: ['village', 'community'],
    offices: ['组织部', '农业农村局', '民政局'],
    caseTypes: [
      { id: 'resident-request', name: '诉求' },
      { id: 'merchant-complaint', name: '商户投诉' },
    ],
    facts,
    stars: [...starsOf('village', village), ...starsOf('community', community)],
  }
}
