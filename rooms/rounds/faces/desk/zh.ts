import type { Step } from './steps.ts'

const steps: Record<Step, string> = {
  plan: '筹备',
  rules: '规则',
  seats: '席位',
  ready: '就绪',
  live: '进行',
  freeze: '封存',
  count: '计票',
  reveal: '揭晓',
  publish: '公布',
  close: '办结',
}

const nexts: Record<Step, string> = {
  plan: '确定参加单位',
  rules: '核对并固定规则',
  seats: '安排评委和计票席位',
  ready: '看就绪板，宣布开始',
  live: '请单位上场，收齐评分表后封存',
  freeze: '封存评分',
  count: '计票人计票，计票人、监票人先后签字',
  reveal: '揭晓结果',
  publish: '公布结果',
  close: '答复复核申请，办结本轮',
}

const quarterName = (quarter: string): string => `${quarter.slice(0, 4)}年第${'一二三四'[Number(quarter.slice(6)) - 1] ?? ''}季度`

export const zh = {
  title: '亮赛比',
  lead: '每季一轮：亮承诺、赛实绩、比干劲。从筹备到公布，一步一步都在一个页面上。',
  caption: '各轮亮赛比和下一步',
  name: '名称',
  unit: '主办单位',
  quarter: '季度',
  quarterName,
  heldOn: '日期',
  state: '状态',
  units: '参加单位',
  next: '下一步',
  planOne: '拟定一轮',
  commitments: '承诺核实',
  empty: '这里将列出本单位召集的各轮亮赛比。',
  emptyRead: '这里将列出所辖单位的各轮亮赛比。',
  emptyNext: '点“拟定一轮”，先定名称、季度和日期。',
  steps,
  nexts,
  lineOfSteps: '本轮的步骤',
  stepDone: '已过',
  stepNow: '当前',
  stepAhead: '未到',
  nothingNext: '本轮已无待办步骤。',
  cancelledNext: '本轮已取消。',
  goThere: (step: string) => `去“${step}”`,
  backToList: '全部各轮',
  asConvener: '只有主办单位的经办人可以操作，这里可以查看。',
  shortNote: (unit: string, quarter: string, day: string) => `${unit} · ${quarter} · ${day}`,
  notices: '更正和变动记录',
  noticeVerbs: { changeRules: '更正规则', correct: '更正结果', cancel: '取消本轮', thaw: '恢复评分', order: '手工排定顺序' },
  noticeReason: (reason: string) => `理由：${reason}`,
  noticeDigests: '规则摘要',
  loading: '正在取本轮情况',
}
export type Words = typeof zh
