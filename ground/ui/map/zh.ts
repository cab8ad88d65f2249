// Words of the schematic map.

export const zh = {
  schematic: '示意图，不是法定界线',
  without: '没有轮廓的单位',
}

export type Words = typeof zh
