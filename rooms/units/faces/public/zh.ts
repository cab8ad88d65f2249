/** What the public pages of this room say; defines the keys that en.ts must match. */
export const zh = {
  title: '单位',
  lead: '省、市、县(区)、乡镇(街道)、村(社区)的名称和编码，按国家统计局统计用区划代码。',
  find: '查找单位',
  findHint: '输入名称中的几个字、编码或拼音首字母',
  within: (name: string) => `只在${name}查找`,
  search: '查找',
  found: (count: string, more: boolean) => (more ? `前 ${count} 个结果` : `${count} 个结果`),
  notFound: '没有找到。请换几个字，或逐级查看。',
  all: '全部',
  below: (count: string) => `下级单位（${count}）`,
  noneBelow: '没有下级单位',
  more: '后面的单位',
  first: '从头看起',
  code: '编码',
  kind: '类别',
  kinds: { village: '村', community: '社区' },
  since: '起始日期',
  asOf: (day: string) => `截至 ${day}`,
  levels: ['', '省', '市', '县(区)', '乡镇(街道)', '村(社区)'],
  counts: (count: string, level: string) => `${level} ${count} 个`,
  lower: '下级',
  empty: '这里列出最上级单位。系统管理员导入官方区划代码后即可查看。',
}

export type Words = typeof zh
