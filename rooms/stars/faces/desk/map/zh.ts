export const zh = {
  title: '星级分布示意',
  lead: '颜色深浅为平均每个单位几颗星；数字为已认定／立标星数。点一处进入下一级。',
  coming: '正在取轮廓……',
  byCertified: '按已认定',
  byTargets: '按立标',
  figure: (held: number, aims: number) => `★${held}／☆${aims}`,
  tint: (stars: number) => (stars === 0 ? '没有' : `平均 ${stars} 颗`),
  cell: (unit: string, aims: number, held: number) => `${unit}：立标 ${aims} 星，已认定 ${held} 星`,
}

export type Words = typeof zh
