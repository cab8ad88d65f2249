/** What the public face's frame says; defines the keys that en.ts must match. */
export const zh = {
  name: '亮星',
  htmlLanguage: 'zh-CN',
  skip: '跳到正文',
  navigation: '主要栏目',
  settings: '显示设置',
  homeLabel: '亮星首页',
  otherLanguage: 'English',
  otherLanguageCode: 'en',
  largeText: '大字版',
  normalText: '标准版',
  signIn: '登录',
  desk: '进入工作台',
  feedback: '投诉建议',
  track: '查询进度',
  privacy: '个人信息保护',
  accessibility: '无障碍说明',
  operator: (name: string) => `主办单位：${name}`,
  phone: (number: string) => `监督电话：${number}`,
  filing: (number: string) => `备案号：${number}`,
  filingAbsent: '备案号：未填（由主办单位填写）',
  noSecrets: '本系统不处理国家秘密，不得录入涉密信息。',
  printed: (day: string, address: string) => `打印日期 ${day}　网页地址 ${address}`,
}

export type Words = typeof zh
