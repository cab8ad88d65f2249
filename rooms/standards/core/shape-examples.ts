// What the contract shows as examples: one small edition.

/** The id of the example. */
export const exampleId = 'sample/five-star/2022-community'

const criterion = {
  id: 'YYXY-2',
  text: '示例：举办招聘会',
  standard: '查看活动记录',
  requirement: '每年不少于 2 场',
  kind: 'quantitative' as const,
  rule: 'job-fairs >= 2 场',
  required: true,
  evidence: ['活动记录'],
  role: '宜业兴业专干',
  deadline: '10-31',
}

/** A line of the list. */
export const exampleRow = {
  id: exampleId,
  owner: { code: '990101', name: '演示县' },
  state: 'issued' as const,
  origin: 'shipped' as const,
  title: '示例标准',
  titleEn: 'Sample standards',
  replaces: null,
  digest: 'a'.repeat(64),
  draftedOn: '2026-09-08',
  issuedOn: '2026-09-08',
  retiredOn: null,
  uses: 0,
  may: ['retire' as const],
  returned: null,
  needsSecond: false,
}

/** The whole edition. */
export const exampleRecord = {
  ...exampleRow,
  counts: { stars: 1, tasks: 1, criteria: 1, bottomLines: 1 },
  pack: {
    id: exampleId,
    title: '示例标准',
    titleEn: 'Sample standards',
    notice: '示例（非官方）',
    noticeEn: 'Sample, not official',
    scopes: ['community' as const],
    offices: [{ name: '人力资源和社会保障局', nameEn: 'Human Resources and Social Security Bureau' }],
    certificates: [{ name: '充分就业社区', nameEn: 'community of full employment' }],
    caseTypes: [{ id: 'merchant-complaint', name: '商户投诉', nameEn: 'complaint of a merchant' }],
    facts: [
      {
        id: 'job-fairs',
        name: '举办招聘会',
        aliases: [],
        type: 'number' as const,
        measure: '场',
        choices: [],
        period: 'year' as const,
        source: '人力资源和社会保障局',
      },
    ],
    stars: [
      {
        code: 'YYXY',
        name: '宜业兴业星',
        nameEn: 'Good for Work and Business',
        scope: 'community' as const,
        lead: '人力资源和社会保障局',
        taskForce: '',
        rule: null,
        prerequisites: { stars: [], enabled: false },
        bottomLines: [{ id: 'B1', text: '一年内没有商户投诉成立', rule: 'NO merchant-complaint WITHIN 12 MONTHS' }],
        tasks: [{ id: 'YYXY-T2', name: '就业对接', criteria: [criterion] }],
        flow: [{ name: '自查自评', by: '社区党组织' }],
      },
    ],
    stages: [{ name: '落实措施', from: '07-01', to: '09-30', work: '' }],
    ladders: [],
    replaces: null,
  },
}

/** What a township added. */
export const exampleAddition = {
  unit: { code: '990101001', name: '晨光街道' },
  id: '01990a00-0000-7000-8000-000000005400',
  edition: exampleId,
  star: 'YYXY',
  criterion: { ...criterion, id: 'CG-1', text: '示例：每季度走访商户', kind: 'reviewed' as const, rule: null },
  from: '2026-10-01',
  to: null,
  mine: true,
}
