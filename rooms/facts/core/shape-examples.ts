// Invented records, for the examples of the contract.

const unit = { code: '990101001001', name: '朝霞社区' }

/** Where the examples stand. */
export const exampleParams = { unit: unit.code, id: '01990a00-0000-7000-8000-000000000052' }

const recorded = {
  id: exampleParams.id,
  unit,
  reason: '',
  statedOn: '2026-09-08',
  byUnit: '演示县',
  byRole: 'department-officer',
  corrects: null,
  supersededBy: null,
  doubted: false,
}

/** A definition. */
export const exampleDefinition = {
  id: 'collective-income',
  name: '村集体经济收入',
  aliases: ['集体收入'],
  type: 'number' as const,
  measure: '万元',
  choices: [],
  period: 'year' as const,
  source: '农业农村局',
  statedBy: 'office' as const,
  addedOn: '2026-01-05',
  retiredOn: null,
}

/** A fact. */
export const exampleFact = {
  ...recorded,
  definition: 'collective-income',
  period: '2025',
  from: '2025-01-01',
  to: '2025-12-31',
  stated: { state: 'value' as const, value: '36.50' },
  statedBy: 'office' as const,
  source: '农业农村局',
  voucher: '演农〔2026〕3号',
}

/** A certificate. */
export const exampleCertificate = {
  ...recorded,
  name: '充分就业社区',
  level: 'county' as const,
  issuer: '演示县人社局',
  document: '演人社〔2025〕8号',
  from: '2025-06-01',
  to: null,
  withdrawnFrom: null,
}

/** An upheld case. */
export const exampleCase = {
  ...recorded,
  type: 'merchant-complaint',
  on: '2026-05-12',
  against: '朝霞社区居委会',
  decidedBy: '演示县市场监管局',
  decidedUnit: '990101',
  upheld: true,
  basis: '示例：向商户收取没有依据的费用。',
  document: '演市监〔2026〕5号',
}

/** A review. */
export const exampleReview = {
  ...recorded,
  criterion: 'YYXY-B2b',
  result: 'met' as const,
  by: '演示县人社局',
  on: '2026-06-20',
  source: 'paper:2026',
}

/** A request for correction. */
export const exampleDoubt = {
  id: '01990a00-0000-7000-8000-000000000053',
  unit,
  kind: 'fact' as const,
  record: exampleParams.id,
  reason: '示例：少了光伏电站的收入。',
  askedOn: '2026-09-08',
  state: 'waiting' as const,
  answer: '',
  answeredOn: null,
  answeredBy: null,
}

/** What a form demand says. */
export const exampleDemandBody = {
  id: '01990a00-0000-7000-8000-000000000054',
  unit: '990101',
  title: '示例：便民服务设施情况表',
  issuer: '演示县民政局',
  basis: '示例：演民〔2026〕2号第四条',
  frequency: 'quarter' as const,
  from: '2026-10-01',
  sunset: '2027-09-30',
  minutes: 20,
  definitions: [],
  texts: ['便民服务点个数'],
  below: '990101',
  kind: 'community' as const,
  spared: [],
}

/** The demand in the register. */
export const exampleDemand = {
  ...exampleDemandBody,
  unit: { code: '990101', name: '演示县' },
  form: 'form:01990a00-0000-7000-8000-000000000054',
  below: { code: '990101', name: '演示县' },
  cost: { units: 120, times: 4, minutes: 9600 },
  registeredOn: '2026-09-08',
  state: 'coming' as const,
  withdrawnOn: null,
  withdrawnReason: '',
  mayWithdraw: true,
}
