export const zh = {
  title: '手机上办的事',
  post: (person: string, unit: string, role: string) => `${person} · ${unit} · ${role}`,
  noPost: (person: string) => `${person} · 目前没有岗位`,
  lost: '没有网络，列出的是上次看到的；打开过的页面照常可用。',
  nothing: '本岗位没有在手机上办的事。',
  nothingNext: '请在电脑上打开办公页面。',
  desk: '办公页面（电脑上更方便）',
  signInHint: '用办公账号登录，登录后回到这一页。评委和志愿者不用登录，请扫席位上的二维码。',
  noLineFirst: '第一次打开要有网络。',
}

export type Words = typeof zh
