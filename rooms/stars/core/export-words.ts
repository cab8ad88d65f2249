// What files call themselves and their columns.

import type { Text } from '#ground/kernel/problem.ts'

/** Every title and column of the files this room gives out. */
export const exportColumns = {
  board: { zh: '创建总览', en: 'Board of stars' },
  targets: { zh: '立标表', en: 'Targets' },
  candidacies: { zh: '申报列表', en: 'Candidacies' },
  held: { zh: '已认定的星', en: 'Stars held' },
  township: { zh: '乡镇（街道）', en: 'Township' },
  unit: { zh: '单位', en: 'Unit' },
  code: { zh: '代码', en: 'Code' },
  sum: { zh: '合计', en: 'Sum' },
  aimingUnits: { zh: '立标单位数', en: 'Units with targets' },
  aims: { zh: '目标星数', en: 'Stars aimed for' },
  aimsOf: (star: string): Text => ({ zh: `${star}（立标）`, en: `${star} (aimed for)` }),
  certified: { zh: '已认定星数', en: 'Stars certified' },
  certifiedOf: (star: string): Text => ({ zh: `${star}（已认定）`, en: `${star} (certified)` }),
  quotas: { zh: '名额（已用/名额数）', en: 'Quotas (given/most)' },
  quarter: { zh: '季度', en: 'Quarter' },
  yes: { zh: '★', en: '★' },
  level: { zh: '星数', en: 'Stars' },
  strengths: { zh: '自身优势', en: 'Strengths' },
  met: { zh: '已达标准', en: 'Already met' },
  gaps: { zh: '短板弱项', en: 'Gaps' },
  goal: { zh: '创建目标', en: 'Goal' },
  measures: { zh: '创建措施', en: 'Measures' },
  star: { zh: '星', en: 'Star' },
  batch: { zh: '批次', en: 'Batch' },
  state: { zh: '状态', en: 'State' },
  due: { zh: '改到', en: 'Mend until' },
  publicUntil: { zh: '公示到', en: 'Publicised until' },
  certifiedOn: { zh: '认定日期', en: 'Certified on' },
  year: { zh: '年度', en: 'Year' },
  since: { zh: '认定日期', en: 'Since' },
  until: { zh: '失效日期', en: 'Not valid since' },
  plaque: { zh: '牌匾编号', en: 'Plaque' },
} as const
