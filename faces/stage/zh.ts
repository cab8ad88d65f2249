export const zh = {
  coming: '正在打开大屏…',
  noPage: '没有这个页面',
  noPageHint: '请用会务发出的大屏席位链接打开。',
  choices: '显示',
  fullScreen: '全屏 F',
  otherLanguage: 'English',
}
export type Words = typeof zh
