// What is promised, found and said in the demo. Invented, without a person, a place or a figure of anywhere.

/** Commitments of the year; `project` stands on the list of things done for residents. */
export const commitments: readonly { readonly kind: 'pledge' | 'project'; readonly text: string }[] = [
  { kind: 'project', text: '改造背街小巷两条，补齐路灯和井盖' },
  { kind: 'project', text: '增设非机动车充电棚三处' },
  { kind: 'project', text: '整修社区广场，增加无障碍坡道' },
  { kind: 'project', text: '老旧楼院完成雨污管网改造一处' },
  { kind: 'project', text: '开办老年助餐点，每周供餐不少于五天' },
  { kind: 'pledge', text: '居民诉求三个工作日内答复，按期办结率不低于95%' },
  { kind: 'pledge', text: '党务、居务每月公开一次，内容可查可问' },
  { kind: 'pledge', text: '每季度召开一次居民议事会，议定事项列单销号' },
  { kind: 'pledge', text: '物业、业委会、社区每月联席协商一次' },
  { kind: 'pledge', text: '辖区小微企业问题每月上门收集一次' },
]

/** What was found or said, how it is to be mended, by whom, and in how many working days. */
export interface Spoken {
  readonly text: string
  readonly measure: string
  readonly responsible: string
  readonly days: number
}

/** Findings of a task force that walked through before the visit (过筛子). */
export const findings: readonly Spoken[] = [
  { text: '公示栏仍是上季度内容，联系电话一处已变更。', measure: '三日内更换，明确专人每月更新。', responsible: '社区副书记', days: 5 },
  { text: '两处楼道堆放杂物，消防通道变窄。', measure: '联合物业清理，逐户告知。', responsible: '社区副主任', days: 5 },
  { text: '台账有登记无办结时间，三条看不出结果。', measure: '逐条补齐办结时间和结果。', responsible: '社区书记', days: 10 },
  { text: '充电棚一处插座损坏，没有停用标识。', measure: '当日停用张贴标识，五日内修复。', responsible: '社区副主任', days: 5 },
]

/** Remarks made on the spot (点评). */
export const remarks: readonly Spoken[] = [
  {
    text: '背街小巷整治有进展，收尾不彻底，沿街立面仍有破损。',
    measure: '逐段列单修补，完工后拍前后对比照。',
    responsible: '社区书记',
    days: 15,
  },
  {
    text: '居务公开更新不及时，居民看不懂项目进度。',
    measure: '每月5日前更新，进度写到月份和负责人。',
    responsible: '社区副书记',
    days: 5,
  },
  { text: '议事会议定的事项没有列出完成时间。', measure: '补齐时间表，在公示栏和群里同时公开。', responsible: '社区副主任', days: 10 },
  { text: '助餐点人气旺，食品留样记录不全。', measure: '留样按餐登记，街道每周抽看一次。', responsible: '助餐点负责人', days: 5 },
  { text: '小微企业走访记录完整，问题办结少。', measure: '逐条交办到科室，每周调度一次。', responsible: '社区书记', days: 20 },
]

/** How something that was said is mended; the usual way for what is not known. */
export function mendingOf(text: string): Omit<Spoken, 'text'> {
  const { measure, responsible, days } = [...findings, ...remarks].find((one) => one.text === text) ?? {
    measure: '逐项列单整改，办结后报街道核销。',
    responsible: '社区书记',
    days: 10,
  }
  return { measure, responsible, days }
}

/** What a unit reports when it has mended something. */
export const mendedReport = '已按措施办结，前后对比照存社区。'
/** What the check found. */
export const checkedFound = '现场看过，已改到位。'

/** How commitments stand: most are kept or under way. */
export const standings = ['kept', 'partly', 'under-way', 'kept', 'broken'] as const
export type DemoStanding = (typeof standings)[number]
/** The note of each. */
export const standingNotes: Readonly<Record<DemoStanding, string>> = {
  kept: '已完成，现场可看。',
  partly: '完成一半，其余在施工。',
  'under-way': '按计划推进。',
  broken: '因管线迁改没有开工，已重排时间。',
}
