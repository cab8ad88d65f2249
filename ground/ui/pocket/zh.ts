// Words of the parts in this folder.

export const zh = {
  signInFirst: '请先登录',
  signIn: '登录后继续',
  noLine: '连不上服务器',
  loading: '正在打开…',
  again: '再试一次',
}

export type Words = typeof zh
