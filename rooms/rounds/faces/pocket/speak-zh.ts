export const zh = {
  vote: '测评',
  voteHint: '每个单位选一项。测评不记名，投出后不能改。',
  choices: { good: '好', 'fairly-good': '较好', fair: '一般', poor: '差' },
  votesLeft: (count: number) => `还有 ${count} 个单位没有选`,
  castVote: '投出测评票',
  remarkOf: (name: string) => `对${name}的点评`,
  findingOf: (name: string) => `在${name}发现的问题`,
  letters: (count: number) => `${count}/500 字，边写边存。`,
  remarkClosed: '现在不收，等会务开放后再提交；写好的内容仍在本机。',
  submitRemark: '提交点评',
  submitFinding: '提交发现',
  chooseUnit: '单位',
}
export type Words = typeof zh
