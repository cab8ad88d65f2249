/** What the phone page of this room says; defines the keys that en.ts must match. */
export const zh = {
  title: '通知',
  lead: '发给当前岗位的通知。谁看过、什么时候看，系统不记录，发的人也看不到。',
  newCount: (count: number) => `新通知 ${count}`,
  noneNew: '没有新通知',
  lineOpen: '● 已连接',
  lineLost: '▲ 未连接',
  asOf: (moment: string) => `截至 ${moment}，连上网络后自动更新`,
  isNew: '▲ 新',
  urgent: '加急',
  withdrawn: '已撤回',
  withdrawnFor: (reason: string) => `已撤回：${reason}`,
  from: (name: string, moment: string) => `${name} · ${moment}`,
  until: (day: string) => `有效至 ${day}`,
  go: '去办理（办公页面，电脑上更方便）',
  putAway: '看到这里为止',
  putAwayHint: '把现有的都收为“看过”，只对自己有用。',
  earlier: '看更早的',
  empty: '没有通知',
  emptyNext: '上级、下级或系统发给本岗位的通知会列在这里。',
  signInHint: '用办公账号登录，登录后回到这一页。',
  otherRole: '当前岗位没有通知。请在电脑上切换岗位后再打开。',
  noLineFirst: '第一次打开要有网络。打开过一次之后，没有网络也能看已收到的。',
}

export type Words = typeof zh
