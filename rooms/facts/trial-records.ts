// Records as tests of this room put them into its tables.

import type { CaseRow } from './data/cases.ts'
import type { CertificateRow } from './data/certificates.ts'
import type { DemandRow } from './data/demands.ts'
import type { DoubtRow } from './data/doubts.ts'
import type { NewFact } from './data/facts.ts'
import type { ReviewRow } from './data/reviews.ts'

export const idOf = (number: number, kind = 0): string => `00000000-0000-7000-9${kind}00-00000000000${number}`
export const stamp = {
  statedOn: '2026-09-08',
  at: new Date('2026-09-08T01:00:00Z'),
  byUnit: '990101',
  byRole: 'county-admin',
  reason: '',
  corrects: null,
}
export const homes = ['990101001001', '990101001002', '990101101201', '990102101201'] as const

export const definition = (id: string, statedBy: 'office' | 'unit') => ({
  id,
  name: id,
  aliases: [],
  type: 'number' as const,
  measure: '个',
  choices: [],
  period: 'year' as const,
  source: '民政局',
  statedBy,
  addedOn: '2026-01-01',
  retiredOn: null,
})
export const fact = (number: number, unit: string, changes: Partial<NewFact> = {}): NewFact => ({
  ...stamp,
  id: idOf(number, 1),
  unit,
  definition: 'lamps',
  from: '2025-01-01',
  to: '2025-12-31',
  stated: { state: 'value', value: '12' },
  statedBy: 'office',
  source: '民政局',
  voucher: '',
  type: 'number',
  ...changes,
})
export const certificate = (number: number, unit: string): Omit<CertificateRow, 'supersededBy'> => ({
  ...stamp,
  id: idOf(number, 2),
  unit,
  name: '充分就业社区',
  level: 'county',
  issuer: '人社局',
  document: '',
  from: '2025-01-01',
  to: null,
  withdrawnFrom: null,
})
export const upheld = (number: number, unit: string, changes: Partial<CaseRow> = {}): Omit<CaseRow, 'supersededBy'> => ({
  ...stamp,
  id: idOf(number, 3),
  unit,
  type: 'merchant-complaint',
  on: '2026-05-01',
  against: '居委会',
  decidedBy: '市场监管局',
  decidedUnit: unit.slice(0, 6),
  upheld: true,
  basis: '收费没有依据。',
  document: '',
  ...changes,
})
export const review = (number: number, unit: string): Omit<ReviewRow, 'supersededBy'> => ({
  ...stamp,
  id: idOf(number, 4),
  unit,
  criterion: 'YYXY-B2b',
  result: 'met',
  by: '人社局',
  on: '2026-09-01',
  source: 'cycle:2026',
})
export const doubtOf = (number: number, unit: string): DoubtRow => ({
  unit,
  id: idOf(number, 5),
  kind: 'fact',
  record: idOf(number, 1),
  reason: '少算一盏。',
  askedOn: '2026-09-08',
  at: stamp.at,
  byRole: 'secretary',
  state: 'waiting',
  answer: '',
  answeredOn: null,
  answeredBy: null,
})
export const demand = (number: number, unit: string, below = unit): DemandRow => ({
  spared: [],
  unit,
  id: idOf(number, 6),
  form: `form:${number}`,
  title: '路灯情况表',
  issuer: '民政局',
  basis: '示例',
  frequency: 'once',
  from: '2026-09-08',
  sunset: '2026-12-31',
  minutes: 5,
  definitions: [],
  texts: ['灯'],
  below,
  kind: null,
  units: 2,
  times: 1,
  registeredOn: '2026-09-08',
  at: stamp.at,
  byRole: 'county-admin',
  withdrawnOn: null,
  withdrawnReason: '',
})
