export const zh = {
  lead: '逐条点选，点了就存在本机。系统已有的数据不用再填，佐证可以不拍。',
  returnedUntil: (until: string) => `退回修改：${until}`,
  returnedWhy: (reason: string) => `指出的问题：${reason}`,
  refusedFor: '审核不通过，不通过的条目和原因：',
  rows: '各条',
  exhibitCount: (count: number) => `佐证 ${count}`,
  mark: { differs: '▲ 两台不一样，请选', refused: '■ 未收下', waiting: '▲ 待送达' },
}
export type Words = typeof zh
