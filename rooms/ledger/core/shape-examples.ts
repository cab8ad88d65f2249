// One invented entry, for the examples of the contract.

/** Where the example stands. */
export const exampleParams = { unit: '990101001', id: '01990a00-0000-7000-8000-000000000011' }

/** The example as it is answered. */
export const exampleRecord = {
  unit: '990101001',
  id: '01990a00-0000-7000-8000-000000000011',
  owner: { code: '990101001', name: '晨光街道' },
  subject: { code: '990101001001', name: '朝霞社区' },
  kind: 'problem',
  sourceKind: 'remark' as const,
  source: null,
  star: null,
  criterion: null,
  problem: '示例：公示栏内容三个月没有更新。',
  particulars: {},
  measure: '',
  responsible: '',
  responsibleAccount: null,
  supervisor: '',
  state: 'assigned' as const,
  alarm: 'waiting' as const,
  left: 10,
  told: null,
  days: 10,
  due: '2026-09-21',
  assignedOn: '2026-09-08',
  report: '',
  rectifiedOn: null,
  closedOn: null,
  extensionUntil: null,
  lookBackOn: null,
  relapseOf: null,
  relapsedAs: null,
  returns: 0,
  arbiter: { code: '990101', name: '演示县' },
  steps: [],
  exhibits: [],
  earlier: null,
  later: null,
  may: [],
}
